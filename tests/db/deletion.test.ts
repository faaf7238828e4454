import { eq, inArray, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { deleteCamp, readDeletion } from "#db/deletion.ts";
import { newId } from "#db/id.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { person, role } from "#db/schema/person.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { completePages } from "#tests/support/camp-pages.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();

/** In the archive, with somebody who came and two ways to sign in: one for this camp alone. */
async function past() {
  const camp = await makeCamp(db);
  const olu = await makeOrganiser(db, camp);
  const [only, crew] = [`only-${newId()}@example.org`, `crew-${newId()}@example.org`];
  for (const [rank, email] of [only, crew].entries()) {
    await makePerson(db, camp, "confirmed", { rank, email });
    await db.insert(person).values({ id: newId(), email, name: "Priya" });
  }
  const other = await makeCamp(db);
  await makePerson(db, other, "confirmed", { rank: 1, email: crew });
  await db.insert(pitch).values({ id: newId(), eventId: camp.id, title: "Job swaps" });
  await completePages(db, camp.id);
  await db.update(event).set({ phase: "archived" }).where(eq(event.id, camp.id));
  return { camp, other, olu, only, crew };
}

it("says what goes, and then leaves nothing of a camp but one line of the log", async () => {
  const { camp, other, olu, only, crew } = await past();
  expect(await readDeletion(db, olu)).toEqual({
    registrations: 2,
    live: 2,
    pitches: 1,
    versions: 0,
    crew: 1,
  });
  expect((await deleteCamp(db, olu, camp.slug, NOON)).ok).toBe(true);
  const tables = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.columns where column_name = 'event_id' and table_schema = 'public'`,
  );
  expect(tables.length).toBeGreaterThan(20);
  for (const { name } of tables) {
    const rows = await db.execute(sql`select 1 from ${sql.identifier(name)} where event_id = ${camp.id}`);
    expect([name, rows.length]).toEqual([name, 0]);
  }
  const log = await db.select().from(audit).where(eq(audit.subjectId, camp.id));
  expect(log.map(({ act, from, actorId }) => [act, from, actorId])).toEqual([
    ["delete_camp", camp.slug, olu.personId],
  ]);
  expect(await db.$count(person, eq(person.email, only))).toBe(0);
  expect(await db.$count(person, eq(person.email, crew))).toBe(1);
  expect(await db.$count(registration, eq(registration.eventId, other.id))).toBe(1);
});

it("leaves no way to sign in to a crew that had it for this camp alone, and to anybody else theirs", async () => {
  const { camp, other, olu } = await past();
  const members = await Promise.all(Array.from({ length: 5 }, () => makeOrganiser(db, camp, "door")));
  const [gone, elsewhere, owns, came, both] = members.map(({ personId }) => personId);
  const emailOf = async (id: string) => (await db.select().from(person).where(eq(person.id, id)))[0]!.email;
  await db.insert(role).values({ eventId: other.id, personId: elsewhere!, role: "door" });
  await db.update(person).set({ owner: true }).where(eq(person.id, owns!));
  await makePerson(db, other, "confirmed", { rank: 2, email: await emailOf(came!) });
  await makePerson(db, camp, "confirmed", { rank: 3, email: await emailOf(both!) });
  expect((await deleteCamp(db, olu, camp.slug, NOON)).ok).toBe(true);
  const ids = members.map(({ personId }) => personId);
  const left = await db
    .select({ id: person.id })
    .from(person)
    .where(inArray(person.id, [...ids, olu.personId]));
  expect(left.map(({ id }) => id).sort()).toEqual([elsewhere, owns, came, olu.personId].sort());
  expect(left.map(({ id }) => id)).not.toContain(gone);
});

it("is for an organiser who types the camp's address, once", async () => {
  const { camp, olu } = await past();
  const mo = await makeOrganiser(db, camp, "campmaker");
  expect(await deleteCamp(db, mo, camp.slug, NOON)).toEqual({ ok: false, refusal: "not_found" });
  expect(await deleteCamp(db, olu, "another", NOON)).toEqual({ ok: false, refusal: "other_address" });
  const pressed = await Promise.all([1, 2, 3].map(() => deleteCamp(db, olu, camp.slug, NOON)));
  expect(pressed.filter(({ ok }) => ok)).toHaveLength(1);
});

it("deletes no camp that people know of before it is in the archive, no demo, and no draft that people wait for", async () => {
  const { camp, olu } = await past();
  const stays = { ok: false, refusal: "camp_stays" };
  for (const phase of ["tickets", "closed", "doors", "sessions", "after"] as const) {
    await db.update(event).set({ phase }).where(eq(event.id, camp.id));
    expect(await deleteCamp(db, olu, camp.slug, NOON)).toEqual(stays);
  }
  await db.update(event).set({ phase: "archived", demo: true }).where(eq(event.id, camp.id));
  expect(await deleteCamp(db, olu, camp.slug, NOON)).toEqual(stays);
  await db.update(event).set({ phase: "draft", demo: false }).where(eq(event.id, camp.id));
  expect(await deleteCamp(db, olu, camp.slug, NOON)).toEqual({ ok: false, refusal: "still_registered" });
  await db.update(registration).set({ status: "left" }).where(eq(registration.eventId, camp.id));
  expect((await deleteCamp(db, olu, camp.slug, NOON)).ok).toBe(true);
});
