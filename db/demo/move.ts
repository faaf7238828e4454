import { and, desc, eq, gt, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { bumpProblem } from "#db/live.ts";
import { day as daysOfCamps } from "#db/schema/day.ts";
import { event } from "#db/schema/event.ts";
import { publication } from "#db/schema/grid.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { release } from "#db/schema/release.ts";
import { slot } from "#db/schema/slot.ts";
import { hand } from "#db/schema/voting.ts";
import { layDay, type Moment } from "#domain/demo/day.ts";
import type { GridView } from "#domain/grid.ts";

/** Moves all times of a demo camp by one distance, so that its day is now. A changed grid stays as it is. */
export async function moveDay(db: Database, eventId: string, moment: Moment, now: Date): Promise<void> {
  const laid = layDay(moment, now.getTime());
  await db.transaction(async (tx) => {
    const [camp] = await tx.select().from(event).where(eq(event.id, eventId)).for("update");
    if (!camp) return;
    const distance = laid.startsAt - camp.startsAt.getTime();
    const later = (column: unknown) => sql`${column} + ${`${distance} milliseconds`}::interval` as SQL<Date>;
    const { zone, day } = laid;
    await tx
      .update(event)
      .set({ zone, day, startsAt: new Date(laid.startsAt), poolsMergeAt: later(event.poolsMergeAt) })
      .where(eq(event.id, eventId));
    // One that has opened stays as it is, as everywhere.
    await tx
      .update(release)
      .set({ opensAt: later(release.opensAt), closesAt: later(release.closesAt) })
      .where(and(eq(release.eventId, eventId), gt(release.opensAt, now)));
    await tx
      .update(daysOfCamps)
      .set({ date: day, startsAt: new Date(laid.startsAt) })
      .where(eq(daysOfCamps.eventId, eventId));
    await tx
      .update(slot)
      .set({ startsAt: later(slot.startsAt), endsAt: later(slot.endsAt) })
      .where(eq(slot.eventId, eventId));
    const mine = sql`${hand.pitchId} in (select ${pitch.id} from ${pitch} where ${pitch.eventId} = ${eventId})`;
    await tx
      .update(hand)
      .set({ castAt: later(hand.castAt) })
      .where(mine);
    await tx
      .update(pitch)
      .set({
        createdAt: later(pitch.createdAt),
        saidAt: later(pitch.saidAt),
        mergedAt: later(pitch.mergedAt),
      })
      .where(eq(pitch.eventId, eventId));
    await tx
      .update(registration)
      .set({ checkedInAt: later(registration.checkedInAt) })
      .where(and(eq(registration.eventId, eventId), isNotNull(registration.checkedInAt)));
    const grids = await tx
      .select()
      .from(publication)
      .where(eq(publication.eventId, eventId))
      .orderBy(desc(publication.number));
    for (const { number, grid } of grids) {
      await tx
        .update(publication)
        .set({ grid: moved(grid, distance) })
        .where(and(eq(publication.eventId, eventId), eq(publication.number, number)));
    }
    await bumpProblem(tx, eventId, ["event", "pitches", "grid", "draft", "people"]);
  });
}

function moved(grid: GridView, distance: number): GridView {
  const later = (instant: string) => new Date(Date.parse(instant) + distance).toISOString();
  return {
    ...grid,
    publishedAt: later(grid.publishedAt),
    slots: grid.slots.map((row) => ({ ...row, startsAt: later(row.startsAt), endsAt: later(row.endsAt) })),
    sessions: grid.sessions.map((session) => ({ ...session, at: later(session.at) })),
  };
}
