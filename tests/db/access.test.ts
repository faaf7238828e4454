/** What people need for the day: read with a line in the log for each look, or counted without names. */
import { and, eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { countCompanions, listBringing, openAccess, readAccess, readAccessCounts } from "#db/access.ts";
import type { Database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { listHistory } from "#db/person.ts";
import { audit } from "#db/schema/audit.ts";
import { registration } from "#db/schema/registration.ts";
import { fillWithPeople } from "#tests/support/big-camp.ts";
import { makeCamp, makeOrganiser, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

let db: Database;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});

async function needing(
  camp: TestCamp,
  rank: number,
  access: string,
  status: "confirmed" | "waiting" = "confirmed",
) {
  const id = await makePerson(db, camp, status, { rank });
  await db.update(registration).set({ access }).where(eq(registration.id, id));
  return id;
}

const looks = async (camp: TestCamp) =>
  db
    .select()
    .from(audit)
    .where(and(eq(audit.eventId, camp.id), eq(audit.act, "see_needs")))
    .orderBy(audit.at, audit.id);

test("each look at a person and at the list is one row, with who and when and not a word of the needs", async () => {
  const camp = await makeCamp(db);
  const organiser = await makeOrganiser(db, camp);
  const id = await needing(camp, 1, "a hearing loop");
  const told = { access: "a hearing loop", companions: 0, companionsNote: "" };
  const [first, second, third] = [0, 1, 2].map((n) => new Date(NOON.getTime() + n)) as [Date, Date, Date];
  expect(await readAccess(db, organiser, id, first)).toEqual({ ok: true, value: told });
  expect(await readAccess(db, organiser, id, second)).toEqual({ ok: true, value: told });
  expect([...(await (await openAccess(db, organiser, third))([id]))]).toEqual([[id, told]]);
  const rows = await looks(camp);
  expect(rows.map(({ actorId, at, subjectId }) => [actorId, at, subjectId])).toEqual([
    [organiser.personId, first, id],
    [organiser.personId, second, id],
    [organiser.personId, third, camp.id],
  ]);
  expect(JSON.stringify(rows)).not.toContain("loop");
  expect((await listHistory(db, organiser, id, 1)).items.map(({ act, by }) => [act, by])).toEqual([
    ["see_needs", "Olu Adeyemi"],
  ]);
});

test("nobody of another camp is read, counted or logged", async () => {
  const [mine, other] = [await makeCamp(db), await makeCamp(db)];
  const organiser = await makeOrganiser(db, mine);
  const id = await needing(other, 1, "vegan");
  const no = { ok: false, refusal: "not_found" };
  expect(await readAccess(db, organiser, id, NOON)).toEqual(no);
  expect(await readAccess(db, organiser, newId(), NOON)).toEqual(no);
  expect((await (await openAccess(db, organiser, NOON))([id])).size).toBe(0);
  expect((await readAccessCounts(db, organiser)).wrote).toBe(0);
  expect(await looks(other)).toEqual([]);
});

test("those with a place are counted, and nobody who waits", async () => {
  const camp = await makeCamp(db);
  const organiser = await makeOrganiser(db, camp, "caterer");
  await needing(camp, 1, "vegan");
  await needing(camp, 2, "Vegan, please. Mei Tan");
  await needing(camp, 3, "");
  await needing(camp, 4, "vegan", "waiting");
  const counts = await readAccessCounts(db, organiser);
  expect([counts.wrote, counts.kinds.vegan, counts.other]).toEqual([2, 2, 0]);
  expect(JSON.stringify(counts)).not.toContain("Mei");
  expect(await looks(camp)).toEqual([]);
});

// Read at once, ten thousand places with a thousand characters each were ten megabytes for thirteen numbers.
test("the needs of more than are read at once are all counted, each once", async () => {
  const camp = await makeCamp(db);
  const organiser = await makeOrganiser(db, camp, "caterer");
  await fillWithPeople(db, camp, 5_000);
  await db.execute(sql`update registration set access = case when rank % 5 = 1 then '' when rank % 5 = 2 then 'vegan' else 'a lift' end
    where event_id = ${camp.id}`);
  const counts = await readAccessCounts(db, organiser);
  expect([counts.wrote, counts.kinds.vegan, counts.other]).toEqual([2_000, 500, 1_500]);
});

test("who comes along is counted with those who have a place, and read with a line in the log", async () => {
  const [camp, other] = [await makeCamp(db), await makeCamp(db)];
  const organiser = await makeOrganiser(db, camp);
  const bringing = async (of: TestCamp, rank: number, companions: number, status?: "waiting") => {
    const id = await needing(of, rank, "", status);
    const along = { companions, companionsNote: companions > 0 ? "BSL" : "" };
    await db.update(registration).set(along).where(eq(registration.id, id));
    return id;
  };
  expect(await countCompanions(db, camp.id)).toEqual({ companions: 0, people: 0 });
  const [two, one] = [await bringing(camp, 1, 2), await bringing(camp, 3, 1)];
  await bringing(camp, 2, 0);
  const waits = await bringing(camp, 4, 2, "waiting");
  await bringing(other, 1, 2);
  expect(await countCompanions(db, camp.id)).toEqual({ companions: 3, people: 2 });
  expect(await looks(camp)).toEqual([]);
  const person = { companionsNote: "BSL" };
  expect(await listBringing(db, organiser, NOON)).toEqual([
    { id: two, name: "person1", companions: 2, ...person },
    { id: one, name: "person3", companions: 1, ...person },
  ]);
  expect((await looks(camp)).map(({ actorId, subjectId }) => [actorId, subjectId])).toEqual([
    [organiser.personId, camp.id],
  ]);
  // In the list of all who told something, also where they need nothing else.
  const read = await (await openAccess(db, organiser, NOON))([two, waits]);
  expect([...read.keys()].sort()).toEqual([two, waits].sort());
});
