/** A draft grid that is filled before the doors open: the crew sees it, and no page or file of anybody else does. */
import { eq } from "drizzle-orm";
import { event } from "#db/schema/event.ts";
import { room } from "#db/schema/room.ts";
import { makePerson } from "#tests/support/camp.ts";
import { deviceOf } from "#tests/support/live.ts";
import { card, cell, makeBoard, organiserAt } from "./board.ts";
import { expect, test } from "./fixtures.ts";

const PAGES = [
  "",
  "/now",
  "/pitches",
  "/grid",
  "/rooms/A",
  "/me",
  "/day",
  "/changes",
  "/wall",
  "/wall?view=day",
];
const FILES = ["/schedule.json", "/schedule.xml", "/calendar.ics", "/feeds"];

test("a card is placed while tickets are open, and nothing of it is on any page or in any file but the desk’s", async ({
  server,
  visitor,
}) => {
  const camp = await makeBoard(server);
  await server.db.update(event).set({ phase: "tickets" }).where(eq(event.id, camp.id));
  await server.db.update(room).set({ name: "SECRET hall" }).where(eq(room.letter, "A"));
  const desk = await organiserAt(server, camp, visitor);
  await desk.goto(`/e/${camp.slug}/desk/grid`);
  await expect(desk.getByText("only the crew sees it")).toBeVisible();
  await expect(desk.getByRole("button", { name: /^Publish/ })).toHaveCount(0);
  await card(desk, "Job swaps").click();
  await cell(desk, 0, 0).getByRole("button").first().click();
  await expect(cell(desk, 0, 0)).toContainText("Job swaps");

  const registrationId = await makePerson(server.db, camp, "confirmed", { rank: 1 });
  const cookie = await deviceOf(server.db, { registrationId } as Parameters<typeof deviceOf>[1]);
  for (const headers of [{}, { cookie }])
    for (const path of [...PAGES, ...FILES]) {
      const answer = await fetch(`${server.origin}/e/${camp.slug}${path}`, { headers });
      expect([path, answer.status, (await answer.text()).includes("SECRET")]).toEqual([
        path,
        expect.any(Number),
        false,
      ]);
    }
});
