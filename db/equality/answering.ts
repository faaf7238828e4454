/**
 * Somebody answers the equality questions. That they did is kept with their registration, what they said is not. Two
 * transactions write the two, that they did first: whatever ends between them loses an answer, and links none.
 */
import { eq } from "drizzle-orm";
import type { Database, Store } from "#db/connection.ts";
import { countAnswers } from "#db/equality/counting.ts";
import { readAsked } from "#db/equality.ts";
import { isReaders } from "#db/erasure.ts";
import { readTimes } from "#db/event.ts";
import { lockPage } from "#db/page.ts";
import type { StatusPage } from "#db/registration/status.ts";
import { registration } from "#db/schema/registration.ts";
import { transact } from "#db/transaction.ts";
import { type Chosen, type EqualityQuestion, isAsked } from "#domain/equality.ts";
import { isOver } from "#domain/event.ts";
import { isProven } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";

/** What a private page asks; null where it asks nothing of whoever reads it. Changes nothing. */
export async function readEquality(
  db: Store,
  { link, registration: mine, event, times }: StatusPage,
  now: Date,
): Promise<{ asked: EqualityQuestion[]; answered: boolean } | null> {
  if (link.claim || !isAsked(mine, isOver(event.phase, times.endsAt, now.getTime()))) return null;
  const asked = await readAsked(db, event.id);
  if (asked.length === 0) return null;
  const [row] = await db
    .select({ answered: registration.equalityAnswered })
    .from(registration)
    .where(eq(registration.id, mine.id));
  return { asked, answered: row?.answered ?? false };
}

/**
 * Counts what somebody chose, once: sent again it changes nothing, also with other answers.
 * @returns refused `not_found` for an unknown token, `not_possible_now` for whoever is not asked (any more)
 */
export async function answerEquality(
  db: Database,
  token: string,
  chosen: Chosen,
  now: Date,
): Promise<Result<null, "not_found" | "not_possible_now">> {
  const noted = await noteAnswered(db, token, now);
  if (!noted.ok) return noted;
  const { eventId } = noted.value;
  if (eventId) await db.transaction((tx) => countAnswers(tx, eventId, chosen, now));
  return granted(null);
}

/** @returns of which camp they are; null where they have answered already */
async function noteAnswered(
  db: Database,
  token: string,
  now: Date,
): Promise<Result<{ eventId: string | null }, "not_found" | "not_possible_now">> {
  return transact<{ eventId: string | null }, "not_found" | "not_possible_now">(db, async (tx) => {
    const page = await lockPage(tx, token, now);
    if (!page) return refused("not_found");
    const { camp, link, mine } = page;
    const { endsAt } = await readTimes(tx, camp);
    const over = isOver(camp.phase, endsAt, now.getTime());
    const asked = isReaders(link, mine) && isAsked({ ...mine, proven: isProven(mine) }, over);
    if (!asked || (await readAsked(tx, camp.id)).length === 0) return refused("not_possible_now");
    if (mine.equalityAnswered) return granted({ eventId: null });
    // Not when: `changedAt` stays as it is, and the log has no entry.
    await tx.update(registration).set({ equalityAnswered: true }).where(eq(registration.id, mine.id));
    return granted({ eventId: camp.id });
  });
}
