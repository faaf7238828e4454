/** Rooms keep their letters. */
import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { markOf } from "#db/change.ts";
import type { Database } from "#db/connection.ts";
import { listRooms } from "#db/draft.ts";
import { changeRooms, type RoomInput, roomsShown } from "#db/room.ts";
import { SEATS_UNKNOWN } from "#domain/limits.ts";
import type { Organiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { MORNING, organiser, type PitchingCamp, pitchingCamp } from "#tests/support/pitching.ts";

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
async function makeRooms(wanted: (known: RoomInput[]) => RoomInput[]) {
  const known = await rooms();
  return changeRooms(db, dan, markOf(known), wanted(known), MORNING);
}
const lettered = async () =>
  (await listRooms(db, camp.eventId)).map(({ letter, name }) => `${letter} ${name}`);

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

test("how to get to a room is kept, changed and left out as organisers say", async () => {
  const said = async () => (await listRooms(db, camp.eventId)).map(({ directions }) => directions ?? null);
  await makeRooms(() => [{ ...room("Hall"), directions: "First floor" }, room("Den")]);
  expect(await said()).toEqual(["First floor", null]);
  await makeRooms(([hall, den]) => [
    { ...hall!, directions: "" },
    { ...den!, directions: "In the yard" },
  ]);
  expect(await said()).toEqual([null, "In the yard"]);
});

test("whoever saw other directions does not save over them", async () => {
  await makeRooms(() => [room("Hall")]);
  const seen = await rooms();
  await makeRooms(([hall]) => [{ ...hall!, directions: "First floor" }]);
  const late = await changeRooms(db, dan, markOf(seen), [{ ...seen[0]!, directions: "Attic" }], MORNING);
  expect(late).toEqual({ ok: false, refusal: "changed_meanwhile" });
});

test("rooms made before letters were kept wear those of their order", async () => {
  // The statement of the migration, over rooms without a letter.
  const [{ letters }] = (await db.execute<{ letters: string[] }>(sql`
    select array_agg(case when n < 26 then '' else chr(64 + n / 26) end || chr(65 + n % 26) order by n) as letters
    from unnest(array[0, 25, 26, 27, 51, 52, 701]) as n`)) as unknown as [{ letters: string[] }];
  expect(letters).toEqual(["A", "Z", "AA", "AB", "AZ", "BA", "ZZ"]);
});

test("a place whose seats nobody knows is one until its organisers say how many it has", async () => {
  await makeRooms(() => [
    { ...room("Canal side"), capacity: SEATS_UNKNOWN, unofficial: true },
    room("Hall 2"),
  ]);
  const said = async () => (await listRooms(db, camp.eventId)).map((it) => [it.name, it.unofficial]);
  expect(await said()).toEqual([
    ["Canal side", true],
    ["Hall 2", undefined],
  ]);
  await makeRooms(([canal, hall]) => [{ ...canal!, capacity: 12, unofficial: false }, hall!]);
  expect(await said()).toEqual([
    ["Canal side", undefined],
    ["Hall 2", undefined],
  ]);
});
