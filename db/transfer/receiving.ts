/** Taking a place that somebody hands on, by the link in the mail about it: whoever opens it reads that mailbox. */
import { and, eq, isNull } from "drizzle-orm";
import type { Database, Store } from "#db/connection.ts";
import { type EventRow, eventView, lockEvent, readTimes } from "#db/event.ts";
import { hashToken, newId, newToken } from "#db/id.ts";
import { bump } from "#db/live.ts";
import { post } from "#db/mail.ts";
import { readOwnMore, writeMore } from "#db/question/answers.ts";
import { claimBrowsers, formOf } from "#db/registration/claim.ts";
import { mintLink } from "#db/registration/link.ts";
import { arrive, type By, move } from "#db/registration/move.ts";
import { takeRank } from "#db/registration/rank.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { event, sector } from "#db/schema/event.ts";
import { type RegistrationRow, registration } from "#db/schema/registration.ts";
import { type TransferRow, transfer } from "#db/schema/transfer.ts";
import { dropSeconds } from "#db/second-address/ending.ts";
import { endTickets } from "#db/ticket.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { closeTransfer, endTransfer } from "#db/transfer/ending.ts";
import { isOver, permits } from "#domain/event.ts";
import type { More } from "#domain/question.ts";
import type { Refusal } from "#domain/refusal.ts";
import { type Answers, answersOf } from "#domain/registration/answers.ts";
import { canTransfer, type TransferPage, transfersUntil } from "#domain/registration/transfer.ts";
import { allows, isProven, takesPart } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";

/** The token of the page on which a place can be taken. Call it when the mail goes out. @returns null once it has ended */
export async function mintTransfer(tx: Transaction, transferId: string): Promise<string | null> {
  const token = newToken();
  const rows = await tx
    .update(transfer)
    .set({ tokenHash: hashToken(token) })
    .where(and(eq(transfer.id, transferId), isNull(transfer.endedAt)))
    .returning({ id: transfer.id });
  return rows.length > 0 ? token : null;
}

type Found = { one: TransferRow; camp: EventRow; giver: RegistrationRow };

async function find(store: Store, token: string): Promise<Found | null> {
  const [row] = await store
    .select({ one: transfer, camp: event, giver: registration })
    .from(transfer)
    .innerJoin(event, eq(event.id, transfer.eventId))
    .innerJoin(registration, eq(registration.id, transfer.giverId))
    .where(eq(transfer.tokenHash, hashToken(token)));
  return row ?? null;
}

/** What somebody begins with: what we know of whoever reads that mailbox, else the name that was written. */
export type Begun = { answers: Partial<Answers>; more: More };

/** The page behind the link, and what its form begins with. Null when the token opens nothing. Changes nothing. */
export async function readTransfer(
  store: Store,
  token: string,
  now: Date,
): Promise<(TransferPage & { begun: Begun; has: boolean }) | null> {
  const found = await find(store, token);
  if (!found) return null;
  const { one, camp, giver } = found;
  const until = transfersUntil(camp.startsAt.getTime(), camp.transferHours);
  const late = !canTransfer(until, now.getTime());
  const known = one.end === null ? await registered(store, one) : null;
  const mine = known && isProven(known) ? known : null;
  return {
    ...{ event: await eventView(store, camp), giver: giver.name, name: one.name, email: one.email },
    until: new Date(until ?? camp.startsAt).toISOString(),
    ended: one.end ?? (late ? "too_late" : null),
    begun: {
      answers: mine ? answersOf(formOf(mine)) : { name: one.name },
      more: mine ? await readOwnMore(store, mine.id) : {},
    },
    has: known !== null && takesPart(known.status),
  };
}

async function registered(store: Store, { eventId, email }: Pick<TransferRow, "eventId" | "email">) {
  const [row] = await store
    .select()
    .from(registration)
    .where(and(eq(registration.eventId, eventId), eq(registration.email, email)));
  return row ?? null;
}

/** The same with the camp locked, which decides between two who press at once. */
async function lock(tx: Transaction, token: string): Promise<Found | null> {
  const before = await find(tx, token);
  const camp = before && (await lockEvent(tx, before.camp.id));
  const found = camp && (await find(tx, token));
  return found ? { ...found, camp } : null;
}

type TakingRefusal = Extract<
  Refusal,
  "not_found" | "not_open" | "camp_over" | "transfer_gone" | "has_place" | "not_possible_now" | "bad_input"
>;

/**
 * Takes the place: the giver's becomes theirs in one transaction, and pressing the mailed link's button proves their
 * address. Whoever waits leaves the line with it. Safe to repeat.
 * @returns the token of their own page, null where they took it before; refused `transfer_gone` once it has ended, by
 *   its time also before the clock ends it, `has_place` where they have one (one that is held for an unproven address anybody may have typed, and it goes back), `bad_input` for a sector of another camp
 */
