/** After publishing: a camper asks, another stands behind it, the desk changes the grid and tells both, and their phones say it. */
import { eq } from "drizzle-orm";
import { place } from "#db/edit.ts";
import { pitch } from "#db/schema/pitch.ts";
import { room } from "#db/schema/room.ts";
import { slot } from "#db/schema/slot.ts";
import { hand } from "#db/schema/voting.ts";
import { makeOrganiser } from "#tests/support/camp.ts";
import { deviceOf } from "#tests/support/live.ts";
import { camper } from "#tests/support/pitching.ts";
import { publishDraft } from "#tests/support/published.ts";
import { axeFaults } from "./axe.ts";
import { card, cell, makeBoard, organiserAt } from "./board.ts";
import { expect, test } from "./fixtures.ts";
import { press } from "./people.ts";

test("a camper asks, another stands behind it, the desk changes the grid, and both are told on their phones", async ({
  server,
  visitor,
}) => {
  const { db } = server;
  const camp = await makeBoard(server);
  const eventId = camp.id;
  const dan = await makeOrganiser(db, camp);
  const rooms = await db.select().from(room).where(eq(room.eventId, eventId)).orderBy(room.position);
  const slots = await db.select().from(slot).where(eq(slot.eventId, eventId)).orderBy(slot.startsAt);
  const pitches = await db.select().from(pitch).where(eq(pitch.eventId, eventId));
  const idOf = (title: string) => pitches.find((it) => it.title === title)!.id;
  for (const [nth, title] of ["Job swaps", "Drone films"].entries()) {
    const into = { slotId: slots[0]!.id, roomId: rooms[nth]!.id };
    const seen = { from: null, there: [] };
    await place(db, dan, { pitchId: idOf(title), copy: 0, cell: into, seen }, new Date());
  }
  await publishDraft(db, dan, new Date());
  const sectorId = camp.sectorId;
  const [ama, bo] = [
    await camper(db, { eventId, sectorId }, "Ama"),
    await camper(db, { eventId, sectorId }, "Bo"),
  ];
  await db
    .insert(hand)
    .values({ pitchId: idOf("Job swaps"), registrationId: bo.registrationId, up: true, castAt: new Date() });
  const [first, second] = await Promise.all(
    [ama, bo].map(async (who) => {
      const page = await visitor({ viewport: { width: 390, height: 844 }, hasTouch: true });
      const [name = "", value = ""] = (await deviceOf(db, who)).split("=");
      await page.context().addCookies([{ name, value, url: server.origin }]);
      return page;
    }),
  );
  const desk = await organiserAt(server, camp, visitor);
  await desk.goto(`/e/${camp.slug}/desk/grid`);

  await test.step("asked from the grid, with the reason that moving takes", async () => {
    await first!.goto(`/e/${camp.slug}/grid`);
    await first!.getByRole("link", { name: "Ask the campmakers: Job swaps" }).click();
    await press(first!.getByRole("button", { name: "Ask it" }), "Enter");
    await expect(first!.getByRole("alert").first()).toBeVisible();
    await first!.getByRole("radio", { name: /^Move it/ }).check();
    await first!.getByLabel("Why?").fill("Two of us have to catch the bus");
    expect(await axeFaults(first!)).toEqual([]);
    await first!.getByRole("button", { name: "Ask it" }).click();
    await expect(first!.getByText("You asked it")).toBeVisible();
    await expect(first!.getByText("1 person asks to have it moved. You are one of them.")).toBeVisible();
  });

  await test.step("another stands behind it with one tap, and reads neither name nor reason", async () => {
    await second!.goto(`/e/${camp.slug}/ask/${idOf("Job swaps")}`);
    await expect(second!.getByText("1 person asks to have it moved.", { exact: true })).toBeVisible();
    await expect(second!.getByText("the bus")).toHaveCount(0);
    await second!.getByRole("button", { name: "I ask that too" }).click();
    await expect(second!.getByText("2 people ask to have it moved. You are one of them.")).toBeVisible();
    await second!.goto(`/e/${camp.slug}/grid`);
  });

  await test.step("the desk reads who asks and what it would bring, and moves the card there with one tap", async () => {
    const asked = desk.getByRole("region", { name: /What people ask/ });
    await expect(asked).toContainText("Move Job swaps");
    await expect(asked).toContainText("2 people ask it");
    await asked.getByText("Who asks, and what it would bring").click();
    await expect(asked).toContainText("Ama: “Two of us have to catch the bus”");
    await asked.getByRole("button", { name: /Move it to .* at 2pm/ }).click();
    await expect(
      cell(desk, 2, 0)
        .or(cell(desk, 2, 1))
        .filter({ hasText: "Job swaps" }),
    ).toBeVisible();
    await asked.getByRole("button", { name: "Say yes" }).click();
    await expect(asked).toBeHidden();
  });

  await test.step("before it is published the desk reads whom it concerns, and tells them", async () => {
    await desk.getByRole("button", { name: "Publish 1 change" }).click();
    const dialog = desk.getByRole("dialog");
    await expect(dialog.getByLabel("Whoever goes there: 1 person")).toBeChecked();
    expect(await axeFaults(desk)).toEqual([]);
    await dialog.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(desk.getByText("Version 2 is out. 1 person is told of it.")).toBeVisible();
  });

  await test.step("their phones say what is true now, until it is put away", async () => {
    const told = second!.getByRole("status").filter({ hasText: "“Job swaps” has moved to" });
    await expect(told).toContainText(/Yes: “Job swaps” is to be moved.*“Job swaps” has moved to .*, 2pm/);
    const kept = second!.waitForResponse((response) => response.request().method() === "POST");
    await second!.getByRole("button", { name: "Got it" }).click();
    await kept;
    await second!.reload();
    await expect(second!.getByRole("heading", { name: "Job swaps" })).toBeVisible();
    await expect(told).toHaveCount(0);
    await expect(card(desk, "Job swaps")).toBeVisible();
  });
});
