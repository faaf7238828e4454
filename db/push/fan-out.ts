/** What phones are to be told goes into the outbox in the transaction that decides it: a row for each that asked. */
import { inArray, type SQL, sql } from "drizzle-orm";
import { device } from "#db/schema/device.ts";
import { person, role } from "#db/schema/person.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { pushOutbox, pushSubscription } from "#db/schema/push.ts";
import { registration } from "#db/schema/registration.ts";
import { sessionRequestAsker } from "#db/schema/session-request.ts";
import { telling } from "#db/schema/telling.ts";
import type { Transaction } from "#db/transaction.ts";
import { TAKE_TASKS } from "#domain/permission.ts";
import type { Line } from "#domain/pitch/turn.ts";
import { SETTLES_MS, TOLD_WITHIN } from "#domain/push.ts";

const at = (now: Date, ms = 0) => sql`${new Date(now.getTime() + ms).toISOString()}::timestamptz`;

/** In one statement, whose cost follows how many asked. */
export async function pushAnnouncement(
  tx: Transaction,
  { id, eventId }: { id: string; eventId: string },
  now: Date,
): Promise<void> {
  await tx.execute(sql`
    insert into ${pushOutbox} (id, subscription_id, announcement_id, due_at, ends_at)
    select gen_random_uuid(), ${pushSubscription.id}, ${id}::uuid, ${at(now)}, ${at(now, TOLD_WITHIN.announcement)}
    from ${pushSubscription} where ${pushSubscription.eventId} = ${eventId}
    on conflict do nothing`);
}

/**
 * Tells the crew that one of them calls for help, on whichever of their phones they asked to be told: one on which they
 * are signed in, or one that holds the place of their address. Not whoever calls.
 */
export async function pushHelpCall(
  tx: Transaction,
  { id, eventId, personId }: { id: string; eventId: string; personId: string },
  now: Date,
): Promise<void> {
  const helps = sql`${role.eventId} = ${eventId} and ${inArray(role.role, TAKE_TASKS)} and ${person.id} <> ${personId}
    and (${person.id} = ${device.personId} or ${person.email} = ${registration.email})`;
  await tx.execute(sql`
    insert into ${pushOutbox} (id, subscription_id, help_call_id, due_at, ends_at)
    select gen_random_uuid(), ${pushSubscription.id}, ${id}::uuid, ${at(now)}, ${at(now, TOLD_WITHIN.help)}
    from ${pushSubscription}
    join ${device} on ${device.id} = ${pushSubscription.deviceId}
    join ${registration} on ${registration.id} = ${pushSubscription.registrationId}
    where ${pushSubscription.eventId} = ${eventId}
      and exists (select from ${role} join ${person} on ${person.id} = ${role.personId} where ${helps})
    on conflict do nothing`);
}

/** Says at once to these people that something became of their place. */
export async function pushPlace(
  tx: Transaction,
  registrationIds: readonly string[],
  now: Date,
): Promise<void> {
  if (registrationIds.length === 0) return;
  await tx.execute(sql`
    insert into ${pushOutbox} (id, subscription_id, place, due_at, ends_at)
    select gen_random_uuid(), ${pushSubscription.id}, true, ${at(now)}, ${at(now, TOLD_WITHIN.place)}
    from ${pushSubscription} where ${inArray(pushSubscription.registrationId, [...registrationIds])}
    on conflict (subscription_id) where place
      -- Under another id: whoever is telling the one before takes that one away.
      do update set id = excluded.id, ends_at = excluded.ends_at, tries = 0, due_at = excluded.due_at`);
}

/** Says to every phone that asked at a camp that it is called off, put off or on again. */
export async function pushHalt(tx: Transaction, eventId: string, now: Date): Promise<void> {
  await tx.execute(sql`
    insert into ${pushOutbox} (id, subscription_id, halt, due_at, ends_at)
    select gen_random_uuid(), ${pushSubscription.id}, true, ${at(now)}, ${at(now, TOLD_WITHIN.halt)}
    from ${pushSubscription} where ${pushSubscription.eventId} = ${eventId}
    on conflict (subscription_id) where halt
      -- Under another id: whoever is telling the one before takes that one away.
      do update set id = excluded.id, ends_at = excluded.ends_at, tries = 0, due_at = excluded.due_at`);
}

/** Tells hosts who came to the front, or to be next, by a step of the line: of what was merged all of them. */
export async function pushTurns(tx: Transaction, before: Line, after: Line, now: Date): Promise<void> {
  const [front, next] = [after.front?.id, after.waiting[0]?.id];
  const moved = [
    ...(front && front !== before.front?.id ? [front] : []),
    ...(next && next !== before.waiting[0]?.id ? [next] : []),
  ];
  if (moved.length === 0) return;
  const root = sql`coalesce(${pitch.mergedInto}, ${pitch.id})`;
  await tx.execute(sql`
    insert into ${pushOutbox} (id, subscription_id, pitch_id, due_at, ends_at)
    select distinct on (${pushSubscription.id}, ${root})
      gen_random_uuid(), ${pushSubscription.id}, ${root}, ${at(now)}, ${at(now, TOLD_WITHIN.turn)}
    from ${pitch} join ${pitchHost} on ${pitchHost.pitchId} = ${pitch.id}
    join ${pushSubscription} on ${pushSubscription.registrationId} = ${pitchHost.registrationId}
    where ${inArray(pitch.id, moved)} or ${inArray(pitch.mergedInto, moved)}
    on conflict (subscription_id, pitch_id)
      -- Under another id: whoever is telling the one before takes that one away.
      do update set id = excluded.id, due_at = excluded.due_at, ends_at = excluded.ends_at, tries = 0`);
}

/** Says in a moment what somebody was told just now of sessions that changed; what comes until then is said with it. */
export function pushTellings(tx: Transaction, eventId: string, now: Date): Promise<void> {
  const told = sql`exists (select from ${telling} where ${telling.registrationId} = ${pushSubscription.registrationId}
    and ${telling.toldAt} = ${at(now)} and ${telling.putAwayAt} is null)`;
  return pushSessions(tx, sql`${pushSubscription.eventId} = ${eventId} and ${told}`, SETTLES_MS, now);
}

/** Says at once to whoever asked something of the grid what became of it. */
export function pushAnswers(tx: Transaction, requestIds: readonly string[], now: Date): Promise<void> {
  const asked = sql`${pushSubscription.registrationId} in (select ${sessionRequestAsker.registrationId}
    from ${sessionRequestAsker} where ${inArray(sessionRequestAsker.requestId, [...requestIds])})`;
  return pushSessions(tx, asked, 0, now);
}

async function pushSessions(tx: Transaction, phones: SQL, wait: number, now: Date): Promise<void> {
  await tx.execute(sql`
    insert into ${pushOutbox} (id, subscription_id, sessions, due_at, ends_at)
    select gen_random_uuid(), ${pushSubscription.id}, true, ${at(now, wait)}, ${at(now, TOLD_WITHIN.sessions)}
    from ${pushSubscription} where ${phones}
    on conflict (subscription_id) where sessions
      -- Under another id: whoever is telling the one before takes that one away.
      do update set id = excluded.id, ends_at = excluded.ends_at, tries = 0,
        due_at = case when push_outbox.tries = 0 then push_outbox.due_at else excluded.due_at end`);
}
