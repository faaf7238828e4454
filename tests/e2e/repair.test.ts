/** The day changes: a room has gone, without a script and at a desk that is too late; and heads are counted at a door. */
import type { Page } from "@playwright/test";
import { place } from "#db/edit.ts";
import { newId } from "#db/id.ts";
import { pitch } from "#db/schema/pitch.ts";
import { room } from "#db/schema/room.ts";
import { heads } from "#messages/en/heads.ts";
import { repair } from "#messages/en/repair.ts";
import { makeCamp, makeOrganiser, type TestCamp } from "#tests/support/camp.ts";
import { publishDraft } from "#tests/support/published.ts";
import { putSlots } from "#tests/support/slots.ts";
import { axeFaults } from "./axe.ts";
import { expect, type TestServer, test } from "./fixtures.ts";
import { organiserOf } from "./people.ts";

const MINUTE = 60_000;

/** Two sessions on in three rooms, of which the Attic is free. */
async function campUnderWay({ db }: TestServer): Promise<TestCamp> {
  const begins = Math.floor(Date.now() / MINUTE) * MINUTE - 10 * MINUTE;
  const camp = await makeCamp(db, { phase: "sessions", startsAt: new Date(begins) });
  const rooms = ["Hall", "Den", "Attic"].map((name, position) => ({
    ...{ id: newId(), eventId: camp.id, name, capacity: 40 - 10 * position, position },
    letter: "ABC"[position]!,
  }));
  await db.insert(room).values(rooms);
  const slots = [0, 60].map((minutes) => ({
    ...{ id: newId(), eventId: camp.id, kind: "session" as const },
    startsAt: new Date(begins + minutes * MINUTE),
    endsAt: new Date(begins + (minutes + 45) * MINUTE),
  }));
  await putSlots(db, slots);
  const pitches = ["Job swaps", "Plain English"].map((title) => ({ id: newId(), eventId: camp.id, title }));
  await db.insert(pitch).values(pitches);
  const ama = await makeOrganiser(db, camp);
  for (const [n, { id: pitchId }] of pitches.entries()) {
    const cell = { slotId: slots[0]!.id, roomId: rooms[n]!.id };
    await place(db, ama, { pitchId, copy: 0, cell, seen: { from: null, there: [] } }, new Date());
  }
  await publishDraft(db, ama, new Date());
  return camp;
}

async function pickTheDen(desk: Page, camp: TestCamp): Promise<void> {
  await desk.goto(`/e/${camp.slug}/desk/repair`);
  await desk.getByRole("link", { name: repair.what.room_gone }).click();
  await desk.getByRole("link", { name: /^B, only at/ }).click();
  await expect(desk.getByText("Move “Plain English” to Attic").first()).toBeVisible();
}

test("a room has gone: one desk repairs it without a script, the other is told, and it is taken back", async ({
  server,
  visitor,
}) => {
  const camp = await campUnderWay(server);
  const desk = await organiserOf(server, camp, visitor, {
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const other = await organiserOf(server, camp, visitor, {
    viewport: { width: 320, height: 640 },
    allow: [/Failed to load resource/, /ERR_/, /Failed to fetch/],
  });
  await pickTheDen(desk, camp);
  await pickTheDen(other, camp);
  expect(await axeFaults(other)).toEqual([]);
  await desk.getByRole("button", { name: repair.options.do.same_slot }).first().click();
  await expect(desk.getByText(repair.done.title(2))).toBeVisible();
  await other.getByRole("button", { name: repair.options.do.same_slot }).first().click();
  await expect(other.getByText(repair.late.title)).toBeVisible();

  const phone = await visitor();
  await phone.goto(`/e/${camp.slug}/now`);
  await expect(phone.getByText("Attic")).toBeVisible();
  await desk.getByRole("button", { name: repair.last.undo }).click();
  await expect(desk.getByText(repair.done.undone(3))).toBeVisible();
  await expect(phone.getByText("Attic")).toBeHidden();

  // Heads at the door: each tap counts, and whoever counts too sees it. Without a network it is kept, and says so.
  const third = await organiserOf(server, camp, visitor);
  for (const page of [third, other]) await page.goto(`/e/${camp.slug}/heads`);
  expect(await axeFaults(other)).toEqual([]);
  await other.getByLabel(heads.label("Job swaps", "Hall")).fill("38");
  for (const _ of [1, 2]) await other.getByRole("button", { name: heads.more("Hall") }).click();
  for (const page of [third, other]) await expect(page.getByText(/^40 counted at/)).toBeVisible();
  await expect(third.getByLabel(heads.label("Job swaps", "Hall"))).toHaveValue("40");
  await other.context().setOffline(true);
  await other.getByRole("button", { name: heads.more("Hall") }).click();
  await expect(other.getByText(heads.queued("41"))).toBeVisible();
  await other.context().setOffline(false);
  for (const page of [third, other]) await expect(page.getByText(/^41 counted at/)).toBeVisible();
  await expect(phone.getByText("Full", { exact: true })).toBeVisible();
});
