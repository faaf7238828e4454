/**
 * A camp as its organisers keep it: started in five minutes, changed later, moved through its phases.
 * Its rooms, slots and sectors are changed in files of those names.
 */

import { and, desc, eq, inArray, ne } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { changeCamp, markOf } from "#db/change.ts";
import type { Database, Store } from "#db/connection.ts";
import { eventView, lockEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { bump } from "#db/live.ts";
import { insertRooms, type RoomInput } from "#db/room.ts";
import { event, sector } from "#db/schema/event.ts";
import { liveVersion } from "#db/schema/live.ts";
import { role } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { insertSlots, moveSlots } from "#db/slot.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { refereed } from "#db/violation.ts";
import { settlePlaces } from "#db/waiting.ts";
import { type EventView, type Phase, phaseAfter, phaseBefore, type TallyRule } from "#domain/event.ts";
import type { Act } from "#domain/history.ts";
import { instantAt, type LocalSlot } from "#domain/localTime.ts";
import { LIVE } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { Organiser, Owner, Role } from "#domain/viewer.ts";

/** What a camp is called, where it is, and when doors open on its own clocks. */
export type Details = {
  name: string;
  strapline: string;
  place: string;
  /** `YYYY-MM-DD` */
  day: string;
  /** `HH:MM` */
  doors: string;
  zone: string;
};

/** How many come, how long the line gets, and what runs by itself. */
export type Rules = { capacity: number; lineLimit: number | null; offersOn: boolean; tally: TallyRule };

export type CampPlan = Details & {
  slug: string;
  capacity: number;
  sectors: readonly string[];
  rooms: readonly Omit<RoomInput, "id">[];
  slots: readonly LocalSlot[];
};

/** Starts a camp as a draft that only its crew sees; whoever starts it is its first organiser. */
export async function createCamp(
  db: Database,
  owner: Owner,
  plan: CampPlan,
  now: Date,
): Promise<Result<{ id: string; slug: string }, "slug_taken" | "room_name_taken" | "bad_input">> {
  const { slug, name, strapline, place, day, doors, zone, capacity } = plan;
  const names = {
    event_slug_is_taken: "slug_taken",
    room_name_is_taken: "room_name_taken",
    sector_name_is_taken: "bad_input",
  } as const;
  return refereed(names, () =>
    transact(db, async (tx) => {
      const id = newId();
      const startsAt = new Date(instantAt(day, doors, zone));
      await tx.insert(event).values({ id, slug, name, strapline, place, day, startsAt, zone, capacity });
      await tx.insert(liveVersion).values({ eventId: id });
      await tx.insert(role).values({ eventId: id, personId: owner.personId, role: "organiser" });
      const sectors = plan.sectors.map((sectorName, position) => ({ name: sectorName, position }));
      if (sectors.length > 0)
        await tx.insert(sector).values(sectors.map((it) => ({ ...it, id: newId(), eventId: id })));
      await insertRooms(tx, id, plan.rooms, 0);
      await insertSlots(tx, id, zone, plan.slots);
      await book(tx, { personId: owner.personId, eventId: id }, "start_camp", now, null, slug);
      return granted({ id, slug });
    }),
  );
}

/** The camps somebody helps to run, newest first, with what they are there. */
export async function listMyCamps(db: Store, personId: string): Promise<(EventView & { role: Role })[]> {
  const rows = await db
    .select({ event, role: role.role })
    .from(role)
    .innerJoin(event, eq(event.id, role.eventId))
    .where(eq(role.personId, personId))
    .orderBy(desc(event.startsAt));
  return rows.map((row) => ({ ...eventView(row.event), role: row.role }));
}

/** The camps an address is registered for, newest first; drafts are nobody's but their crew's. */
export async function listAttending(db: Store, email: string): Promise<(EventView & { role: null })[]> {
  const rows = await db
    .select({ event })
    .from(registration)
    .innerJoin(event, eq(event.id, registration.eventId))
    .where(
      and(eq(registration.email, email), ne(event.phase, "draft"), inArray(registration.status, [...LIVE])),
    )
    .orderBy(desc(event.startsAt));
  return rows.map((row) => ({ ...eventView(row.event), role: null }));
}

/** What the settings page shows beyond the public view. */
export async function readRules(db: Store, organiser: Organiser): Promise<Rules> {
  const [row] = await db.select().from(event).where(eq(event.id, organiser.eventId));
  if (!row) throw new Error("an organiser without a camp");
  return rulesOf(row);
}

export const rulesOf = ({ capacity, lineLimit, offersOn, tally }: Rules): Rules => ({
  capacity,
  lineLimit,
  offersOn,
  tally,
});

type Facts = Pick<EventView, "name" | "strapline" | "place" | "day" | "startsAt" | "zone">;

/** The facts behind the details form; `markOf` them to know whether somebody else saved meanwhile. */
export const factsOf = ({ name, strapline, place, day, startsAt, zone }: Facts): Facts => ({
  name,
  strapline,
  place,
  day,
  startsAt,
  zone,
});

/**
 * Changes name, place, day and doors. When the day or the zone changes, the slots move along and keep
 * their local times.
 *
 * @param mark of what the organiser saw; refused `changed_meanwhile` when it is no longer so
 */
export async function changeDetails(
  db: Database,
  organiser: Organiser,
  mark: string,
  { name, strapline, place, day, doors, zone }: Details,
  now: Date,
): Promise<Result<null, "not_found" | "changed_meanwhile">> {
  return changeCamp(db, organiser, now, ["event", "draft"], async (tx, camp) => {
    if (markOf(factsOf(eventView(camp))) !== mark) return refused("changed_meanwhile");
    const startsAt = new Date(instantAt(day, doors, zone));
    await tx.update(event).set({ name, strapline, place, day, zone, startsAt }).where(eq(event.id, camp.id));
    if (day !== camp.day || zone !== camp.zone) await moveSlots(tx, camp, { day, zone });
    return granted(null);
  });
}

/**
 * Changes places and rules. Places that become free go to the line in the same moment.
 *
 * @returns how many offers were made; refused `changed_meanwhile` as above
 */
export async function changeRules(
  db: Database,
  organiser: Organiser,
  mark: string,
  rules: Rules,
  now: Date,
): Promise<Result<number, "not_found" | "changed_meanwhile">> {
  const change = async (tx: Transaction, camp: typeof event.$inferSelect) => {
    if (markOf(rulesOf(camp)) !== mark) return refused("changed_meanwhile");
    await tx.update(event).set(rules).where(eq(event.id, camp.id));
    return granted((await settlePlaces(tx, { ...camp, ...rules }, now)).offered);
  };
  return changeCamp(db, organiser, now, ["event", "people"], change, "rules");
}

/**
 * Moves a camp to the next phase of its life, or one back.
 *
 * @param from the phase the organiser saw; refused `changed_meanwhile` when it has moved since
 */
export async function movePhase(
  db: Database,
  organiser: Organiser,
  { from, to }: { from: Phase; to: Phase },
  now: Date,
): Promise<Result<Phase, "not_found" | "changed_meanwhile" | "bad_input">> {
  return transact(db, async (tx) => {
    const camp = await lockEvent(tx, organiser.eventId);
    if (!camp) return refused("not_found");
    if (camp.phase !== from) return refused("changed_meanwhile");
    if (to !== phaseAfter(from) && to !== phaseBefore(from)) return refused("bad_input");
    await tx.update(event).set({ phase: to }).where(eq(event.id, camp.id));
    await settlePlaces(tx, { ...camp, phase: to }, now);
    await book(tx, organiser, "phase", now, from, to);
    await bump(tx, camp.id, ["event", "people"]);
    return granted(to);
  });
}

type Actor = { personId: string; eventId: string };

async function book(
  tx: Transaction,
  { personId, eventId }: Actor,
  act: Act,
  at: Date,
  from: string | null = null,
  to: string | null = null,
) {
  await record(tx, { eventId, at, actor: "crew", actorId: personId, act, subjectId: eventId, from, to });
}
