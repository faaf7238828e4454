/** What is left of a camp's tickets, as a reader may know it; who really gets one is decided under the lock. */
import { and, eq, inArray, ne, or } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { countPlaces } from "#db/place.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { admit, freePlaces } from "#domain/registration.ts";
import type { TicketsView } from "#domain/tickets.ts";

/** @throws when the camp is not there: whoever asks has just found it */
export async function readTickets(store: Store, eventId: string): Promise<TicketsView> {
  const [camp] = await store
    .select({ capacity: event.capacity, lineLimit: event.lineLimit })
    .from(event)
    .where(eq(event.id, eventId));
  if (!camp) throw new Error("tickets counted for a camp that is not there");
  const counts = await countPlaces(store, eventId);
  const admitted = admit(camp.capacity, camp.lineLimit, counts);
  return {
    capacity: camp.capacity,
    next: !admitted.ok ? "closed_line" : admitted.value === "confirmed" ? "place" : "line",
    free: freePlaces(camp.capacity, counts),
    waiting: counts.waiting,
    moved: await countMoved(store, eventId),
  };
}

/** Places that went to the line: an offer that was taken, or an organiser's hand. */
async function countMoved(store: Store, eventId: string): Promise<number> {
  const byHand = and(eq(audit.act, "confirm"), inArray(audit.from, ["waiting", "offered"]));
  const taken = and(eq(audit.act, "accept"), ne(audit.from, "confirmed"));
  return store.$count(audit, and(eq(audit.eventId, eventId), or(taken, byHand)));
}
