/** What putting somebody back in the line does to them, worked out before it is done. */
import { and, eq } from "drizzle-orm";
import { asking, NOTHING_AGREED, type Question } from "#db/change.ts";
import type { Store } from "#db/connection.ts";
import type { EventRow } from "#db/event.ts";
import { readDivision } from "#db/registration/place.ts";
import { event } from "#db/schema/event.ts";
import { type RegistrationRow, registration } from "#db/schema/registration.ts";
import type { Consequence } from "#domain/consequence.ts";
import { permits } from "#domain/event.ts";
import { kindOf } from "#domain/pool.ts";
import { isOfferedAgain } from "#domain/registration/put-back.ts";
import type { May } from "#domain/viewer.ts";

/** Whoever never proved their address is offered none. To decide by it, call it with the camp's row locked. */
export async function puttingBack(
  store: Store,
  camp: EventRow,
  known: RegistrationRow,
  now: Date,
): Promise<Consequence[]> {
  if (!camp.offersOn || !permits(camp.phase, "offer") || known.verifiedAt === null) return [];
  const { counts, ...division } = await readDivision(store, camp, now);
  const { status, keptBack } = known;
  const again = isOfferedAgain(division, counts, { kind: kindOf(known), status, keptBack });
  return again ? [{ kind: "offered_again" }] : [];
}

/** The same for the page of somebody, with the agreement its button sends; null where nothing is to be said. */
export async function askPuttingBack(
  store: Store,
  crew: May<"seePeople">,
  id: string,
  now: Date,
): Promise<Question | null> {
  const [row] = await store
    .select({ camp: event, known: registration })
    .from(registration)
    .innerJoin(event, eq(event.id, registration.eventId))
    .where(and(eq(registration.id, id), eq(registration.eventId, crew.eventId)));
  return row ? asking(await puttingBack(store, row.camp, row.known, now), NOTHING_AGREED) : null;
}
