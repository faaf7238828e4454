/** Who is told that a run of their day moved: those who starred or host it, on each phone that asked. */
import { and, eq, inArray, sql } from "drizzle-orm";
import { listRaised } from "#db/card.ts";
import { newId } from "#db/id.ts";
import { root } from "#db/pitch/standing.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { pushOutbox, pushSubscription } from "#db/schema/push.ts";
import { listStars } from "#db/star.ts";
import type { Transaction } from "#db/transaction.ts";
import type { Arranged } from "#domain/grid.ts";
import { movedRuns } from "#domain/my-day.ts";
import { TOLD_WITHIN } from "#domain/push.ts";
import { runsOf } from "#domain/run.ts";
import { byPerson, mineOf } from "#domain/star.ts";

/** In the transaction that changes what everybody sees. What a phone was still to be told of its day is told with it. */
export async function pushMoved(
  tx: Transaction,
  eventId: string,
  { before, after }: { before: Arranged; after: Arranged },
  now: Date,
): Promise<void> {
  const moved = new Set(movedRuns(before, after, now.getTime()));
  // As many as asked.
  const phones =
    moved.size === 0
      ? []
      : await tx
          .select({ id: pushSubscription.id, registrationId: pushSubscription.registrationId })
          .from(pushSubscription)
          .where(eq(pushSubscription.eventId, eventId));
  if (phones.length === 0) return;
  // Each once, also what is only in one of the two.
  const runs = [...new Map([...runsOf(before), ...runsOf(after)].map((run) => [run.key, run])).values()];
  const raised = await listRaised(tx, eventId);
  const hands = raised.map(({ pitchId, registrationId }) => ({ pitchId, who: registrationId }));
  const people = byPerson(hands, await listStars(tx, eventId));
  const hosting = await listHosting(
    tx,
    eventId,
    runs.filter(({ key }) => moved.has(key)).map(({ pitchId }) => pitchId),
  );
  const endsAt = new Date(now.getTime() + TOLD_WITHIN.moved);
  const rows = phones.flatMap(({ id: subscriptionId, registrationId }) => {
    const { hands = [], stars = {} } = people.get(registrationId) ?? {};
    const mine = mineOf(runs, { hosting: hosting.get(registrationId) ?? [], hands, stars });
    const theirs = [...moved].filter((key) => mine.has(key));
    return theirs.length === 0 ? [] : [{ id: newId(), subscriptionId, runs: theirs, dueAt: now, endsAt }];
  });
  if (rows.length === 0) return;
  await tx
    .insert(pushOutbox)
    .values(rows)
    .onConflictDoUpdate({
      target: pushOutbox.subscriptionId,
      targetWhere: sql`runs is not null`,
      // Under another id: whoever is telling the one before takes that one away.
      set: {
        id: sql`excluded.id`,
        runs: sql`array(select distinct unnest(${pushOutbox.runs} || excluded.runs))`,
        ...{ dueAt: sql`excluded.due_at`, endsAt: sql`excluded.ends_at`, tries: 0 },
      },
    });
}

/** Which of these sessions each person hosts. Bounded by the hosts of a session. */
async function listHosting(
  tx: Transaction,
  eventId: string,
  pitchIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await tx
    .select({ who: pitchHost.registrationId, pitchId: root })
    .from(pitchHost)
    .innerJoin(pitch, eq(pitch.id, pitchHost.pitchId))
    .where(and(eq(pitch.eventId, eventId), pitchHost.hosting, inArray(root, [...pitchIds])));
  const hosting = new Map<string, string[]>();
  for (const { who, pitchId } of rows) if (who) hosting.set(who, [...(hosting.get(who) ?? []), pitchId]);
  return hosting;
}
