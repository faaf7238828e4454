/** What became of past camps that the same people organised. */
import { and, desc, eq, exists, inArray, lt } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { isCamp } from "#db/camp-list.ts";
import type { Store } from "#db/connection.ts";
import { audit } from "#db/schema/audit.ts";
import { event, over } from "#db/schema/event.ts";
import { role } from "#db/schema/person.ts";
import { countMoved } from "#db/tickets.ts";
import { readTurnout } from "#db/turnout.ts";
import type { EventView } from "#domain/event.ts";
import type { Turnout } from "#domain/forecast.ts";
import type { PastCamp } from "#domain/registration/chance.ts";
import { IN_LINE } from "#domain/registration/status.ts";

/** Older ones say little about today's. */
const MOST = 3;

/**
 * The last camps before a camp that its crew ran as well and in which anybody waited, newest first, at most MOST. A demo
 * camp goes by demo camps, and no other does.
 */
export async function listPastLines(store: Store, camp: Pick<EventView, "id" | "day">): Promise<PastCamp[]> {
  const lines = [];
  for (const { id, name, day } of await listPastCamps(store, camp)) {
    const waited = await store
      .select({ id: audit.id })
      .from(audit)
      .where(and(eq(audit.eventId, id), eq(audit.to, IN_LINE)))
      .limit(1);
    if (waited.length > 0) lines.push({ name, day, cameBack: await countMoved(store, id) });
  }
  return lines;
}

/**
 * Of the same camps, at most MOST, how many came of those who had a place when the doors opened, and how fast; only where people
 * were checked in.
 */
export async function listTurnouts(store: Store, camp: Pick<EventView, "id" | "day">): Promise<Turnout[]> {
  const turnouts = [];
  for (const past of await listPastCamps(store, camp)) {
    const { places, came, arrivals } = await readTurnout(store, past);
    const fast = arrivals.length > 0 ? { arrivals } : {};
    if (came > 0) turnouts.push({ name: past.name, day: past.day, places, came, ...fast });
  }
  return turnouts;
}

async function listPastCamps(store: Store, camp: Pick<EventView, "id" | "day">) {
  const [theirs, ours, own] = [alias(role, "theirs"), alias(role, "ours"), alias(event, "own")];
  const shared = store
    .select({ id: theirs.personId })
    .from(theirs)
    .innerJoin(ours, and(eq(ours.personId, theirs.personId), eq(ours.eventId, camp.id)))
    .where(eq(theirs.eventId, event.id));
  const kind = store.select({ demo: own.demo }).from(own).where(eq(own.id, camp.id));
  return store
    .select({ id: event.id, name: event.name, day: event.day, startsAt: event.startsAt })
    .from(event)
    .where(and(over(event.phase), isCamp, lt(event.day, camp.day), inArray(event.demo, kind), exists(shared)))
    .orderBy(desc(event.day), desc(event.id))
    .limit(MOST);
}
