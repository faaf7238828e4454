import { and, eq, gt, isNotNull, sql } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { bumpProblem } from "#db/live.ts";
import { laterBy, moveVersions } from "#db/publication/move.ts";
import { dropTellings } from "#db/publication/telling.ts";
import { day as daysOfCamps } from "#db/schema/day.ts";
import { checkIn, doorAct } from "#db/schema/door.ts";
import { event } from "#db/schema/event.ts";
import { headCount } from "#db/schema/head-count.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { release } from "#db/schema/release.ts";
import { slot } from "#db/schema/slot.ts";
import { star } from "#db/schema/star.ts";
import { hand } from "#db/schema/voting.ts";
import { layDay, type Moment } from "#domain/demo/day.ts";

/** Moves all times of a demo camp by one distance, so that its day is now. A changed grid stays as it is. */
export async function moveDay(db: Database, eventId: string, moment: Moment, now: Date): Promise<void> {
  const laid = layDay(moment, now.getTime());
  await db.transaction(async (tx) => {
    const [camp] = await tx.select().from(event).where(eq(event.id, eventId)).for("update");
    if (!camp) return;
    const distance = laid.startsAt - camp.startsAt.getTime();
    const later = laterBy(distance);
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
    const starred = sql`${star.pitchId} in (select ${pitch.id} from ${pitch} where ${pitch.eventId} = ${eventId})`;
    await tx
      .update(star)
      .set({ castAt: later(star.castAt) })
      .where(starred);
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
    await tx
      .update(doorAct)
      .set({ at: later(doorAct.at), receivedAt: later(doorAct.receivedAt) })
      .where(eq(doorAct.eventId, eventId));
    const theirs = sql`${checkIn.dayId} in (select ${daysOfCamps.id} from ${daysOfCamps} where ${daysOfCamps.eventId} = ${eventId})`;
    await tx
      .update(checkIn)
      .set({ at: later(checkIn.at) })
      .where(theirs);
    await moveVersions(tx, eventId, distance);
    await dropTellings(tx, eventId);
    // Who was in a room on that day says nothing of another.
    await tx.delete(headCount).where(eq(headCount.eventId, eventId));
    await bumpProblem(tx, eventId, ["event", "pitches", "grid", "heads", "draft", "people"]);
  });
}
