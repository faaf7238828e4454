/** Rooms keep their letters, and nothing goes with a room or a slot that nobody was told of. */
import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { place } from "#db/agenda.ts";
import { markOf } from "#db/change.ts";
import type { Database } from "#db/connection.ts";
import { listRooms, listSlots, readDraft } from "#db/draft.ts";
import { goingMark, whatGoesWith } from "#db/going.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { changeRooms, type RoomInput, roomsShown } from "#db/room.ts";
import { changeSlots, slotsShown } from "#db/slot.ts";
import type { Organiser } from "#domain/viewer.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { MORNING, organiser, type PitchingCamp, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { publishDraft } from "#tests/support/published.ts";

let db: Database;
let camp: PitchingCamp;
let dan: Organiser;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});
beforeEach(async () => {
  camp = await pitchingCamp(db);
  dan = await organiser(db, camp);
});

const room = (name: string): RoomInput => ({ id: null, name, capacity: 20, features: [] });
const rooms = async () => roomsShown(await listRooms(db, camp.eventId));
async function makeRooms(wanted: (known: RoomInput[]) => RoomInput[], agreed: string | null = null) {
  const known = await rooms();
  return changeRooms(db, dan, markOf(known), wanted(known), MORNING, agreed);
}
const lettered = async () =>
  (await listRooms(db, camp.eventId)).map(({ letter, name }) => `${letter} ${name}`);
const slots = async () => slotsShown(await listSlots(db, camp.eventId), "Europe/London");
const DONE = { ok: true, value: null };
const ASKED = { ok: false, refusal: "takes_sessions" };

test("a room keeps its letter wherever it stands; a new one wears one that no room ever wore", async () => {
  await makeRooms(() => ["Hall", "Den", "Attic"].map(room));
  expect(await lettered()).toEqual(["A Hall", "B Den", "C Attic"]);
  await makeRooms(([hall, , attic]) => [attic!, hall!]);
  expect(await lettered()).toEqual(["C Attic", "A Hall"]);
  await makeRooms((known) => [room("Yard"), ...known]);
  expect((await lettered()).sort()).toEqual(["A Hall", "C Attic", "D Yard"]);
  await makeRooms(() => []);
  await makeRooms(() => [room("Tent")]);
  expect(await lettered()).toEqual(["E Tent"]);
});

test("a room and a slot with sessions go only with what was agreed to, and as the agreement knew it", async () => {
  await makeRooms(() => ["Hall", "Den"].map(room));
  const slot = {
    id: null,
    kind: "session" as const,
    title: "",
    day: "2026-07-14",
    starts: "13:00",
    ends: "13:45",
  };
  await changeSlots(db, dan, markOf([]), [slot], MORNING);
  const [first, second] = [pitchForm("First"), pitchForm("Second")];
  for (const form of [first, second]) await bringPitchFor(db, dan, form, [], MORNING);
  const [hall, den] = await listRooms(db, camp.eventId);
  const [row] = await listSlots(db, camp.eventId);
  const put = (pitchId: string, roomId: string) =>
    place(
      db,
      dan,
      { pitchId, cell: { slotId: row!.id, roomId }, seen: { from: null, occupant: null } },
      MORNING,
    );
  await put(first.id, hall!.id);

  expect(await makeRooms(([, it]) => [it!])).toEqual(ASKED);
  const going = await whatGoesWith(db, dan, { rooms: [hall!.id] });
  expect(going).toEqual([{ pitchId: first.id, title: "First", placed: true, published: false }]);
  await publishDraft(db, dan, MORNING);
  await put(second.id, den!.id);
  expect(await makeRooms(() => [], goingMark(going))).toEqual(ASKED);
  expect(await changeSlots(db, dan, markOf(await slots()), [], MORNING)).toEqual(ASKED);
  expect(await whatGoesWith(db, dan, { slots: [row!.id] })).toMatchObject([
    { title: "First", placed: true, published: true },
    { title: "Second", placed: true, published: false },
  ]);
  expect(await lettered()).toEqual(["A Hall", "B Den"]);

  expect(await makeRooms(([, it]) => [it!], goingMark(going))).toEqual(DONE);
  expect((await readDraft(db, camp.eventId)).placements.map(({ pitchId }) => pitchId)).toEqual([second.id]);
  const left = await whatGoesWith(db, dan, { slots: [row!.id] });
  expect(await changeSlots(db, dan, markOf(await slots()), [], MORNING, goingMark(left))).toEqual(DONE);
  expect((await readDraft(db, camp.eventId)).slots).toEqual([]);
});

test("rooms made before letters were kept wear those of their order", async () => {
  // The statement of the migration, over rooms without a letter.
  const [{ letters }] = (await db.execute<{ letters: string[] }>(sql`
    select array_agg(case when n < 26 then '' else chr(64 + n / 26) end || chr(65 + n % 26) order by n) as letters
    from unnest(array[0, 25, 26, 27, 51, 52, 701]) as n`)) as unknown as [{ letters: string[] }];
  expect(letters).toEqual(["A", "Z", "AA", "AB", "AZ", "BA", "ZZ"]);
});
