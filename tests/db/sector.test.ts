/** Sectors renamed, added and taken away, with those that somebody registered with. */
import { expect, test } from "vitest";
import { markOf } from "#db/change.ts";
import { newId } from "#db/id.ts";
import { sector } from "#db/schema/event.ts";
import { changeSectors, listSectors } from "#db/sector.ts";
import { MOST } from "#domain/limits.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();

test("a sector somebody registered with is renamed but never lost", async () => {
  const camp = await makeCamp(db);
  const organiser = await makeOrganiser(db, camp);
  await makePerson(db, camp, "confirmed", { rank: 1 });
  const rows = await listSectors(db, camp.id);
  const wanted = [{ id: null, name: "Health" }];
  expect((await changeSectors(db, organiser, markOf(rows), wanted, NOON)).ok).toBe(true);
  const after = await listSectors(db, camp.id);
  expect(after.map((it) => it.name)).toEqual(["Local government", "Health"]);
  const swapped = [
    { id: after[0]!.id, name: "Health" },
    { id: after[1]!.id, name: "Local government" },
  ];
  await changeSectors(db, organiser, markOf(after), swapped, NOON);
  expect((await listSectors(db, camp.id)).map((it) => it.name)).toEqual(["Health", "Local government"]);
});

test("the sectors that stay count with those that are sent, and one too many can still be taken away", async () => {
  const camp = await makeCamp(db);
  const organiser = await makeOrganiser(db, camp);
  await makePerson(db, camp, "confirmed", { rank: 1 });
  const rows = await listSectors(db, camp.id);
  const added = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ id: null, name: `Sector ${n}` }));
  const change = async (wanted: { id: string | null; name: string }[]) =>
    changeSectors(db, organiser, markOf(await listSectors(db, camp.id)), wanted, NOON);
  expect(await change(added(MOST.sectors))).toEqual({ ok: false, refusal: "sectors_full" });
  expect(await listSectors(db, camp.id)).toEqual(rows);
  expect((await change(added(MOST.sectors - 1))).ok).toBe(true);
  const full = await listSectors(db, camp.id);
  expect(full).toHaveLength(MOST.sectors);
  await db.insert(sector).values({ id: newId(), eventId: camp.id, name: "From before", position: 900 });
  const before = await listSectors(db, camp.id);
  expect((await change(before)).ok).toBe(true);
  expect(await change([...before, ...added(1)])).toEqual({ ok: false, refusal: "sectors_full" });
  expect((await change(before.slice(0, -2))).ok).toBe(true);
  expect(await listSectors(db, camp.id)).toHaveLength(MOST.sectors - 1);
});

test("two names that differ in capitals or accents alone are one", async () => {
  const camp = await makeCamp(db);
  const organiser = await makeOrganiser(db, camp);
  const change = async (...names: string[]) => {
    const mark = markOf(await listSectors(db, camp.id));
    return changeSectors(
      db,
      organiser,
      mark,
      names.map((name) => ({ id: null, name })),
      NOON,
    );
  };
  expect(await change("Health", "health")).toEqual({ ok: false, refusal: "sector_name_taken" });
  expect(await change("Café", "Cafe")).toEqual({ ok: false, refusal: "sector_name_taken" });
  expect((await change("Health", "Healthcare")).ok).toBe(true);
});
