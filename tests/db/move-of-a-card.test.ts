/** What it takes to move a card of a whole camp, and to pick the next one up: counted in statements, and in what is sent. */
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { listRooms, listSlots } from "#db/draft.ts";
import { place, takeOff } from "#db/edit.ts";
import { newId } from "#db/id.ts";
import { listPlacements } from "#db/placement.ts";
import { room } from "#db/schema/room.ts";
import { readChange, readVersions } from "#db/snapshot.ts";
import { askForSuggestion } from "#db/suggestion.ts";
import { undo } from "#db/undo.ts";
import { roomLetter } from "#domain/room.ts";
import { WeighingCache } from "#live/weighing-cache.ts";
import { fillWithPitches } from "#tests/support/big-camp.ts";
import { makeCamp, makeOrganiser, type Organiser } from "#tests/support/camp.ts";
import { counted } from "#tests/support/counted.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { putSlots } from "#tests/support/slots.ts";

const NOW = new Date("2026-07-14T07:00:00Z");

let db: Database;
let said: string[];
let crew: Organiser;
let pitchId: string;
let cells: { slotId: string; roomId: string }[];

beforeAll(async () => {
  ({ db, said } = counted((await freshDatabase()).db));
});

/** Two slots, two rooms, and 40 pitches, of which one is placed. */
beforeEach(async () => {
  const camp = await makeCamp(db, { phase: "grid" });
  crew = await makeOrganiser(db, camp);
  await fillWithPitches(db, crew, 40);
  const named = (position: number) => ({ name: `Room ${position}`, letter: roomLetter(position), position });
  await db
    .insert(room)
    .values([0, 1].map((n) => ({ id: newId(), eventId: camp.id, capacity: 40, ...named(n) })));
  const at = (time: string) => new Date(`2026-07-14T${time}:00Z`);
  const session = { eventId: camp.id, kind: "session" as const };
  await putSlots(db, [
    { id: newId(), ...session, startsAt: at("10:00"), endsAt: at("10:45") },
    { id: newId(), ...session, startsAt: at("11:00"), endsAt: at("11:45") },
  ]);
  const rooms = await listRooms(db, camp.id);
  cells = (await listSlots(db, camp.id)).flatMap((slot) =>
    rooms.map(({ id }) => ({ slotId: slot.id, roomId: id })),
  );
  pitchId = String(
    (await db.execute<{ id: string }>("select id from pitch order by created_at desc"))[0]!.id,
  );
  await place(db, crew, { pitchId, copy: 0, cell: cells[0]!, seen: { from: null, there: [] } }, NOW);
  said.length = 0;
});

const move = (from: number, to: number) =>
  place(db, crew, { pitchId, copy: 0, cell: cells[to]!, seen: { from: cells[from]!, there: [] } }, NOW);
const version = async () => (await readVersions(db, [crew.eventId])).get(crew.eventId)!;
const placed = (at: number) => ({ pitchId, copy: 0, ...cells[at]!, length: 1, pinned: false });

test("a move says eleven statements, and answers with what it changed and the version that has it", async () => {
  const done = await move(0, 1);
  expect(said).toHaveLength(11);
  expect(done).toEqual({
    ok: true,
    value: { v: await version(), edit: { before: [placed(0)], after: [placed(1)] } },
  });
});

test("so do taking off and undoing, which also knows what the next undo takes back", async () => {
  const off = await takeOff(db, crew, { pitchId, copy: 0, from: cells[0]! }, NOW);
  expect(off).toEqual({ ok: true, value: { v: await version(), edit: { before: [placed(0)], after: [] } } });
  said.length = 0;
  const back = await undo(db, crew, NOW);
  expect(said).toHaveLength(12);
  const changed = { v: await version(), edit: { before: [], after: [placed(0)] } };
  expect(back).toEqual({ ok: true, value: { undone: "take_off", changed, next: "place" } });
});

test("the other desks are told of the cells alone, in two statements", async () => {
  const before = await version();
  await move(0, 1);
  said.length = 0;
  const change = await readChange(db, crew.eventId, before);
  expect(change).toEqual({ v: before + 1, placements: await listPlacements(db, crew.eventId) });
  expect(said.filter((statement) => /from "(?!tally|live_version)/.test(statement))).toHaveLength(2);
});

test("where a grid was suggested the rest of the draft goes with them, for it is suggested no more", async () => {
  await askForSuggestion(db, crew, NOW);
  const before = await version();
  await move(0, 1);
  expect(Object.keys((await readChange(db, crew.eventId, before))!).sort()).toEqual([
    "draft",
    "placements",
    "v",
  ]);
});

test("picking up the next card reads two statements, and weighs it where the cards lie now", async () => {
  const weighed = new WeighingCache(db);
  await weighed.of(crew.eventId);
  await move(0, 1);
  said.length = 0;
  const { placements } = await weighed.of(crew.eventId);
  expect(said).toHaveLength(2);
  expect(placements).toEqual([placed(1)]);
  await weighed.of(crew.eventId);
  expect(said).toHaveLength(3);
});
