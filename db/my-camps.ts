/** The camps that somebody helps to run or is registered for. */
import { and, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { CAMPS_A_PAGE, comingPage, isCamp, pastPage, yearsOf } from "#db/camp-list.ts";
import type { Store } from "#db/connection.ts";
import { eventViews } from "#db/event.ts";
import { event } from "#db/schema/event.ts";
import { role } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { type EventView, phasesFor } from "#domain/event.ts";
import { type Page, pageAmong, type Turn } from "#domain/paging.ts";
import { inOrder, type Role } from "#domain/permission.ts";
import { LIVE } from "#domain/registration.ts";
import { finder, searchText } from "#domain/search.ts";

/** Whose camps: their roles are kept under the person, their registrations under the address. */
export type Me = { id: string; email: string };

/** @property roles null for a camp they only come to @property attending whether they are registered for it */
export type MyCamp = EventView & { roles: readonly Role[] | null; attending: boolean };

/** A page of theirs, soonest first, drafts of theirs included. */
export async function listMyComing(db: Store, me: Me, now: Date, turn: Turn): Promise<Page<MyCamp>> {
  return withMyPart(db, me, await comingPage(db, now, mine(db, me), turn));
}

/** A page of those of theirs that were in a year, newest first. */
export async function listMyPast(
  db: Store,
  me: Me,
  now: Date,
  year: number,
  turn: Turn,
): Promise<Page<MyCamp>> {
  return withMyPart(db, me, await pastPage(db, now, mine(db, me), year, turn));
}

/** The years in which there were camps of theirs, newest first: at most one for each of RANGES.years. */
export function listMyYears(db: Store, me: Me, now: Date): Promise<number[]> {
  return yearsOf(db, now, mine(db, me));
}

/** A page of those in whose name or place every word of a search occurs, newest first. Names of all theirs are read. */
export async function findMyCamps(db: Store, me: Me, search: string, page: number): Promise<Page<MyCamp>> {
  const found = finder(search);
  const names = await db
    .select({ id: event.id, name: event.name, place: event.place })
    .from(event)
    .where(mine(db, me))
    .orderBy(desc(event.day), desc(event.id));
  const ids = names.filter(({ name, place }) => found(searchText([name, place]))).map(({ id }) => id);
  const { items, ...rest } = pageAmong(ids, page, CAMPS_A_PAGE);
  const rows = await db
    .select()
    .from(event)
    .where(inArray(event.id, [...items]))
    .orderBy(desc(event.day), desc(event.id));
  return withMyPart(db, me, { items: await eventViews(db, rows), ...rest });
}

/** As lists, the camps of somebody are looked up one by one; as questions, every camp there is would be read. */
function mine(db: Store, me: Me): SQL | undefined {
  const running = db.select({ id: role.eventId }).from(role).where(eq(role.personId, me.id));
  const coming = db.select({ id: registration.eventId }).from(registration).where(attends(me));
  const theirs = or(
    sql`${event.id} = any(array(${running}))`,
    and(sql`${event.id} = any(array(${coming}))`, seen),
  );
  return and(theirs, isCamp);
}

const attends = ({ email }: Me) =>
  and(eq(registration.email, email), inArray(registration.status, [...LIVE]));

/** A draft is only its crew's. */
const seen = inArray(event.phase, [...phasesFor("visit")]);

async function withMyPart(db: Store, me: Me, { items, ...page }: Page<EventView>): Promise<Page<MyCamp>> {
  const ids = items.map(({ id }) => id);
  const roles = await db
    .select({ id: role.eventId, role: role.role })
    .from(role)
    .where(and(eq(role.personId, me.id), inArray(role.eventId, ids)));
  const coming = await db
    .select({ id: event.id })
    .from(registration)
    .innerJoin(event, eq(event.id, registration.eventId))
    .where(and(attends(me), seen, inArray(event.id, ids)));
  const camps = items.map((camp): MyCamp => {
    const own = roles.filter(({ id }) => id === camp.id).map((one) => one.role);
    return {
      ...camp,
      roles: own.length > 0 ? inOrder(own) : null,
      attending: coming.some(({ id }) => id === camp.id),
    };
  });
  return { items: camps, ...page };
}
