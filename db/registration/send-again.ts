/** An organiser sends somebody the mail with their link again, for whoever says that they never got it. */
import { and, eq } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { lockEvent, readTimes } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { post } from "#db/mail.ts";
import { spend } from "#db/rate-limit.ts";
import { registration } from "#db/schema/registration.ts";
import { transact } from "#db/transaction.ts";
import { isOver } from "#domain/event.ts";
import { whyNotByHand } from "#domain/people.ts";
import type { Refusal } from "#domain/refusal.ts";
import { canBeSentAgain } from "#domain/registration/status.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

type SendRefusal = Extract<Refusal, "not_found" | "not_possible_now" | "not_open" | "camp_over" | "too_many">;

/**
 * The mail they got when they registered, as things are now: to whoever never proved their address with a code. Logged.
 * @returns refused `not_possible_now` where `canBeSentAgain` says so, `too_many` after so many in an hour: they and the
 *   crew share the limit, so that nobody's mailbox is filled; `camp_over` or `not_open` by `whyNotByHand`
 */
export async function sendAgainByHand(
  db: Database,
  crew: May<"movePeople">,
  registrationId: string,
  now: Date,
): Promise<Result<null, SendRefusal>> {
  return transact<null, SendRefusal>(db, async (tx) => {
    const camp = await lockEvent(tx, crew.eventId);
    const [mine] = await tx
      .select()
      .from(registration)
      .where(and(eq(registration.id, registrationId), eq(registration.eventId, crew.eventId)));
    if (!camp || !mine) return refused("not_found");
    const { endsAt } = await readTimes(tx, camp);
    const closed = whyNotByHand("send_again", camp.phase, isOver(camp.phase, endsAt, now.getTime()));
    if (closed) return refused(closed);
    const { id, email, status } = mine;
    if (!canBeSentAgain({ status, email, bounced: mine.bouncedAt !== null }))
      return refused("not_possible_now");
    const spent = await spend(tx, [{ limit: "code_by_registration", by: id }], now);
    if (!spent.ok) return spent;
    await post(tx, {
      ...{ eventId: camp.id, kind: "registered", occasion: newId(), recipient: email },
      facts: { registrationId: id, status },
    });
    const by = { actor: "crew", actorId: crew.personId } as const;
    await record(tx, { eventId: camp.id, at: now, ...by, act: "send_again", subjectId: id });
    return granted(null);
  });
}
