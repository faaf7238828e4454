/** What somebody answered when they registered, changed later. The address is changed in db/registration/address.ts. */
import { and, eq } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { bump } from "#db/live.ts";
import { lockPage } from "#db/page.ts";
import { writeMore } from "#db/question/answers.ts";
import { claimBrowsers } from "#db/registration/claim.ts";
import { setClaim } from "#db/registration/link.ts";
import { sector } from "#db/schema/event.ts";
import { type RegistrationRow, registration } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import type { More } from "#domain/question.ts";
import { type Answers, answersOf } from "#domain/registration/answers.ts";
import { granted, type Result, refused } from "#domain/result.ts";

/**
 * Changes the answers behind a page. Safe to repeat. A browser that has not proven the mailbox changes only what it is
 * shown itself; once the mailbox's reader has changed something, whoever typed the address sees what was there before.
 * @returns refused `bad_input` for a sector of another camp, `not_found` for an unknown token
 */
export async function changeAnswers(
  db: Database,
  token: string,
  answers: Answers,
  now: Date,
  more: More = {},
): Promise<Result<null, "not_found" | "bad_input">> {
  return transact<null, "not_found" | "bad_input">(db, async (tx) => {
    const page = await lockPage(tx, token, now);
    if (!page) return refused("not_found");
    const { camp, link, mine } = page;
    const ours = and(eq(sector.id, answers.sectorId), eq(sector.eventId, camp.id));
    if ((await tx.$count(sector, ours)) === 0) return refused("bad_input");
    if (link.claim) {
      await setClaim(tx, link, { ...link.claim, form: { ...link.claim.form, ...answersOf(answers), more } });
      return granted(null);
    }
    if (link.mailed && mine.verifiedAt === null) await claimBrowsers(tx, mine);
    await writeMore(tx, camp.id, [{ registrationId: mine.id, more }]);
    await writeAnswers(tx, mine, answers, now);
    return granted(null);
  });
}

/** The camp's row must be locked by this transaction. */
export async function writeAnswers(
  tx: Transaction,
  { id, eventId }: Pick<RegistrationRow, "id" | "eventId">,
  answers: Answers,
  now: Date,
): Promise<void> {
  await tx
    .update(registration)
    .set({ ...answersOf(answers), changedAt: now })
    .where(eq(registration.id, id));
  await record(tx, {
    eventId,
    at: now,
    actor: "camper",
    actorId: id,
    act: "change_answers",
    subjectId: id,
  });
  await bump(tx, eventId, ["people"]);
}
