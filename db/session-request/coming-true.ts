/** What a version of the grid does of what campers asked, or can be done no more, is settled with it; whoever asked is told. */
import { and, eq, inArray, isNull } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { pushAnswers } from "#db/push/fan-out.ts";
import { sessionRequest } from "#db/schema/session-request.ts";
import { askOfWhole, partsIn, seenBy } from "#db/session-request/following.ts";
import type { Transaction } from "#db/transaction.ts";
import type { Arranged } from "#domain/grid.ts";
import { outcomeOf } from "#domain/session-request.ts";
import type { May } from "#domain/viewer.ts";

/**
 * Settles what is open and came true by itself, or whose session is off. Whoever calls it has locked the camp and tells the
 * desks. What is one with another session by now is asked of that. Where there is no grid before or after nothing is settled: what is asked waits for the next one.
 */
export async function settleByVersion(
  tx: Transaction,
  { eventId, personId }: Pick<May<"publish">, "eventId" | "personId">,
  { before, after }: { before: Arranged | null; after: Arranged | null },
  now: Date,
): Promise<void> {
  if (!before || !after) return;
  const { id, kind, pitchId, otherId } = sessionRequest;
  const asked = await tx
    .select({ id, kind, pitchId, otherId })
    .from(sessionRequest)
    .where(and(eq(sessionRequest.eventId, eventId), isNull(sessionRequest.settledAt)));
  const parts = await partsIn(tx, eventId, after);
  const settled = asked.flatMap((wanted) => {
    const outcome = outcomeOf(wanted, before, seenBy(wanted, after, parts), now.getTime());
    return outcome ? [{ id: wanted.id, outcome }] : [];
  });
  const ids = settled.map((it) => it.id);
  for (const outcome of ["done", "off"] as const) {
    const theirs = settled.filter((it) => it.outcome === outcome).map((it) => it.id);
    await tx
      .update(sessionRequest)
      .set({ settledAt: now, outcome })
      .where(inArray(sessionRequest.id, theirs));
  }
  for (const wanted of asked)
    if (!ids.includes(wanted.id) && [wanted.pitchId, wanted.otherId].some((one) => one && parts.has(one)))
      await askOfWhole(tx, wanted, parts);
  if (settled.length === 0) return;
  const by = { eventId, at: now, actor: "crew", actorId: personId, act: "settle_request" } as const;
  await record(
    tx,
    settled.map((it) => ({ ...by, subjectId: it.id, to: it.outcome })),
  );
  await pushAnswers(tx, ids, now);
}
