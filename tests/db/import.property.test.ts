/** Whatever file is imported: what was shown is what is written, and every page and form can read it afterwards. */

import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { markOf } from "#db/change.ts";
import type { Database } from "#db/connection.ts";
import { readDraft } from "#db/draft.ts";
import { importFiles, previewImport } from "#db/import.ts";
import { listPitches } from "#db/pitch.ts";
import { changeRooms, roomsShown } from "#db/room.ts";
import { registration } from "#db/schema/registration.ts";
import { hand } from "#db/schema/voting.ts";
import { changeSlots, slotsShown } from "#db/slot.ts";
import { readWhole } from "#db/snapshot.ts";
import { type Choices, NO_CHOICES } from "#domain/import/choices.ts";
import { LONGEST } from "#domain/limits.ts";
import { makeCamp, makeOrganiser, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { everyDetail } from "#tests/support/people.ts";
import { sheetText } from "#tests/support/table.ts";
import { readRooms, readSlots } from "../../app/e/[event]/desk/settings/read.ts";

const called = { person: "Person #", session: "Session #" };

let db: Database;

beforeAll(async () => {
  ({ db } = await freshDatabase());
});

const bring = (...files: string[]) => bringAs(NO_CHOICES, ...files);

async function bringAs(choices: Choices, ...files: string[]) {
  const camp = await makeCamp(db, { phase: "pitching" });
  const organiser = await makeOrganiser(db, camp);
  const input = { files, choices };
  const { additions, mark } = await previewImport(db, organiser, input, called);
  const done = await importFiles(db, organiser, { ...input, mark }, called, NOON);
  return { camp, organiser, additions, done };
}

/** Every list a page is made of, and the rooms saved again as the settings page would. */
async function readEverything({ organiser, done }: Awaited<ReturnType<typeof bring>>) {
  const { eventId } = organiser;
  const draft = await readDraft(db, eventId);
  const breaks = draft.slots.filter(({ kind }) => kind === "break").map(({ id }) => id);
  expect(draft.placements.filter(({ slotId }) => breaks.includes(slotId))).toEqual([]);
  const [pitches, people] = [await listPitches(db, eventId), await everyDetail(db, organiser)];
  await readWhole(db, eventId);
  const form = new FormData();
  for (const [at, room] of draft.rooms.entries()) {
    form.set(`room.${at}.id`, room.id);
    form.set(`room.${at}.name`, room.name);
    form.set(`room.${at}.capacity`, String(room.capacity));
  }
  for (const [at, slot] of slotsShown(draft.slots, "Europe/London").entries())
    for (const [part, value] of Object.entries(slot)) form.set(`slot.${at}.${part}`, value ?? "");
  const rooms = readRooms(form);
  const slots = readSlots(form);
  expect([rooms.errors, slots.errors]).toEqual([{}, {}]);
  expect([rooms.rows.length, slots.rows.length]).toEqual([draft.rooms.length, draft.slots.length]);
  const mark = markOf(roomsShown(draft.rooms));
  expect(await changeRooms(db, organiser, mark, rooms.rows, NOON)).toEqual({
    ok: true,
    value: { done: { added: 0, changed: 0, removed: 0 } },
  });
  const shown = markOf(slotsShown(draft.slots, "Europe/London"));
  expect(await changeSlots(db, organiser, shown, slots.rows, NOON)).toMatchObject({ ok: true });
  expect(done.ok).toBe(true);
  return { draft, pitches, people };
}

test("any sheet: what was shown is what is written, and everything can be read and saved again", async () => {
  await fc.assert(
    fc.asyncProperty(sheetText, async (text) => {
      const brought = await bring(text);
      expect(brought.done).toEqual({ ok: true, value: brought.additions });
      const { draft, pitches, people } = await readEverything(brought);
      const { additions } = brought;
      expect({
        rooms: draft.rooms.length,
        slots: draft.slots.length,
        placements: draft.placements.length,
        pitches: pitches.length,
        people: people.map(({ name }) => name).sort(),
      }).toEqual({
        rooms: additions.rooms.length,
        slots: additions.slots.length,
        placements: additions.placements.length,
        pitches: additions.pitches.length,
        people: additions.people.map(({ name }) => name).sort(),
      });
      const hands = await db
        .select({ id: hand.pitchId })
        .from(hand)
        .innerJoin(registration, eq(registration.id, hand.registrationId))
        .where(eq(registration.eventId, brought.camp.id));
      expect(hands).toHaveLength(additions.hands.length);
    }),
    { numRuns: 40 },
  );
}, 120_000);

test("slots that the clocks show alike are saved again as they are, and something else of them is changed", async () => {
  const rows = [
    "2026-10-25T00:30Z,2026-10-25T00:50Z,Loft,,Bins",
    "2026-10-25T01:30Z,2026-10-25T01:50Z,,break,Tea",
  ];
  const asInTheFile = { ...NO_CHOICES, days: "file" } as const;
  const brought = await bringAs(asInTheFile, `start,end,room,kind,title\n${rows.join("\n")}\n`);
  expect(brought.additions.problems).toEqual([]);
  const { draft } = await readEverything(brought);
  const shown = slotsShown(draft.slots, "Europe/London");
  expect(shown).toMatchObject([
    { day: "2026-10-25", starts: "01:30", ends: "01:50" },
    { day: "2026-10-25", starts: "01:30", ends: "01:50" },
  ]);
  const renamed = shown.map((slot) => (slot.kind === "break" ? { ...slot, title: "Cake" } : slot));
  expect(await changeSlots(db, brought.organiser, markOf(shown), renamed, NOON)).toMatchObject({ ok: true });
  const after = await readDraft(db, brought.organiser.eventId);
  expect(after.slots.map(({ title, startsAt }) => [title, startsAt])).toEqual([
    ["", "2026-10-25T00:30:00.000Z"],
    ["Cake", "2026-10-25T01:30:00.000Z"],
  ]);
});

test("the widest values that fit go in, and the first that do not are named", async () => {
  const wide = (letter: string, most: number) => letter.repeat(most);
  const row = (time: string, room: string, seats: number, title: string, host: string) =>
    `${time},${room},${seats},session,${title},${wide("l", LONGEST.pitchLine)},${host}`;
  const fits = row(
    "10:00,10:45",
    wide("r", LONGEST.roomName),
    5000,
    wide("t", LONGEST.pitchTitle),
    wide("h", LONGEST.personName),
  );
  const rows = [
    fits,
    row("10:00,10:45", wide("R", LONGEST.roomName + 1), 40, "A", "Ama"),
    row("10:00,10:45", "Stadium", 40_000, "B", "Ama"),
    `12:00,13:00,Hall,,lunch,${wide("b", LONGEST.slotTitle)},,`,
    `12:00,13:00,Yard,,lunch,${wide("c", LONGEST.slotTitle + 1)},,`,
  ];
  const grid = `start,end,room,seats,kind,title,line,host\n${rows.join("\n")}\n`;
  const person = wide("p", LONGEST.personName);
  const ballots = `person,pitch,tick\n${person},${wide("t", LONGEST.pitchTitle)},x\n${person}p,${wide("t", LONGEST.pitchTitle)},x\n`;
  const brought = await bring(grid, ballots);
  expect(brought.additions.problems.map(({ file, row, code }) => `${file} ${row} ${code}`)).toEqual([
    "0 3 room_long",
    "0 4 seats_range",
    "1 3 person_long",
  ]);
  const { draft, people } = await readEverything(brought);
  expect(draft.rooms.map(({ name, capacity }) => [name.length, capacity])).toEqual([
    [LONGEST.roomName, 5000],
  ]);
  expect(people.map(({ name }) => name)).toEqual([person]);
});
