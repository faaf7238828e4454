/**
 * How places on their way to somebody stay where they are. Whoever was named is told once they were written to, and the
 * giver where it was not their own doing. The camp's row must be locked.
 */
import { and, eq, inArray, isNull } from "drizzle-orm";
import { type Entry, record } from "#db/audit.ts";
import { newId } from "#db/id.ts";
import { post } from "#db/mail.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { type TransferRow, transfer } from "#db/schema/transfer.ts";
import type { Transaction } from "#db/transaction.ts";
import {
  canTransfer,
  RETURNED,
  type Returned,
  type TransferEnd,
  transfersUntil,
} from "#domain/registration/transfer.ts";

type By = Pick<Entry, "actor" | "actorId">;
type Camp = Pick<typeof event.$inferSelect, "id" | "startsAt" | "transferHours">;

const open = isNull(transfer.endedAt);

/** Ends the transfers of people who no longer have the place they were handing on. */
export async function endTransfersOf(
  tx: Transaction,
  givers: readonly string[],
  by: By,
  now: Date,
): Promise<void> {
  if (givers.length === 0) return;
  const theirs = await tx
    .select()
    .from(transfer)
    .where(and(open, inArray(transfer.giverId, [...givers])));
  for (const one of theirs) await endTransfer(tx, one, "place_gone", now, by);
}

/** Ends what was not taken in time; once the camp is over, all of them. @returns how many */
export async function endLateTransfers(
  tx: Transaction,
  camp: Camp,
  now: Date,
  over: boolean,
): Promise<number> {
  if (!over && canTransfer(transfersUntil(camp.startsAt.getTime(), camp.transferHours), now.getTime()))
    return 0;
  // At most one for each place of the camp.
  const late = await tx
    .select()
    .from(transfer)
    .where(and(open, eq(transfer.eventId, camp.id)));
  for (const one of late) await endTransfer(tx, one, "too_late", now);
  return late.length;
}

/** When open transfers of a camp end, milliseconds since 1970; null where there are none. */
export async function nextTransferEnd(tx: Transaction, camp: Camp): Promise<number | null> {
  if ((await tx.$count(transfer, and(open, eq(transfer.eventId, camp.id)))) === 0) return null;
  return transfersUntil(camp.startsAt.getTime(), camp.transferHours);
}

const isReturned = (end: TransferEnd): end is Returned => (RETURNED as readonly TransferEnd[]).includes(end);

/** Who it is by, unless somebody took the place away; the log is the giver's, and whoever says no thanks may be nobody's. */
const BY: Readonly<Record<Exclude<TransferEnd, "accepted">, (giverId: string) => By>> = {
  called_back: (actorId) => ({ actor: "camper", actorId }),
  place_gone: (actorId) => ({ actor: "camper", actorId }),
  turned_down: () => ({ actor: "system", actorId: null }),
  bounced: () => ({ actor: "system", actorId: null }),
  too_late: () => ({ actor: "clock", actorId: null }),
};

/** Ends one, and forgets whom it named. @param by whose act took the place away */
export async function endTransfer(
  tx: Transaction,
  { id, eventId, giverId, name, email, locale, tokenHash }: TransferRow,
  end: Exclude<TransferEnd, "accepted">,
  now: Date,
  by: By = BY[end](giverId),
): Promise<void> {
  if (!(await closeTransfer(tx, id, end, now))) return;
  await record(tx, { eventId, at: now, ...by, act: "end_transfer", subjectId: giverId, to: end });
  const named = { eventId, occasion: newId(), recipient: email, locale };
  // Whoever declined knows, and whoever was never written to need not.
  if (tokenHash !== null && end !== "turned_down" && end !== "bounced") {
    const [camp] = await tx.select({ name: event.name }).from(event).where(eq(event.id, eventId));
    await post(tx, { ...named, kind: "transfer_ended", facts: { camp: camp?.name ?? "", name } });
  }
  if (!isReturned(end)) return;
  const [giver] = await tx
    .select({ email: registration.email })
    .from(registration)
    .where(eq(registration.id, giverId));
  if (!giver) return;
  const facts = { registrationId: giverId, name, why: end };
  await post(tx, { eventId, kind: "transfer_back", occasion: newId(), recipient: giver.email, facts });
}

/** Nothing is kept of whom it named. @returns whether it was open until now: a bounce waits for no camp's lock */
export async function closeTransfer(
  tx: Transaction,
  transferId: string,
  end: TransferEnd,
  now: Date,
): Promise<boolean> {
  const closed = await tx
    .update(transfer)
    .set({ endedAt: now, end, name: "", email: "" })
    .where(and(open, eq(transfer.id, transferId)))
    .returning({ id: transfer.id });
  return closed.length > 0;
}