export async function acceptTransfer(
  db: Database,
  token: string,
  answers: Answers,
  now: Date,
  more: More = {},
): Promise<Result<{ token: string | null }, TakingRefusal>> {
  return transact<{ token: string | null }, TakingRefusal>(db, async (tx) => {
    const found = await lock(tx, token);
    if (!found) return refused("not_found");
    const { one, camp, giver } = found;
    if (one.end === "accepted") return granted({ token: null });
    const closed = await whyNot(tx, found, now);
    if (closed) return refused(closed);
    const ours = and(eq(sector.id, answers.sectorId), eq(sector.eventId, camp.id));
    if ((await tx.$count(sector, ours)) === 0) return refused("bad_input");
    const known = await registered(tx, one);
    if (known && takesPart(known.status)) return refused("has_place");
    if (known && !allows("receive", known.status)) return refused("not_possible_now");
    const { name, email } = one;
    if (!(await closeTransfer(tx, one.id, "accepted", now))) return refused("transfer_gone");
    const by: By = { actor: "camper", actorId: giver.id };
    const receiverId = known?.id ?? newId();
    const passing = { move: "transfer", to: "transferred", by, detail: { other: receiverId } } as const;
    await move(tx, camp, [giver], { ...passing, facts: { name } }, now);
    await dropSeconds(tx, [giver.id]);
    const row = { ...answersOf(answers), keptBack: giver.keptBack };
    const mailbox = { verifiedAt: now, bouncedAt: null, lapsedAt: null };
    await seat(
      tx,
      camp,
      { known, receiverId, giver, set: { ...row, ...mailbox }, email, locale: one.locale },
      now,
    );
    await writeMore(tx, camp.id, [{ registrationId: receiverId, more }]);
    await settlePlaces(tx, camp, now);
    await bump(tx, camp.id, ["people"]);
    return granted({ token: await mintLink(tx, receiverId, { mailed: true, now }) });
  });
}

async function whyNot(
  tx: Transaction,
  { one, camp, giver }: Found,
  now: Date,
): Promise<"camp_over" | "not_open" | "transfer_gone" | null> {
  const { endsAt } = await readTimes(tx, camp);
  if (isOver(camp.phase, endsAt, now.getTime())) return "camp_over";
  if (one.end !== null || !takesPart(giver.status)) return "transfer_gone";
  const until = transfersUntil(camp.startsAt.getTime(), camp.transferHours);
  if (!canTransfer(until, now.getTime())) return "transfer_gone";
  return permits(camp.phase, "answer") ? null : "not_open";
}

type Seat = {
  known: RegistrationRow | null;
  receiverId: string;
  giver: RegistrationRow;
  set: Answers & Pick<RegistrationRow, "keptBack" | "verifiedAt" | "bouncedAt" | "lapsedAt">;
  email: string;
  locale: string;
};

async function seat(
  tx: Transaction,
  camp: EventRow,
  { known, receiverId, giver, set, email, locale }: Seat,
  now: Date,
): Promise<void> {
  const by: By = { actor: "camper", actorId: receiverId };
  const detail = { other: giver.id };
  if (known) {
    // Before the first proof anybody may have typed the address.
    if (known.verifiedAt === null) {
      await claimBrowsers(tx, known);
      await endTickets(tx, known.id);
    }
    await move(tx, camp, [known], { move: "receive", to: "confirmed", by, detail, set }, now);
    return;
  }
  const turn = { rank: await takeRank(tx, camp.id), registeredAt: now, changedAt: now };
  const row = {
    id: receiverId,
    eventId: camp.id,
    email,
    locale,
    ...set,
    ...turn,
    status: "confirmed",
  } as const;
  await arrive(tx, camp, [{ row, from: null, now, mailed: false, act: "receive", detail }]);
  await post(tx, {
    ...{ eventId: camp.id, kind: "place_yours", occasion: newId(), recipient: email },
    facts: { registrationId: receiverId },
  });
}

/** Says no thanks: the giver keeps the place, and is told. Safe to repeat. @returns refused `transfer_gone` once it has ended otherwise */
export async function declineTransfer(
  db: Database,
  token: string,
  now: Date,
): Promise<Result<null, "not_found" | "transfer_gone">> {
  return transact<null, "not_found" | "transfer_gone">(db, async (tx) => {
    const found = await lock(tx, token);
    if (!found) return refused("not_found");
    if (found.one.end === "turned_down") return granted(null);
    if (found.one.end !== null) return refused("transfer_gone");
    await endTransfer(tx, found.one, "turned_down", now);
    await bump(tx, found.camp.id, ["people"]);
    return granted(null);
  });
}
