import { and, eq, inArray, ne, or } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { readTimes } from "#db/event.ts";
import { countPlaces } from "#db/registration/place.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { isOver } from "#domain/event.ts";
import { holdsUnproven } from "#domain/registration/hold.ts";
import { isWaiting } from "#domain/registration/status.ts";
import { admit, freePlaces } from "#domain/registration.ts";
import type { TicketsView } from "#domain/tickets.ts";

/** A hint: who gets a ticket is decided under the lock. @throws when the camp is not there */
export async function readTickets(store: Store, eventId: string, now: Date): Promise<TicketsView> {
  const [camp] = await store.select().from(event).where(eq(event.id, eventId));
  if (!camp) throw new Error("tickets counted for a camp that is not there");
  const counts = await countPlaces(store, eventId);
  const free = freePlaces(camp.capacity, counts);
  const admitted = admit(camp, counts, { proven: false, lapsed: false });
  const { endsAt } = await readTimes(store, camp);
  // Places are free, but too many unproven addresses let theirs lapse: a proof is needed first.
  const line = free > 0 && !holdsUnproven(camp.capacity, counts.lapsed) ? "proof" : "line";
  return {
    capacity: camp.capacity,
    over: isOver(camp.phase, endsAt, now.getTime()),
    next: !admitted.ok ? "closed_line" : isWaiting(admitted.value) ? line : "place",
    free,
    waiting: counts.waiting,
    moved: await countMoved(store, eventId),
  };
}

/** Places that went to the line: an offer that was taken, or an organiser's decision. */
export async function countMoved(store: Store, eventId: string): Promise<number> {
  const byHand = and(eq(audit.act, "confirm"), inArray(audit.from, ["waiting", "offered"]));
  const taken = and(eq(audit.act, "accept"), ne(audit.from, "confirmed"));
  return store.$count(audit, and(eq(audit.eventId, eventId), or(taken, byHand)));
}
