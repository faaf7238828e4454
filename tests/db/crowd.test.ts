/** Among whom sessions are shared out: those who have a place and come, as the desk's draft says to all of its readers. */
import { beforeAll, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { readCrowd } from "#db/crowd.ts";
import { newId } from "#db/id.ts";
import { movePhase } from "#db/phase.ts";
import { readChange, readSnapshot, readWhole } from "#db/snapshot.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { comeIn } from "#tests/support/door.ts";

let db: Database;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});

async function tenWithAPlace() {
  const camp = await makeCamp(db, { phase: "pitching" });
  const people: string[] = [];
  for (let rank = 1; rank <= 10; rank += 1) people.push(await makePerson(db, camp, "confirmed", { rank }));
  const released = await makePerson(db, camp, "released", { rank: 11 });
  await makePerson(db, camp, "waiting", { rank: 12 });
  const crew = await makeOrganiser(db, camp);
  const checkIn = (ids: readonly string[]) => comeIn(db, crew, ids, NOON);
  return { camp, people, released, checkIn };
}

test("as many as usually come of those with a place, until half of them are checked in", async () => {
  const { camp, people, released, checkIn } = await tenWithAPlace();
  const usual = { people: 7, places: 10, basis: "usual" };
  expect(await readCrowd(db, camp.id)).toEqual(usual);
  await checkIn([...people.slice(0, 3), released]);
  expect(await readCrowd(db, camp.id)).toEqual(usual);
  await checkIn(people.slice(3, 9));
  expect(await readCrowd(db, camp.id)).toEqual({ people: 9, places: 10, basis: "checked_in" });
  await expect(readCrowd(db, newId())).rejects.toThrow("without a camp");
});

test("a desk that sees no people knows how many they are, and hears when the phase moves on", async () => {
  const { camp, people, checkIn } = await tenWithAPlace();
  const seen = await readSnapshot(db, camp.id, "programme", "-");
  expect([seen.people, seen.draft!.crowd.people]).toEqual([null, 7]);
  const { v } = await readWhole(db, camp.id);
  await checkIn(people);
  await movePhase(db, await makeOrganiser(db, camp), { from: "pitching", to: "grid" }, NOON);
  expect((await readChange(db, camp.id, v))?.draft?.crowd.people).toBe(10);
});
