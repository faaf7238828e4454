/**
 * Letting go of everybody at once who never proved their address: the answer to a flood of invented ones. They may
 * register again, as somebody may be real whose mail was slow; and nobody is mailed, as nobody may be there.
 */
import { and, eq, inArray, isNull } from "drizzle-orm";
import { asking, NOTHING_AGREED, type Outcome } from "#db/change.ts";
import type { Database } from "#db/connection.ts";
import { lockEvent, readTimes } from "#db/event.ts";
import { bump } from "#db/live.ts";
import { move } from "#db/registration/move.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { outbox } from "#db/schema/mail.ts";
import { type RegistrationRow, registration } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { lettingGo } from "#domain/consequence.ts";
import { isOver } from "#domain/event.ts";
import { whyNotByHand } from "#domain/people.ts";
import { isHeld } from "#domain/registration/status.ts";
import { LIVE } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

/** People one statement is about. */
const AT_ONCE = 1_000;

/**
 * Takes everybody off who holds a place or waits with an address that nobody ever proved, after it was said how many
 * they are. What they held goes to the line at once, and counts as lapsed. Safe to repeat.
 * @param reason in the organiser's words; refused `bad_input` when empty, `camp_over` or `not_open` by `whyNotByHand`
 * @returns how many were let go
 */
export async function letGoUnproven(
  db: Database,
  crew: May<"movePeople">,
  reason: string,
  now: Date,
  agreed = NOTHING_AGREED,
): Promise<Result<Outcome<number>, "not_found" | "camp_over" | "not_open" | "bad_input">> {
  const why = reason.trim();
  if (why === "") return refused("bad_input");
  return transact<Outcome<number>, "not_found" | "camp_over" | "not_open">(db, async (tx) => {
    const camp = await lockEvent(tx, crew.eventId);
    if (!camp) return refused("not_found");
    const { endsAt } = await readTimes(tx, camp);
    const closed = whyNotByHand("remove", camp.phase, isOver(camp.phase, endsAt, now.getTime()));
    if (closed) return refused(closed);
    const people = await listUnproven(tx, camp.id);
    if (people.length === 0) return granted({ done: 0 });
    const held = people.filter(({ status }) => isHeld(status));
    const unproven = await tx.$count(registration, and(eq(registration.eventId, camp.id), neverProven));
    const stay = unproven - people.length;
    const question = asking(lettingGo(held.length, people.length - held.length, stay), agreed);
    if (question) return granted(question);
    const by = { actor: "crew", actorId: crew.personId } as const;
    const step = { move: "drop_unproven", to: "left", by, reason: why } as const;
    const others = people.filter((person) => !held.includes(person));
    for (let at = 0; at < held.length; at += AT_ONCE)
      await move(tx, camp, held.slice(at, at + AT_ONCE), { ...step, set: { lapsedAt: now } }, now);
    for (let at = 0; at < others.length; at += AT_ONCE)
      await move(tx, camp, others.slice(at, at + AT_ONCE), step, now);
    await dropWaitingMail(tx, camp.id, people);
    await settlePlaces(tx, camp, now);
    await bump(tx, camp.id, ["people"]);
    return granted({ done: people.length });
  });
}

/** Those in the camp, its line or its draw who never proved their address. */
const neverProven = and(inArray(registration.status, [...LIVE]), isNull(registration.verifiedAt));

/** Everybody of them, at most as many as registered. */
async function listUnproven(tx: Transaction, eventId: string): Promise<RegistrationRow[]> {
  const unproven = and(inArray(registration.status, ["held", "waiting"]), isNull(registration.verifiedAt));
  return tx
    .select()
    .from(registration)
    .where(and(eq(registration.eventId, eventId), unproven));
}

/** What has not gone out to them yet does not any more; what is being sent just now goes. */
async function dropWaitingMail(
  tx: Transaction,
  eventId: string,
  people: readonly Pick<RegistrationRow, "email">[],
): Promise<void> {
  const { id, recipient, sentAt, failedAt, secondOf } = outbox;
  for (let at = 0; at < people.length; at += AT_ONCE) {
    const emails = people.slice(at, at + AT_ONCE).map(({ email }) => email);
    const waiting = await tx
      .select({ id })
      .from(outbox)
      .where(
        and(
          eq(outbox.eventId, eventId),
          inArray(recipient, emails),
          isNull(sentAt),
          isNull(failedAt),
          isNull(secondOf),
        ),
      )
      .for("update", { skipLocked: true });
    const ids = waiting.map((mail) => mail.id);
    if (ids.length > 0) await tx.delete(outbox).where(inArray(id, ids));
  }
}
