/** What somebody answered when they registered, changed later. The address is changed in db/registration/address.ts. */
import { and, eq } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { markOf } from "#db/change.ts";
import type { Database } from "#db/connection.ts";
import { bump } from "#db/live.ts";
import { lockPage } from "#db/page.ts";
import { readMoreBehind, writeMore } from "#db/question/answers.ts";
import { claimBrowsers } from "#db/registration/claim.ts";
import { setClaim } from "#db/registration/link.ts";
import { sector } from "#db/schema/event.ts";
import { type RegistrationRow, registration } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import type { More } from "#domain/question.ts";
import { type Answers, answersOf } from "#domain/registration/answers.ts";
import { granted, type Result, refused } from "#domain/result.ts";

/** A fingerprint of what somebody's form showed them of their answers. */
export function markOfAnswers(answers: Answers, more: More): string {
  return markOf([answersOf(answers), Object.entries(more).sort()]);
}

/**
 * Changes the answers behind a page. Safe to repeat. A browser that has not proven the mailbox changes only what it is
 * shown itself; once the mailbox's reader has changed something, whoever typed the address sees what was there before.
 * @param seen what the form had shown (`markOfAnswers`); empty where that is not known
 * @returns refused `bad_input` for a sector of another camp, `not_found` for an unknown token, `changed_meanwhile` where
 *   the answers are neither what was shown nor what is sent: they were changed in another tab, or by the crew
 */
export async function changeAnswers(
  db: Database,
  token: string,
  answers: Answers,
  now: Date,
  more: More = {},
  seen = "",
): Promise<Result<null, "not_found" | "bad_input" | "changed_meanwhile">> {
  return transact<null, "not_found" | "bad_input" | "changed_meanwhile">(db, async (tx) => {
    const page = await lockPage(tx, token, now);
    if (!page) return refused("not_found");
    const { camp, link, mine } = page;
    const ours = and(eq(sector.id, answers.sectorId), eq(sector.eventId, camp.id));
    if ((await tx.$count(sector, ours)) === 0) return refused("bad_input");
    const said = markOfAnswers(link.claim?.form ?? mine, await readMoreBehind(tx, link));
    if (seen !== "" && seen !== said && said !== markOfAnswers(answers, more))
      return refused("changed_meanwhile");
    if (link.claim) {
      const form = { ...link.claim.form, ...answersOf(answers), more };
      await setClaim(tx, link, { ...link.claim, form, typed: true });
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
