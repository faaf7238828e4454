/**
 * What phones are still to be told. A row is taken for a moment, not locked: whoever ends a ticket or a camp never waits
 * for a push service. Killed meanwhile, another worker takes it once that moment is over.
 */
import { asc, eq, lte, type SQL, sql } from "drizzle-orm";
import type { Database, Store } from "#db/connection.ts";
import { actsFor } from "#db/push/theirs.ts";
import { announcement } from "#db/schema/announcement.ts";
import { device } from "#db/schema/device.ts";
import { event } from "#db/schema/event.ts";
import { helpCall } from "#db/schema/help-call.ts";
import { pitchHost } from "#db/schema/pitch.ts";
import { pushOutbox, pushSubscription } from "#db/schema/push.ts";
import { registration } from "#db/schema/registration.ts";

/** Longer than a push service is waited for, in milliseconds. */
export const TAKEN_MS = 20_000;

const after = (now: Date, ms: number) => new Date(now.getTime() + ms);

/** Takes what is due longest; null where there is nothing that no other worker has. */
export async function takePush(db: Database, now: Date): Promise<{ id: string; tries: number } | null> {
  const due = db
    .select({ id: pushOutbox.id })
    .from(pushOutbox)
    .where(lte(pushOutbox.dueAt, now))
    .orderBy(asc(pushOutbox.dueAt), asc(pushOutbox.id))
    .limit(1)
    .for("update", { skipLocked: true });
  const [taken] = await db
    .update(pushOutbox)
    .set({ dueAt: after(now, TAKEN_MS), tries: sql`${pushOutbox.tries} + 1` })
    // As one value: in a list it could be asked for once a row.
    .where(sql`${pushOutbox.id} = (${due})`)
    .returning({ id: pushOutbox.id, tries: pushOutbox.tries });
  return taken ?? null;
}

export type DuePush = NonNullable<Awaited<ReturnType<typeof readPush>>>;

/** What there is to say, to whom, and whether that phone still acts for them; null once it was told or asked no more. */
export async function readPush(db: Store, id: string, now: Date) {
  const [row] = await db
    .select({
      id: pushOutbox.id,
      endsAt: pushOutbox.endsAt,
      pitchId: pushOutbox.pitchId,
      sessions: pushOutbox.sessions,
      help: { id: helpCall.id, what: helpCall.what, place: helpCall.place, endedAt: helpCall.endedAt },
      place: pushOutbox.place,
      halt: pushOutbox.halt,
      registrationId: registration.id,
      announcement: { id: announcement.id, text: announcement.text, takenBackAt: announcement.takenBackAt },
      to: {
        endpoint: pushSubscription.endpoint,
        p256dh: pushSubscription.p256dh,
        auth: pushSubscription.auth,
      },
      subscriptionId: pushSubscription.id,
      endpointHash: pushSubscription.endpointHash,
      /** Whether they brought that pitch. */
      own: sql<boolean>`exists (select 1 from ${pitchHost} where ${pitchHost.pitchId} = ${pushOutbox.pitchId}
        and ${pitchHost.registrationId} = ${registration.id} and ${pitchHost.own})`,
      status: registration.status,
      offeredUntil: registration.offeredUntil,
      passedOn: sql<boolean>`${registration.passedOnAt} is not null`,
      locale: registration.locale,
      camp: {
        ...{ id: event.id, slug: event.slug, name: event.name, locale: event.locale, zone: event.zone },
        ...{ phase: event.phase, startsAt: event.startsAt },
      },
      theirs: sql<boolean>`${actsFor(db, now)}`,
    })
    .from(pushOutbox)
    .innerJoin(pushSubscription, eq(pushSubscription.id, pushOutbox.subscriptionId))
    .innerJoin(registration, eq(registration.id, pushSubscription.registrationId))
    .innerJoin(device, eq(device.id, pushSubscription.deviceId))
    .innerJoin(event, eq(event.id, pushSubscription.eventId))
    .leftJoin(announcement, eq(announcement.id, pushOutbox.announcementId))
    .leftJoin(helpCall, eq(helpCall.id, pushOutbox.helpCallId))
    .where(eq(pushOutbox.id, id));
  return row ?? null;
}

/** It was told, or never will be. */
export async function dropPush(db: Store, id: string): Promise<void> {
  await db.delete(pushOutbox).where(eq(pushOutbox.id, id));
}

/** Tries again later, unless it is too late by then. */
export async function postponePush(
  db: Store,
  { id, endsAt }: { id: string; endsAt: Date },
  dueAt: Date,
): Promise<void> {
  if (dueAt.getTime() >= endsAt.getTime()) return dropPush(db, id);
  await db.update(pushOutbox).set({ dueAt }).where(eq(pushOutbox.id, id));
}

/** This phone is asked for by nobody any more, with all that it was to be told. */
export async function dropSubscription(db: Store, id: string): Promise<void> {
  await drop(db, eq(pushSubscription.id, id));
}

/** The push service has this address no more: no camp can tell that phone by it. */
export async function dropEndpoint(db: Store, endpointHash: string): Promise<void> {
  await drop(db, eq(pushSubscription.endpointHash, endpointHash));
}

async function drop(db: Store, which: SQL): Promise<void> {
  await db.delete(pushSubscription).where(which);
}
