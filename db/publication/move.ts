import { and, eq, type SQL, sql } from "drizzle-orm";
import { readFrameOf } from "#db/publication/frame.ts";
import { publication, publishedSession } from "#db/schema/publication.ts";
import type { Transaction } from "#db/transaction.ts";

/** A column of instants so much later. @param distance milliseconds */
export const laterBy =
  (distance: number) =>
  (column: unknown): SQL<Date> =>
    sql<Date>`${column} + ${`${distance} milliseconds`}::interval`;

/** Moves all times of a camp's published versions by one distance, in milliseconds. */
export async function moveVersions(tx: Transaction, eventId: string, distance: number): Promise<void> {
  const later = laterBy(distance);
  // As many as the demo camps have: one or two.
  const versions = await tx.select().from(publication).where(eq(publication.eventId, eventId));
  for (const { number, format, frame } of versions) {
    const { rooms, slots } = readFrameOf(format, frame);
    const moved = slots.map((slot) => ({
      ...slot,
      startsAt: moveInstant(slot.startsAt, distance),
      endsAt: moveInstant(slot.endsAt, distance),
    }));
    await tx
      .update(publication)
      .set({
        publishedAt: later(publication.publishedAt),
        takenBackAt: later(publication.takenBackAt),
        frame: { rooms, slots: moved },
      })
      .where(and(eq(publication.eventId, eventId), eq(publication.number, number)));
  }
  const { pitchedAt, fromStartsAt, fromEndsAt } = publishedSession;
  await tx
    .update(publishedSession)
    .set({
      pitchedAt: later(pitchedAt),
      fromStartsAt: later(fromStartsAt),
      fromEndsAt: later(fromEndsAt),
    })
    .where(eq(publishedSession.eventId, eventId));
}

const moveInstant = (instant: string, distance: number) =>
  new Date(Date.parse(instant) + distance).toISOString();
