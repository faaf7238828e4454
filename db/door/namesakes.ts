/** Whether somebody who comes without a place goes by the name of somebody the camp knows: they may be the same. */
import { and, eq, inArray, isNotNull, or } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { registration } from "#db/schema/registration.ts";
import { type Namesake, namesakeOf } from "#domain/door/namesake.ts";
import { LIVE } from "#domain/registration.ts";
import { fold } from "#domain/search.ts";
import type { May } from "#domain/viewer.ts";

/** Of one name no more are told apart at a door. */
const MOST = 5;

/**
 * At most `MOST` of those of that very name, however it is spelt in capitals and accents, who are in, have a place, wait for one or had it passed
 * on. @param id of the walk-in, who is not their own namesake
 */
export async function listNamesakes(
  db: Database,
  { eventId }: May<"checkIn">,
  { id: own, name: wanted }: { id: string; name: string },
): Promise<{ name: string; is: Namesake }[]> {
  const { id, name, status, passedOnAt, standsBySince, checkedInAt } = registration;
  const rows = await db
    .select({ id, name, status, passedOnAt, standsBySince, checkedInAt })
    .from(registration)
    .where(and(eq(registration.eventId, eventId), or(inArray(status, [...LIVE]), isNotNull(passedOnAt))));
  return rows
    .filter((row) => row.id !== own && fold(row.name) === fold(wanted))
    .slice(0, MOST)
    .map((row) => ({ name: row.name, is: namesakeOf(row) }));
}
