/** One pitch each: what somebody brought, and whether they may bring one more. */
import { and, eq, isNull, or } from "drizzle-orm";
import { readTurns } from "#db/pitch/line.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";
import { isWithdrawn, mayBring } from "#domain/pitch.ts";

type Own = { id: string; title: string; withdrawnAt: Date | null; mergedInto: string | null };

/** Locks somebody's own row, so that two taps of one person queue up and nobody else waits. */
export async function lockOwner(tx: Transaction, registrationId: string): Promise<void> {
  await tx
    .select({ id: registration.id })
    .from(registration)
    .where(eq(registration.id, registrationId))
    .for("update");
}

/** Null when a campmaker typed it. */
export async function ownerOf(tx: Transaction, pitchId: string): Promise<string | null> {
  const [row] = await tx
    .select({ owner: pitchHost.registrationId })
    .from(pitchHost)
    .where(and(eq(pitchHost.pitchId, pitchId), eq(pitchHost.own, true)));
  return row?.owner ?? null;
}

/**
 * What somebody brought on their phone and did not withdraw, bounded by the rounds of the camp; and one pitch of theirs
 * also where it is withdrawn. Read it under `lockOwner`.
 */
export function listOwn(tx: Transaction, registrationId: string, pitchId: string): Promise<Own[]> {
  const own = and(eq(pitchHost.registrationId, registrationId), eq(pitchHost.own, true));
  return tx
    .select({
      id: pitch.id,
      title: pitch.title,
      withdrawnAt: pitch.withdrawnAt,
      mergedInto: pitch.mergedInto,
    })
    .from(pitchHost)
    .innerJoin(pitch, eq(pitch.id, pitchHost.pitchId))
    .where(and(own, or(isNull(pitch.withdrawnAt), eq(pitch.id, pitchId))));
}

/**
 * Whether one more of theirs may stand, brought or restored. What was merged is still their one. Whoever was not there
 * when called keeps nobody from a further round (`roundsWaiting`).
 *
 * @param own as `listOwn` says
 */
export async function mayHaveOneMore(
  tx: Transaction,
  eventId: string,
  own: readonly Pick<Own, "withdrawnAt">[],
): Promise<boolean> {
  const { waiting } = await readTurns(tx, eventId);
  const rounds = waiting.filter(({ away }) => !away).map(({ round }) => round);
  return mayBring(own.filter((pitch) => !isWithdrawn(pitch)).length, rounds);
}
