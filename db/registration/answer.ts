/** What a camper does with a place or a turn. Safe to repeat; a freed place goes to the line at once. */
import { eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { lockEvent, readTimes } from "#db/event.ts";
import { bump } from "#db/live.ts";
import { findLink } from "#db/registration/link.ts";
import { type EventRow, move } from "#db/registration/move.ts";
import { isInside } from "#db/registration/on-the-day.ts";
import { readGiving } from "#db/registration/place.ts";
import { takeRank } from "#db/registration/rank.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { enter } from "#db/release.ts";
import { type RegistrationRow, registration } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { isHalted, isOver, permits } from "#domain/event.ts";
import { kindOf } from "#domain/pool.ts";
import type { Refusal } from "#domain/refusal.ts";
import { admissionAt } from "#domain/registration/admission.ts";
import { hasRunOut } from "#domain/registration/offer.ts";
import { missedOffer } from "#domain/registration/status.ts";
import { allows, isProven, type Move, type Status, takesPart } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";

export type AnswerRefusal = Extract<
  Refusal,
  | "not_found"
  | "not_open"
  | "not_yet_open"
  | "draw_closed"
  | "camp_over"
  | "camp_halted"
  | "not_possible_now"
  | "offer_gone"
  | "not_proven"
  | "line_full"
  | "still_inside"
>;
/** @param page the private page's token, if any: refused `not_possible_now` when it has become a claim since */
type Answer = (
  db: Database,
  registrationId: string,
  now: Date,
  page?: string,
) => Promise<Result<Status, AnswerRefusal>>;

/**
 * Refused `offer_gone` once its time has passed, even before the job that ends offers; `not_proven` while mail bounces.
 */
export const acceptOffer: Answer = (db, id, now, page) => answer(db, id, "accept", "confirmed", now, page);

/** Declines an offered place. */
export const declineOffer: Answer = (db, id, now, page) => answer(db, id, "decline", "declined", now, page);

/** Gives back a place, held or confirmed. Refused `still_inside` for whoever is in on the day. */
export const giveBack: Answer = (db, id, now, page) => answer(db, id, "give_back", "released", now, page);

/** Leaves the waiting list. */
export const leaveLine: Answer = (db, id, now, page) => answer(db, id, "leave", "left", now, page);

/**
 * Joins the line again, at the back. After an offer ran out this is possible as long as places are given out; otherwise
 * only while registration is open. Refused `line_full` where a newcomer would be.
 */
export const rejoinLine: Answer = (db, id, now, page) => answer(db, id, "register", "waiting", now, page);

type Own = Extract<Move, "accept" | "decline" | "give_back" | "leave" | "register">;

async function answer(
  db: Database,
  registrationId: string,
  act: Own,
  to: Status,
  now: Date,
  page: string | undefined,
): Promise<Result<Status, AnswerRefusal>> {
  return transact<Status, AnswerRefusal>(db, async (tx) => {
    const own = await lockOwn(tx, registrationId, now, page);
    if (!own.ok) return own;
    const { camp, known } = own.value;
    if (known.status === to) return granted(to);
    const { endsAt } = await readTimes(tx, camp);
    if (isOver(camp.phase, endsAt, now.getTime())) return refused("camp_over");
    const refusal = whyNot(camp, known, act, now);
    if (refusal) return refused(refusal);
    // Whoever is called for it would be one more inside than there are places.
    if (act === "give_back" && (await isInside(tx, camp.id, known.id))) return refused("still_inside");
    const back =
      act === "register"
        ? await comeBack(tx, camp, known, now)
        : granted({ to, set: setBy(act, known, now) });
    if (!back.ok) return back;
    await move(
      tx,
      camp,
      [known],
      { move: act, by: { actor: "camper", actorId: registrationId }, ...back.value },
      now,
    );
    await settlePlaces(tx, camp, now);
    await bump(tx, camp.id, ["people"]);
    return granted(back.value.to);
  });
}

/**
 * Somebody who let go comes back, as far as the camp lets them: at the back. The camp's row must be locked, and the
 * caller settles the places afterwards. @returns whether they did
 */
export async function rejoin(
  tx: Transaction,
  camp: EventRow,
  known: RegistrationRow,
  now: Date,
): Promise<boolean> {
  const { endsAt } = await readTimes(tx, camp);
  if (isOver(camp.phase, endsAt, now.getTime()) || whyNot(camp, known, "register", now)) return false;
  const back = await comeBack(tx, camp, known, now);
  if (!back.ok) return false;
  const by = { actor: "camper", actorId: known.id } as const;
  await move(tx, camp, [known], { move: "register", by, ...back.value }, now);
  return true;
}

/** Behind everybody else: at the back of the line, or among those who enter a release just now. */
async function comeBack(tx: Transaction, camp: EventRow, known: RegistrationRow, now: Date) {
  const newcomer = { kind: kindOf(known), proven: isProven(known), lapsed: known.lapsedAt !== null };
  const { giving, counts } = await readGiving(tx, camp);
  const admitted = admissionAt(giving, counts, newcomer, now.getTime());
  if (!admitted.ok) return admitted;
  const { enters } = admitted.value;
  if (enters) await enter(tx, [{ releaseId: enters.id, registrationId: known.id }]);
  const to: Status = enters ? "entered" : "waiting";
  return granted({ to, set: { rank: await takeRank(tx, camp.id), registeredAt: now } });
}

function setBy(act: Own, { status, keptBack }: RegistrationRow, now: Date) {
  // Offered by hand out of the places kept back, it is one of them still.
  if (act === "accept") return { keptBack };
  return act === "give_back" && takesPart(status) ? { gaveBackAt: now } : {};
}

export type OwnRefusal = Extract<Refusal, "not_found" | "not_possible_now">;

/** A registration with its camp locked. @param page as for an answer */
export async function lockOwn(
  tx: Transaction,
  registrationId: string,
  now: Date,
  page: string | undefined,
): Promise<Result<{ camp: EventRow; known: RegistrationRow }, OwnRefusal>> {
  const eventId = await eventOf(tx, registrationId);
  const camp = eventId && (await lockEvent(tx, eventId));
  if (!camp) return refused("not_found");
  const [known] = await tx.select().from(registration).where(eq(registration.id, registrationId));
  if (!known) return refused("not_found");
  if (page && !(await opens(tx, page, registrationId, now))) return refused("not_possible_now");
  return granted({ camp, known });
}

/** Whether a page still acts for a registration: a proof elsewhere makes it a claim. */
async function opens(tx: Transaction, page: string, registrationId: string, now: Date): Promise<boolean> {
  const link = await findLink(tx, page, now);
  return link?.registrationId === registrationId && link.claim === null;
}

const LETS_GO: readonly Move[] = ["decline", "give_back", "leave"];

type Answering = Pick<RegistrationRow, "status" | "offeredUntil" | "verifiedAt" | "bouncedAt">;

/** Whether an offer has run out is judged by its time, since the answer may arrive before the job that ends offers. */
export function whyNot(
  { phase }: Pick<EventRow, "phase">,
  known: Answering,
  act: Move,
  now: Date,
): AnswerRefusal | null {
  const expired = missedOffer(known.status);
  const as = LETS_GO.includes(act) ? "letGo" : act === "register" && !expired ? "register" : "answer";
  if (!permits(phase, as)) return isHalted(phase) ? "camp_halted" : "not_open";
  if (act === "accept" && (expired || hasRunOut(known, now))) return "offer_gone";
  if (!allows(act, known.status)) return "not_possible_now";
  // Whoever never proved the address fills in the form again, so that the answer is as for a stranger's address.
  if (act === "register" && !isProven(known)) return "not_possible_now";
  return act === "accept" && !isProven(known) ? "not_proven" : null;
}

async function eventOf(tx: Transaction, registrationId: string): Promise<string | null> {
  const [row] = await tx
    .select({ eventId: registration.eventId })
    .from(registration)
    .where(eq(registration.id, registrationId));
  return row?.eventId ?? null;
}
