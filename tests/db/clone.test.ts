import { asc, eq, inArray } from "drizzle-orm";
import { expect, it } from "vitest";
import { changePage, listLacks, markOfPage, readPageNow } from "#db/camp-page.ts";
import { type CloneInput, cloneCamp, findEarlier, listEarlier } from "#db/clone.ts";
import { changeContacts, listContacts, markOfContacts } from "#db/contact.ts";
import { memberOf } from "#db/crew-list.ts";
import { findEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { insertRooms } from "#db/room.ts";
import { audit } from "#db/schema/audit.ts";
import { checklistItem } from "#db/schema/checklist.ts";
import { event, sector } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { mailWords } from "#db/schema/mail-words.ts";
import { pitch } from "#db/schema/pitch.ts";
import { pool } from "#db/schema/pool.ts";
import { question } from "#db/schema/question.ts";
import { registration } from "#db/schema/registration.ts";
import { release } from "#db/schema/release.ts";
import { room } from "#db/schema/room.ts";
import { rotaSignUp, rotaTask } from "#db/schema/rota.ts";
import { slot } from "#db/schema/slot.ts";
import { ORDINARY } from "#domain/checklist.ts";
import { LIMITS } from "#domain/rate-limit.ts";
import type { Owner } from "#domain/viewer.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { putSlots } from "#tests/support/slots.ts";

const { db } = await freshDatabase();

/** A camp with something of everything that comes along, and of much that does not. */
async function earlier() {
  const camp = await makeCamp(db, { phase: "archived", holdHours: 48 });
  const [olu, mo] = [await makeOrganiser(db, camp), await makeOrganiser(db, camp, "campmaker", "door")];
  const eventId = camp.id;
  await db.transaction((tx) =>
    insertRooms(tx, eventId, [{ name: "Hall", capacity: 60, features: ["loop"], directions: "Left" }], 0),
  );
  const at = (time: string) => new Date(`2026-07-14T${time}:00Z`);
  await putSlots(db, { id: newId(), eventId, kind: "session", startsAt: at("09:00"), endsAt: at("09:45") });
  const door = { id: newId(), eventId, task: "Door", wanted: 2, startsAt: at("07:30"), endsAt: at("08:30") };
  // While the clocks of London are put forward when the camp is on 2027-03-28.
  const night = { id: newId(), eventId, task: "Lock", wanted: 1, startsAt: at("00:15"), endsAt: at("00:45") };
  await db.insert(rotaTask).values([door, night]);
  await db.insert(rotaSignUp).values({ taskId: door.id, personId: mo.personId });
  const added = { eventId, title: "Buy tape", daysBefore: 3, doneAt: NOON, byId: olu.personId };
  await db.insert(checklistItem).values([
    { id: newId(), ...added },
    { id: newId(), eventId, key: ORDINARY[0]!.key, doneAt: NOON },
  ]);
  await db.insert(pool).values({ id: newId(), eventId, sectorId: camp.sectorId, floor: 10 });
  const asked = { kind: "text" as const, label: "Lift?", purpose: "To share cars" };
  await db
    .insert(question)
    .values({ ...asked, id: newId(), eventId, position: 0, keepUntil: "2026-07-20", emptiedAt: NOON });
  const own = { letter: "offered" as const, locale: "en-GB", subject: "Yes", body: "{my page} {until}" };
  await db.insert(mailWords).values({ ...own, eventId });
  await db.insert(release).values({ id: newId(), eventId, way: "first_come", opensAt: NOON, places: 5 });
  await db.insert(pitch).values({ id: newId(), eventId, title: "Job swaps" });
  await makePerson(db, camp, "confirmed", { rank: 1 });
  await db.update(event).set({ phase: "after", passOnMinutes: 20 }).where(eq(event.id, eventId));
  const page = await readPageNow(db, eventId, "privacy");
  await changePage(db, olu, "privacy", markOfPage(page), { body: "We are Olu.", looked: true }, NOON);
  const ada = { name: "Ada", email: `ada-${newId()}@example.org` };
  const named = [{ personId: mo.personId }, ada];
  await changeContacts(db, olu, markOfContacts(await listContacts(db, eventId)), named, NOON);
  return { camp, olu, mo, owner: olu as unknown as Owner };
}

const input = (more: Partial<CloneInput> = {}): CloneInput => ({
  ...{
    slug: `next-${newId().slice(-8)}`,
    name: "Nextcamp",
    strapline: "",
    place: "Leeds",
    day: "2027-01-30",
  },
  ...{ doors: "08:30", zone: "Europe/London", capacity: 90, crew: true },
  ...more,
});

async function cloned(more: Partial<CloneInput> = {}) {
  const from = await earlier();
  const wanted = input(more);
  const result = await cloneCamp(db, from.owner, from.camp.slug, wanted, NOON);
  if (!result.ok) throw new Error(result.refusal);
  const made = (await findEvent(db, wanted.slug))!;
  return { ...from, made, result: result.value };
}

it("brings what organisers set and wrote, moved to the new date on its own clocks", async () => {
  const { camp, made, result } = await cloned();
  expect(made).toMatchObject({ phase: "draft", name: "Nextcamp", day: "2027-01-30", capacity: 90 });
  expect(made.days.map(({ startsAt }) => startsAt)).toEqual(["2027-01-30T08:30:00.000Z"]);
  const [row] = await db.select().from(event).where(eq(event.id, made.id));
  expect(row).toMatchObject({ holdHours: 48, passOnMinutes: 20, demo: false });
  const [hall] = await db.select().from(room).where(eq(room.eventId, made.id));
  expect(hall).toMatchObject({ letter: "A", name: "Hall", directions: "Left", features: ["loop"] });
  const [first] = await db.select().from(slot).where(eq(slot.eventId, made.id)).orderBy(asc(slot.startsAt));
  expect(first!.startsAt.toISOString()).toBe("2027-01-30T10:00:00.000Z");
  expect(first!.dayId).toBe(made.days[0]!.id);
  const [works] = await db.select().from(sector).where(eq(sector.eventId, made.id));
  const [kept] = await db.select().from(pool).where(eq(pool.eventId, made.id));
  expect(kept).toMatchObject({ sectorId: works!.id, floor: 10 });
  expect(works!.id).not.toBe(camp.sectorId);
  const [asked] = await db.select().from(question).where(eq(question.eventId, made.id));
  expect(asked).toMatchObject({ label: "Lift?", keepUntil: "2027-02-05", emptiedAt: null });
  expect(await db.$count(mailWords, eq(mailWords.eventId, made.id))).toBe(1);
  expect((await readPageNow(db, made.id, "privacy")).body).toBe("We are Olu.");
  expect(result).toMatchObject({ crew: 1, leftOut: 0, tasks: 0, unnamed: 1, releases: true });
});

it("brings the tasks of the rota with nobody down for them, and the crew's own of the checklist unticked", async () => {
  const { made } = await cloned();
  const tasks = await db
    .select()
    .from(rotaTask)
    .where(eq(rotaTask.eventId, made.id))
    .orderBy(rotaTask.startsAt);
  expect(tasks.map(({ task, wanted, startsAt }) => [task, wanted, startsAt.toISOString()])).toEqual([
    ["Lock", 1, "2027-01-30T01:15:00.000Z"],
    ["Door", 2, "2027-01-30T08:30:00.000Z"],
  ]);
  const ids = tasks.map(({ id }) => id);
  expect(await db.$count(rotaSignUp, inArray(rotaSignUp.taskId, ids))).toBe(0);
  const items = await db.select().from(checklistItem).where(eq(checklistItem.eventId, made.id));
  expect(items).toMatchObject([{ title: "Buy tape", daysBefore: 3, key: null, doneAt: null, byId: null }]);
  const { made: sprung, result } = await cloned({ day: "2027-03-28" });
  expect(result.tasks).toBe(1);
  expect(await db.$count(rotaTask, eq(rotaTask.eventId, sprung.id))).toBe(1);
});

it("brings nobody but the crew, no release, and nothing that was looked through", async () => {
  const { made, mo, olu } = await cloned();
  for (const table of [registration, pitch, release])
    expect(await db.$count(table, eq(table.eventId, made.id))).toBe(0);
  expect(await listLacks(db, made.id)).toContainEqual({ page: "privacy", why: "unread" });
  expect((await memberOf(db, made.id, mo.personId))?.roles).toEqual(["campmaker", "door"]);
  expect((await memberOf(db, made.id, olu.personId))?.roles).toEqual(["organiser"]);
  expect((await listContacts(db, made.id)).map(({ personId }) => personId)).toEqual([mo.personId]);
  const mails = await db.select().from(outbox).where(eq(outbox.eventId, made.id));
  expect(mails.map(({ kind, recipient, facts }) => [kind, recipient, facts.role]).sort()).toEqual([
    ["contact_named", `${mo.personId}@example.org`, undefined],
    ["invited", `${mo.personId}@example.org`, "campmaker,door"],
  ]);
  const acts = await db.select().from(audit).where(eq(audit.eventId, made.id));
  expect(acts.map(({ act, to }) => [act, to])).toEqual([["start_camp", made.slug]]);
});

it("leaves the crew where it was when asked to, and tells nobody", async () => {
  const { made, mo, result } = await cloned({ crew: false });
  // Only whoever was named by an address.
  expect(result.unnamed).toBe(1);
  expect(await memberOf(db, made.id, mo.personId)).toBe(null);
  expect(await listContacts(db, made.id)).toEqual([]);
  expect(await db.$count(outbox, eq(outbox.eventId, made.id))).toBe(0);
});

it("is for whoever organises the earlier camp, and for nobody else", async () => {
  const { camp, mo, owner } = await earlier();
  const stranger = mo as unknown as Owner;
  expect(await cloneCamp(db, stranger, camp.slug, input(), NOON)).toEqual({
    ok: false,
    refusal: "not_found",
  });
  expect(await findEarlier(db, stranger, camp.slug)).toBe(null);
  expect((await listEarlier(db, owner)).map(({ id }) => id)).toEqual([camp.id]);
});

it("writes nothing where the address is taken, the places are too many, or it was done too often", async () => {
  const { camp, owner } = await earlier();
  const taken = input({ slug: camp.slug });
  expect(await cloneCamp(db, owner, camp.slug, taken, NOON)).toEqual({ ok: false, refusal: "slug_taken" });
  await db.update(event).set({ insideLimit: 50 }).where(eq(event.id, camp.id));
  expect(await cloneCamp(db, owner, camp.slug, input(), NOON)).toEqual({ ok: false, refusal: "over_inside" });
  const { most } = LIMITS.clone_by_person;
  const fits = () => input({ capacity: 50 });
  for (let n = 0; n < most; n++) expect((await cloneCamp(db, owner, camp.slug, fits(), NOON)).ok).toBe(true);
  expect(await cloneCamp(db, owner, camp.slug, fits(), NOON)).toEqual({ ok: false, refusal: "too_many" });
  expect(await listEarlier(db, owner)).toHaveLength(most + 1);
});
