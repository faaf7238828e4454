/** What a camper does with a place or a turn: takes it, lets it go. Safe to repeat; the freed place moves on at once. */
import { eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { moveTo } from "#db/move.ts";
import { type RegistrationRow, registration } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { permits } from "#domain/event.ts";
import type { Refusal } from "#domain/refusal.ts";
import { allows, type Move, type Status } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";

type AnswerRefusal = Extract<Refusal, "not_found" | "not_open" | "not_possible_now" | "offer_gone">;
type Answer = (db: Database, registrationId: string, now: Date) => Promise<Result<Status, AnswerRefusal>>;

/** Takes an offered place. Refused `offer_gone` once its time has passed, whether or not the clock has said so. */
export const acceptOffer: Answer = (db, id, now) => answer(db, id, "accept", "confirmed", now);

/** Says no to an offered place; it goes to the next in line. */
export const declineOffer: Answer = (db, id, now) => answer(db, id, "decline", "declined", now);

/** Gives a place back; it goes to the next in line. */
export const giveBack: Answer = (db, id, now) => answer(db, id, "give_back", "released", now);

/** Leaves the waiting list. */
export const leaveLine: Answer = (db, id, now) => answer(db, id, "leave", "left", now);

async function answer(
  db: Database,
  registrationId: string,
  move: Move,
  to: Status,
  now: Date,
): Promise<Result<Status, AnswerRefusal>> {
  return transact(db, async (tx) => {
    const eventId = await eventOf(tx, registrationId);
    const camp = eventId && (await lockEvent(tx, eventId));
    if (!camp) return refused("not_found");
    const [known] = await tx.select().from(registration).where(eq(registration.id, registrationId));
    if (!known) return refused("not_found");
    if (known.status === to) return granted(to);
    if (!permits(camp.phase, "answer")) return refused("not_open");
    if (move === "accept" && hasRunOut(known, now)) return refused("offer_gone");
    if (!allows(move, known.status)) return refused("not_possible_now");
    await moveTo(tx, camp, known, { to, act: move, actor: "camper", actorId: registrationId }, now);
    return granted(to);
  });
}

/** An expired offer, or one about to be: the clock decides, not the order in which it and the thumb arrive. */
function hasRunOut({ status, offeredUntil, bouncedAt }: RegistrationRow, now: Date): boolean {
  if (status === "expired") return true;
  return status === "offered" && bouncedAt === null && offeredUntil !== null && offeredUntil <= now;
}

async function eventOf(tx: Transaction, registrationId: string): Promise<string | null> {
  const [row] = await tx
    .select({ eventId: registration.eventId })
    .from(registration)
    .where(eq(registration.id, registrationId));
  return row?.eventId ?? null;
}
