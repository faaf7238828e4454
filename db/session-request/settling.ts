/** The crew says yes to what campers ask, or why not; whoever asked is told. */
import { and, eq } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { bump } from "#db/live.ts";
import { pushAnswers } from "#db/push/fan-out.ts";
import { sessionRequest } from "#db/schema/session-request.ts";
import { transact } from "#db/transaction.ts";
import { permits } from "#domain/event.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { Answer } from "#domain/session-request.ts";
import type { May } from "#domain/viewer.ts";

type SettleRefusal = "not_found" | "not_open" | "changed_meanwhile";

/**
 * Answers a request. Safe to repeat: an answer stays as it was given.
 * @param words the crew's, for whoever asked; refused `bad_input` where there is a no without any
 * @returns refused `not_found` for another camp's and for what nobody asks any more, `not_open` by the phase,
 *   `changed_meanwhile` where somebody else gave the other answer
 */
export async function settleRequest(
  db: Database,
  crew: May<"arrange">,
  { id, outcome, words }: { id: string; outcome: Answer; words: string },
  now: Date,
): Promise<Result<null, SettleRefusal | "bad_input">> {
  if (outcome === "no" && words.trim() === "") return refused("bad_input");
  return transact<null, SettleRefusal>(db, async (tx) => {
    const camp = await lockEvent(tx, crew.eventId);
    const here = and(eq(sessionRequest.id, id), eq(sessionRequest.eventId, crew.eventId));
    const [found] = await tx.select().from(sessionRequest).where(here);
    if (!camp || !found) return refused("not_found");
    if (found.outcome !== null)
      return found.outcome === outcome ? granted(null) : refused("changed_meanwhile");
    if (!permits(camp.phase, "publish")) return refused("not_open");
    const settled = { settledAt: now, settledBy: crew.personId, outcome, words: words.trim() };
    await tx.update(sessionRequest).set(settled).where(here);
    const by = { eventId: camp.id, at: now, actor: "crew", actorId: crew.personId } as const;
    await record(tx, { ...by, act: "settle_request", subjectId: id, to: outcome, reason: words.trim() });
    await pushAnswers(tx, [id], now);
    await bump(tx, camp.id, ["draft"]);
    return granted(null);
  });
}
