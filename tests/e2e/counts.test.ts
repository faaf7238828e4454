/** Hands that somebody counts: typed down the table, seen at the other desk, and in what is expected on the grid. */

import { eq } from "drizzle-orm";
import { event } from "#db/schema/event.ts";
import { pitch } from "#db/schema/pitch.ts";
import { audience } from "#messages/en/audience.ts";
import { editor } from "#messages/en/editor.ts";
import { pitchDesk } from "#messages/en/pitch-desk.ts";
import { makePerson } from "#tests/support/camp.ts";
import { axeFaults } from "./axe.ts";
import { card, makeBoard, organiserAt } from "./board.ts";
import { expect, test } from "./fixtures.ts";

const { counted: words } = pitchDesk;

test("type, Enter, next: what one desk counts the other sees, and the grid goes by it", async ({
  server,
  visitor,
}) => {
  const camp = await makeBoard(server);
  const { db } = server;
  for (let rank = 1; rank <= 30; rank += 1) await makePerson(db, camp, "confirmed", { rank });
  const [one, two] = [await organiserAt(server, camp, visitor), await organiserAt(server, camp, visitor)];
  for (const page of [one, two]) await page.goto(`/e/${camp.slug}/desk/pitches`);
  const titles = (
    await db.select().from(pitch).where(eq(pitch.eventId, camp.id)).orderBy(pitch.createdAt, pitch.id)
  ).map(({ title }) => title);
  const field = (page: typeof one, n: number) => page.getByLabel(words.of.room(titles[n]!));

  await field(one, 0).fill("23");
  await one.keyboard.press("Enter");
  await expect(field(one, 1)).toBeFocused();
  await one.keyboard.type("5");
  await expect(field(two, 0)).toHaveValue("23");
  await one.keyboard.press("Enter");
  await expect(field(two, 1)).toHaveValue("5");
  await expect(field(one, 2)).toBeFocused();

  // What the other desk is typing stays, and what stands by now is said beside it.
  await field(two, 0).fill("21");
  await field(one, 0).fill("25");
  await one.keyboard.press("Enter");
  await expect(two.getByText(words.meanwhile("25"))).toBeVisible();
  await two.getByRole("button", { name: words.note, exact: true }).click();
  await expect(field(one, 0)).toHaveValue("21");

  await field(one, 2).fill("7");
  await one.keyboard.press("Enter");
  await expect(two.getByText(audience.by.room)).toHaveCount(3);
  expect(await axeFaults(one)).toEqual([]);
  await one.goto(`/e/${camp.slug}/desk/grid`);
  await expect(card(one, titles[0]!)).toContainText(editor.card.room.other.replace("#", "21"));
  await card(one, titles[0]!).click();
  await expect(one.getByText("Expected from 21 hands counted in the room")).toBeVisible();
});

test("where counts are kept, only who types sees what they typed, until hands are closed", async ({
  server,
  visitor,
}) => {
  const camp = await makeBoard(server);
  await server.db
    .update(event)
    .set({ tally: "after_closed", phase: "pitching" })
    .where(eq(event.id, camp.id));
  for (let rank = 1; rank <= 30; rank += 1) await makePerson(server.db, camp, "confirmed", { rank });
  const [one, two] = [await organiserAt(server, camp, visitor), await organiserAt(server, camp, visitor)];
  for (const page of [one, two]) await page.goto(`/e/${camp.slug}/desk/pitches`);
  const field = (page: typeof one) => page.getByRole("spinbutton", { name: /^Hands in the room/ }).last();
  await field(one).fill("9");
  await one.keyboard.press("Enter");
  await expect(one.getByText(words.noted, { exact: true })).toBeVisible();
  await expect(field(one)).toHaveValue("9");
  // What another desk does brings it news that says nothing of the count.
  await two
    .getByRole("button", { name: /^Call: / })
    .first()
    .click();
  await expect(one.getByText(pitchDesk.front, { exact: true })).toBeVisible();
  await expect(field(two)).toHaveValue("");
  await two.getByRole("button", { name: pitchDesk.hands.close }).click();
  for (const page of [one, two])
    await expect(page.locator("input[data-count=room][value='9']")).toHaveCount(1);
});
