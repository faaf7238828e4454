/** A camp that was called off or put off and is on again: what is kept, what is forgotten, and what waits for it. */
import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { changeDetails, type Details, factsOf } from "#db/camp.ts";
import { markOf } from "#db/change.ts";
import { deleteCamp } from "#db/deletion.ts";
import { readGrid } from "#db/draft.ts";
import { findEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { tick } from "#db/registration/waiting.ts";
import { day } from "#db/schema/day.ts";
import { checkIn, doorAct } from "#db/schema/door.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { reconfirmation } from "#db/schema/reconfirmation.ts";
import { registration } from "#db/schema/registration.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { halt } from "#tests/support/halting.ts";
import { freeze } from "#tests/support/published.ts";

const { db } = await freshDatabase();

const LATER = new Date(NOON.getTime() + 6 * 86_400_000);
const SOON = new Date(NOON.getTime() + 3_600_000);

/** Two places: one taken, one offered; somebody waits. */
async function camp() {
  const made = await makeCamp(db, { capacity: 2 });
  const by = await makeOrganiser(db, made);
  const offeredUntil = new Date(NOON.getTime() + 7_200_000);
  const has = await makePerson(db, made, "confirmed", { rank: 1 });
  await makePerson(db, made, "offered", { rank: 2, offeredUntil });
  const waits = await makePerson(db, made, "waiting", { rank: 3 });
  return { camp: made, by, has, waits };
}

it("tells whoever is offered a place in that moment of it, and not that they wait", async () => {
  const all = await camp();
  await halt(db, all, { act: "call_off" });
  await halt(db, all, { act: "take_place" }, SOON);
  const which = and(eq(outbox.eventId, all.camp.id), eq(outbox.kind, "takes_place"));
  const rows = await db.select().from(outbox).where(which).orderBy(outbox.recipient);
  expect(rows.map(({ facts }) => facts.status)).toEqual(["confirmed", "offered", "waiting"]);
});

// Before, a place that nobody could answer for meanwhile went back in the moment in which its holder was told it is theirs.
it("keeps the places of those who were asked before and did not answer", async () => {
  const all = await camp();
  await db.update(event).set({ backDays: 1 }).where(eq(event.id, all.camp.id));
  await db.insert(reconfirmation).values({
    ...{ registrationId: all.has, eventId: all.camp.id, day: "2026-07-14" },
    ...{ askedAt: NOON, goesBackAt: SOON },
  });
  await halt(db, all, { act: "call_off" });
  await halt(db, all, { act: "take_place" }, LATER);
  await tick(db, new Date(LATER.getTime() + 60_000));
  const [row] = await db.select().from(registration).where(eq(registration.id, all.has));
  expect(row!.status).toBe("confirmed");
});

it("forgets on another date who had come, was late or stood by on the old one, and on the same date nobody", async () => {
  const all = await camp();
  const [first] = await db.select().from(day).where(eq(day.eventId, all.camp.id));
  const arrive = async () => {
    const act = { id: newId(), eventId: all.camp.id, dayId: first!.id, registrationId: all.has };
    await db.insert(doorAct).values({ ...act, kind: "in", at: NOON, receivedAt: NOON });
    await db.insert(checkIn).values({ registrationId: all.has, dayId: first!.id, at: NOON });
    await db.update(registration).set({ checkedInAt: NOON }).where(eq(registration.id, all.has));
    await db
      .update(registration)
      .set({ standsBySince: NOON, namedAtDoor: true })
      .where(eq(registration.id, all.waits));
  };
  const known = async () => {
    const rows = await db.select().from(registration).where(eq(registration.eventId, all.camp.id));
    return {
      came: rows.filter(({ checkedInAt }) => checkedInAt !== null).length,
      standBy: rows.filter(({ standsBySince, namedAtDoor }) => standsBySince || namedAtDoor).length,
      acts: await db.$count(doorAct, eq(doorAct.eventId, all.camp.id)),
      inside: await db.$count(checkIn, eq(checkIn.dayId, first!.id)),
    };
  };
  await arrive();
  await db.update(event).set({ phase: "doors" }).where(eq(event.id, all.camp.id));
  await halt(db, all, { act: "call_off" });
  await halt(db, all, { act: "take_place" });
  expect(await known()).toEqual({ came: 1, standBy: 1, acts: 1, inside: 1 });
  await halt(db, all, { act: "call_off" });
  await halt(db, all, { act: "take_place", date: { day: "2026-10-09", doors: "10:00" } });
  expect(await known()).toEqual({ came: 0, standBy: 0, acts: 0, inside: 0 });
});

// Before, calendars and the grid went on confirming sessions on the old date.
it("has no grid out on another date, and the one that was out on the same", async () => {
  const all = await camp();
  await freeze(db, all.camp.id, {});
  await halt(db, all, { act: "call_off" });
  await halt(db, all, { act: "take_place" });
  expect((await readGrid(db, all.camp.id))?.number).toBe(1);
  await halt(db, all, { act: "call_off" });
  await halt(db, all, { act: "take_place", date: { day: "2026-10-09", doors: "10:00" } });
  expect(await readGrid(db, all.camp.id)).toBe(null);
});

it("is where its date is changed: the settings refuse another day meanwhile, and take another name", async () => {
  const all = await camp();
  await halt(db, all, { act: "put_off" });
  const { startsAt: _, ...facts } = factsOf((await findEvent(db, all.camp.slug))!);
  const mark = markOf(factsOf((await findEvent(db, all.camp.slug))!));
  const change = (more: Partial<Details>) =>
    changeDetails(db, all.by, mark, { ...facts, doors: "09:00", ...more }, NOON);
  expect(await change({ day: "2026-07-21" })).toMatchObject({ refusal: "date_halted" });
  expect((await change({ name: "Testcamp in autumn" })).ok).toBe(true);
});

it("is not deleted before those who are to hear that it is called off were written to", async () => {
  const all = await camp();
  await halt(db, all, { act: "call_off" });
  const remove = () => deleteCamp(db, all.by, all.camp.slug, SOON);
  expect(await remove()).toMatchObject({ refusal: "still_telling" });
  await db.update(outbox).set({ sentAt: SOON }).where(eq(outbox.eventId, all.camp.id));
  expect((await remove()).ok).toBe(true);
});
