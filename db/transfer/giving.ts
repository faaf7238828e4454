/** Handing a place on: its holder names somebody, who is written to. Until they take it, the giver keeps the place. */
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { readTimes } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { bump } from "#db/live.ts";
import { post } from "#db/mail.ts";
import { spend } from "#db/rate-limit.ts";
import { lockOwn } from "#db/registration/answer.ts";
import { transfer } from "#db/schema/transfer.ts";
import { transact } from "#db/transaction.ts";
import { endTransfer } from "#db/transfer/ending.ts";
import { openOf } from "#db/transfer/handing.ts";
import { sameAddress } from "#domain/email-address.ts";
import { isOver, permits } from "#domain/event.ts";
import type { Refusal } from "#domain/refusal.ts";
import { chargeOfAddress, sharedBy } from "#domain/registration/allowance.ts";
import { canTransfer, transfersUntil } from "#domain/registration/transfer.ts";
import { isProven, takesPart } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";

type GivingRefusal = Extract<
  Refusal,
  | "not_found"
  | "not_open"
  | "camp_over"
  | "not_possible_now"
  | "transfer_closed"
  | "transfer_open"
  | "own_address"
  | "too_many"
>;

/**
 * Begins to hand a place on. Whoever is named is written to, whatever they have at the camp: what that is, only they are
 * told. Safe to repeat with the same name and address.
 * @param page the private page's token: refused `not_possible_now` when it has become a claim since
 * @returns refused `transfer_open` while it is on its way to somebody else, `transfer_closed` once it is too late
 */
export async function beginTransfer(
  db: Database,
  registrationId: string,
  to: { name: string; email: string },
  now: Date,
  page?: string,
): Promise<Result<null, GivingRefusal>> {
  const email = sameAddress(to.email);
  return transact<null, GivingRefusal>(db, async (tx) => {
    const own = await lockOwn(tx, registrationId, now, page);
    if (!own.ok) return own;
    const { camp, known } = own.value;
    const { endsAt } = await readTimes(tx, camp);
    if (isOver(camp.phase, endsAt, now.getTime())) return refused("camp_over");
    if (!permits(camp.phase, "answer")) return refused("not_open");
    if (!takesPart(known.status) || !isProven(known)) return refused("not_possible_now");
    const until = transfersUntil(camp.startsAt.getTime(), camp.transferHours);
    if (!canTransfer(until, now.getTime())) return refused("transfer_closed");
    if (email === known.email) return refused("own_address");
    const open = await openOf(tx, registrationId);
    if (open) return open.email === email ? granted(null) : refused("transfer_open");
    const charges = [
      { limit: "transfer_by_registration", by: registrationId } as const,
      chargeOfAddress(camp.id, email),
      ...sharedBy(camp.id),
    ];
    const spent = await spend(tx, charges, now);
    if (!spent.ok) return spent;
    const row = { id: newId(), eventId: camp.id, giverId: registrationId, name: to.name, email };
    await tx.insert(transfer).values({ ...row, locale: known.locale, createdAt: now });
    const by = { actor: "camper", actorId: registrationId } as const;
    await record(tx, {
      ...{ eventId: camp.id, at: now, ...by },
      ...{ act: "begin_transfer", subjectId: registrationId },
    });
    await post(tx, {
      ...{ eventId: camp.id, kind: "transfer_offered", occasion: row.id },
      ...{ recipient: email, locale: known.locale, facts: { transferId: row.id } },
    });
    await bump(tx, camp.id, ["people"]);
    return granted(null);
  });
}

/** Calls a place back that is on its way to somebody. Safe to repeat. @returns refused `not_possible_now` once they have it */
export async function callBack(
  db: Database,
  registrationId: string,
  now: Date,
  page?: string,
): Promise<Result<null, "not_found" | "not_possible_now">> {
  return transact<null, "not_found" | "not_possible_now">(db, async (tx) => {
    const own = await lockOwn(tx, registrationId, now, page);
    if (!own.ok) return own;
    const { camp, known } = own.value;
    if (!takesPart(known.status)) return refused("not_possible_now");
    const open = await openOf(tx, registrationId);
    if (!open) return granted(null);
    await endTransfer(tx, open, "called_back", now);
    await bump(tx, camp.id, ["people"]);
    return granted(null);
  });
}
