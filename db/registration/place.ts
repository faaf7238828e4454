import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { registration } from "#db/schema/registration.ts";
import type { Counts } from "#domain/registration/places.ts";
import type { Status } from "#domain/registration.ts";

/** `isProven` of domain/registration.ts as a condition. */
export const proven: SQL<boolean> = sql`(${registration.verifiedAt} is not null and ${registration.bouncedAt} is null)`;

const paused: SQL<boolean> = sql`(${registration.pausedUntil} is not null)`;

/** Who can be offered a place: reached by mail, and not on a pause. */
export const ready: SQL<boolean> = sql`(${proven} and not ${paused})`;

/** To decide by it, call it with the camp's row locked. */
export async function countPlaces(store: Store, eventId: string): Promise<Counts> {
  const of = (status: Status, more: SQL = sql`true`) =>
    sql<number>`count(*) filter (where ${and(eq(registration.status, status), more)})`.mapWith(Number);
  const [row] = await store
    .select({
      confirmed: of("confirmed"),
      held: of("held"),
      offered: of("offered"),
      waiting: of("waiting"),
      ready: of("waiting", ready),
      paused: of("waiting", sql`${proven} and ${paused}`),
      inTurn: of("waiting", sql`${registration.lapsedAt} is null and not ${paused}`),
      lapsed: sql<number>`count(${registration.lapsedAt})`.mapWith(Number),
      entered: of("entered"),
      keptBack: sql<number>`count(*) filter (where ${registration.keptBack})`.mapWith(Number),
    })
    .from(registration)
    .where(eq(registration.eventId, eventId));
  return row!;
}
