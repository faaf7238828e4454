import { database } from "#db/connection.ts";
import { readTimes } from "#db/event.ts";
import { type EventView, isOver } from "#domain/event.ts";
import { whyNotByHand } from "#domain/people.ts";

/** Why nobody is added, moved or taken off by hand now, as at a camp that is over; null while they are. */
export async function whyClosed(event: EventView, now: Date): Promise<ReturnType<typeof whyNotByHand>> {
  const { endsAt } = await readTimes(database(), { ...event, startsAt: new Date(event.startsAt) });
  return whyNotByHand("confirm", event.phase, isOver(event.phase, endsAt, now.getTime()));
}
