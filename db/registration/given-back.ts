/**
 * Which places that were given back are still their givers' to take back. Free places go in the order in which they
 * became free, so it is the last givers who may still have theirs. The camp's row must be locked.
 */
import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { countPlaces } from "#db/registration/place.ts";
import { readPlaces } from "#db/release.ts";
import type { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";
import { freePlaces } from "#domain/registration/places.ts";

type Camp = typeof event.$inferSelect;

/** Ends what can be taken back where somebody else has the place by now, or the camp has no such place any more. */
export async function endTakingBack(
  tx: Transaction,
  camp: Pick<Camp, "id" | "capacity" | "phase" | "insideLimit">,
  now: Date,
): Promise<void> {
  const { id, eventId, gaveBackAt } = registration;
  // Rare, and as many as there are free places: read so that registering pays for none of it.
  const givers = await tx
    .select({ id })
    .from(registration)
    .where(and(eq(eventId, camp.id), isNotNull(gaveBackAt)))
    .orderBy(desc(gaveBackAt), desc(id));
  if (givers.length === 0) return;
  const free = freePlaces(await readPlaces(tx, camp, now), await countPlaces(tx, camp.id));
  const gone = givers.slice(free).map((giver) => giver.id);
  if (gone.length > 0) await tx.update(registration).set({ gaveBackAt: null }).where(inArray(id, gone));
}
