/** A rehearsal is asked for, run against a copy, and gone: of all tables only its result and the log know of it. */
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { listComing } from "#db/camp-list.ts";
import { readChecklist } from "#db/checklist.ts";
import { findEarlier, listEarlier } from "#db/clone.ts";
import { deleteCamp } from "#db/deletion.ts";
import { findEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { listMyComing } from "#db/my-camps.ts";
import { makeCopy } from "#db/rehearsal/copy.ts";
import {
  endRehearsal,
  holdsRehearsal,
  keepRehearsal,
  noteRehearsal,
  takeUpRehearsal,
} from "#db/rehearsal/lease.ts";
import { askForRehearsal, listRehearsals, readRehearsing, stopRehearsal } from "#db/rehearsal.ts";
import { event } from "#db/schema/event.ts";
import { person, role } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { rehearsal } from "#db/schema/rehearsal.ts";
import { release } from "#db/schema/release.ts";
import { room } from "#db/schema/room.ts";
import { slot } from "#db/schema/slot.ts";
import { findViewer } from "#db/viewer.ts";
import { isReachable } from "#domain/email-address.ts";
import { HALTED } from "#domain/event.ts";
import { FIRST_PAGE } from "#domain/paging.ts";
import { judge, RESULTS, WAITS_MS } from "#domain/rehearsal.ts";
import type { Owner } from "#domain/viewer.ts";
import { makeOrganiser, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { campToRehearse, countAll, HALF, rehearsing } from "#tests/support/rehearsal.ts";

const { db } = await freshDatabase();

const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1_000);
const LINES = [judge("list", { of: 2, got: 2, times: [5, 9] })];

const running = () => rehearsing(db, NOON);

const over = (task: Parameters<typeof endRehearsal>[1], at = later(60)) =>
  endRehearsal(db, task, { state: "passed", lines: LINES }, at);

it("copies rooms, slots and rules to doors that open now, with people who cannot be written to", async () => {
  const { camp, olu, task, copy } = await running();
  const [made] = await db.select().from(event).where(eq(event.id, copy.eventId));
  expect(made).toMatchObject({ phase: "doors", startsAt: NOON, day: "2026-06-24", rehearsalOf: camp.id });
  const letters = await db.select({ name: room.name }).from(room).where(eq(room.eventId, copy.eventId));
  expect(letters.map(({ name }) => name).sort()).toEqual(["Attic", "Hall"]);
  const slots = await db.select().from(slot).where(eq(slot.eventId, copy.eventId)).orderBy(slot.startsAt);
  expect(slots.map(({ startsAt }) => (startsAt.getTime() - NOON.getTime()) / 3_600_000)).toEqual([2, 3, 4]);
  expect(copy.cells).toBe(6);
  const people = await db.select().from(registration).where(eq(registration.eventId, copy.eventId));
  expect(people).toHaveLength(12);
  expect(people.filter(({ email }) => isReachable(email))).toEqual([]);
  const real = await db.select().from(registration).where(eq(registration.eventId, camp.id));
  expect(people.filter(({ name }) => real.some((one) => one.name === name))).toEqual([]);
  const camper = await findViewer(db, copy.people[0]!.token, copy.eventId);
  expect(camper.attendee?.registrationId).toBe(copy.people[0]!.registrationId);
  expect((await findViewer(db, copy.doors[1]!, copy.eventId)).crew?.roles).toEqual(["door"]);
  const crew = await db.select().from(role).where(eq(role.eventId, copy.eventId));
  expect(crew.filter(({ personId }) => personId === olu.personId)).toHaveLength(1);
  await over(task);
});

it("is in no list of camps, and nothing is started from it", async () => {
  const { olu, task, copy } = await running();
  const who = { id: olu.personId, email: `${olu.personId}@example.org` };
  const mine = await listMyComing(db, who, NOON, FIRST_PAGE);
  expect(mine.items.map(({ id }) => id)).toEqual([olu.eventId]);
  expect((await listComing(db, NOON, FIRST_PAGE)).items.some(({ id }) => id === copy.eventId)).toBe(false);
  const owner = { personId: olu.personId } as Owner;
  expect((await listEarlier(db, owner)).map(({ id }) => id)).toEqual([olu.eventId]);
  expect(await findEarlier(db, owner, copy.slug)).toBeNull();
  await over(task);
});

it("leaves nothing in any table but its result and the log", async () => {
  const { camp, olu } = await campToRehearse(db);
  const before = await countAll(db);
  await askForRehearsal(db, olu, NOON);
  const task = (await takeUpRehearsal(db, NOON))!;
  await makeCopy(db, camp.id, HALF, olu.personId, NOON);
  const during = await countAll(db);
  const grown = ["event", "person", "device", "ticket", "registration", "role", "slot", "unsettled"];
  for (const table of grown) expect([table, during[table]! > before[table]!]).toEqual([table, true]);
  await over(task);
  expect(await countAll(db)).toEqual({
    ...before,
    audit: before.audit! + 1,
    rehearsal: before.rehearsal! + 1,
    limit_bucket: before.limit_bucket! + 1,
  });
  const [kept] = await db.select().from(rehearsal).where(eq(rehearsal.eventId, camp.id));
  expect(kept).toMatchObject({ askedBy: null, claim: null, state: "passed", lines: LINES });
});

it("is cleared by the next worker where its own falls silent, and only then", async () => {
  const { camp, olu, task, copy } = await running();
  await noteRehearsal(db, task, { part: "arrive", lines: LINES });
  expect(await takeUpRehearsal(db, later(10))).toBeNull();
  expect(await db.$count(event, eq(event.id, copy.eventId))).toBe(1);
  expect(await keepRehearsal(db, task, later(15))).toBe(true);
  expect(await takeUpRehearsal(db, later(30))).toBeNull();
  expect(await db.$count(event, eq(event.id, copy.eventId))).toBe(1);
  expect(await takeUpRehearsal(db, later(60))).toBeNull();
  expect(await db.$count(event, eq(event.rehearsalOf, camp.id))).toBe(0);
  expect(await listRehearsals(db, olu)).toMatchObject([{ state: "cut_short", lines: LINES, slug: null }]);
  expect(await keepRehearsal(db, task, later(61))).toBe(false);
  await over(task, later(62));
  expect(await listRehearsals(db, olu)).toMatchObject([{ state: "cut_short" }]);
});

it("makes no copy for a worker that was silent for too long: nobody would clear it any more", async () => {
  const { camp, olu } = await campToRehearse(db);
  await askForRehearsal(db, olu, NOON);
  const task = (await takeUpRehearsal(db, NOON))!;
  const copy = () => makeCopy(db, camp.id, HALF, olu.personId, NOON, (tx) => holdsRehearsal(tx, task));
  expect(await takeUpRehearsal(db, later(60))).toBeNull();
  expect(await copy()).toBeNull();
  expect(await db.$count(event, eq(event.rehearsalOf, camp.id))).toBe(0);
});

it("stops where somebody presses Stop, before it began and under way", async () => {
  const { camp, olu, task } = await running();
  await stopRehearsal(db, olu, later(5));
  expect(await keepRehearsal(db, task, later(6))).toBe(false);
  await over(task);
  expect(await db.$count(event, eq(event.rehearsalOf, camp.id))).toBe(0);
  await askForRehearsal(db, olu, later(70));
  await stopRehearsal(db, olu, later(71));
  expect(await takeUpRehearsal(db, later(72))).toBeNull();
  expect((await listRehearsals(db, olu)).map(({ state }) => state)).toEqual(["stopped", "stopped"]);
});

it("goes with its camp where that is deleted meanwhile", async () => {
  const { camp, olu, task } = await running();
  await db.delete(registration).where(eq(registration.eventId, camp.id));
  await db.update(event).set({ phase: "draft" }).where(eq(event.id, camp.id));
  const people = await db.$count(person);
  expect((await deleteCamp(db, olu, camp.slug, later(5))).ok).toBe(true);
  expect(await db.$count(person)).toBe(people - 3);
  expect(await keepRehearsal(db, task, later(6))).toBe(false);
});

it("is refused while another runs, while a camp is on, from doors on, and to whoever goes on asking", async () => {
  const { olu: others, task } = await running();
  const { camp, olu } = await campToRehearse(db);
  expect(await askForRehearsal(db, olu, NOON)).toMatchObject({ refusal: "rehearsal_runs" });
  await over(task);
  const on = await campToRehearse(db, { startsAt: NOON });
  for (const at of [-30, 60, 4 * 60 + 40])
    expect(await askForRehearsal(db, olu, later(at * 60))).toMatchObject({ refusal: "camp_is_on" });
  await db.delete(event).where(eq(event.id, on.camp.id));
  for (let n = 0; n < 2; n += 1) {
    expect((await askForRehearsal(db, olu, later(n))).ok).toBe(true);
    await over((await takeUpRehearsal(db, later(n)))!, later(n));
  }
  expect(await askForRehearsal(db, olu, later(3))).toMatchObject({ refusal: "too_many" });
  expect((await askForRehearsal(db, others, later(3))).ok).toBe(true);
  await over((await takeUpRehearsal(db, later(3)))!);
  await db.update(event).set({ phase: "doors" }).where(eq(event.id, camp.id));
  expect(await askForRehearsal(db, olu, later(3_000))).toMatchObject({ refusal: "not_open" });
});

it("is not taken up too late, nor where a camp began meanwhile", async () => {
  const { camp, olu } = await campToRehearse(db);
  const states = async () => (await listRehearsals(db, olu)).map(({ state }) => state);
  await askForRehearsal(db, olu, NOON);
  expect(await takeUpRehearsal(db, new Date(NOON.getTime() + WAITS_MS + 1))).toBeNull();
  expect(await states()).toEqual(["cut_short"]);
  await askForRehearsal(db, olu, later(300));
  const on = await campToRehearse(db, { startsAt: later(300) });
  expect(await takeUpRehearsal(db, later(301))).toBeNull();
  expect(await states()).toEqual(["cut_short", "cut_short"]);
  await db.delete(event).where(eq(event.id, on.camp.id));
  await askForRehearsal(db, olu, later(3_600));
  await db.update(event).set({ phase: "doors" }).where(eq(event.id, camp.id));
  expect(await takeUpRehearsal(db, later(3_601))).toBeNull();
  expect(await states()).toEqual(["cut_short", "cut_short", "cut_short"]);
});

it("does not wait for a camp that is called off or put off", async () => {
  const { olu } = await campToRehearse(db);
  const other = await campToRehearse(db, { startsAt: NOON });
  for (const phase of HALTED) {
    await db.update(event).set({ phase, haltedFrom: "tickets" }).where(eq(event.id, other.camp.id));
    expect(await readRehearsing(db, olu, NOON)).toMatchObject({ why: null });
  }
  await db.update(event).set({ phase: "sessions", haltedFrom: null }).where(eq(event.id, other.camp.id));
  expect(await readRehearsing(db, olu, NOON)).toMatchObject({ why: "camp_is_on" });
  await db.delete(event).where(eq(event.id, other.camp.id));
});

it("keeps away from the minutes in which a release of any camp opens", async () => {
  const { olu } = await campToRehearse(db);
  const other = await campToRehearse(db);
  const opensAt = later(600);
  const opens = { id: newId(), eventId: other.camp.id, way: "first_come" as const, opensAt, places: 5 };
  await db.insert(release).values(opens);
  const whyAt = async (seconds: number) => (await readRehearsing(db, olu, later(seconds))).why;
  const whys = [await whyAt(-1), await whyAt(0), await whyAt(1_200), await whyAt(1_201)];
  expect(whys).toEqual([null, "tickets_open_now", "tickets_open_now", null]);
  expect(await askForRehearsal(db, olu, later(600))).toMatchObject({ refusal: "tickets_open_now" });
  await db.delete(release).where(eq(release.id, opens.id));
});

it("ticks the checklist for a week, and for good where it passed in the week before the camp", async () => {
  const { camp, olu, task } = await running();
  await over(task);
  const DAY = 86_400;
  const isDone = async (days: number) => {
    const list = await readChecklist(db, (await findEvent(db, camp.slug))!, later(days * DAY));
    return list.find(({ key }) => key === "rehearsal")?.stage === "done";
  };
  expect([await isDone(6), await isDone(8)]).toEqual([true, false]);
  await db
    .update(rehearsal)
    .set({ endedAt: new Date("2026-07-10T12:00:00Z") })
    .where(eq(rehearsal.eventId, olu.eventId));
  expect(await isDone(100)).toBe(true);
});

it("two who press at once start one, and two workers take it up once", async () => {
  const { camp, olu } = await campToRehearse(db);
  const mo = await makeOrganiser(db, camp);
  const pressed = await Promise.all([olu, mo].map((who) => askForRehearsal(db, who, NOON)));
  expect(pressed.filter(({ ok }) => ok)).toHaveLength(1);
  const taken = await Promise.all([takeUpRehearsal(db, NOON), takeUpRehearsal(db, NOON)]);
  expect(taken.filter(Boolean)).toHaveLength(1);
  await over(taken.find(Boolean)!);
});

it("keeps the last few results of a camp", async () => {
  const { olu } = await campToRehearse(db);
  for (let n = 0; n < RESULTS + 2; n += 1) {
    const at = later(n * 1_000);
    await askForRehearsal(db, olu, at);
    await over((await takeUpRehearsal(db, at))!, new Date(at.getTime() + 1));
  }
  expect(await db.$count(rehearsal, eq(rehearsal.eventId, olu.eventId))).toBe(RESULTS);
});
