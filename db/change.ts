/** How settings are changed: under the camp's lock, only over what the organiser really saw, booked and told. */
import { createHash } from "node:crypto";
import { forgetPlan } from "#db/agenda.ts";
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { bump, type Part } from "#db/live.ts";
import type { event } from "#db/schema/event.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import type { Refusal } from "#domain/refusal.ts";
import { type Result, refused } from "#domain/result.ts";
import type { Organiser } from "#domain/viewer.ts";

/** A fingerprint of what a form showed. Whoever saves sends it back, and saves only if it is still true. */
export function markOf(shown: unknown): string {
  return createHash("sha256").update(JSON.stringify(shown)).digest("base64url").slice(0, 16);
}

/** One change of a camp's settings. @param parts what screens must read again @param act what the audit log calls it */
export async function changeCamp<T, R extends Refusal>(
  db: Database,
  organiser: Organiser,
  now: Date,
  parts: readonly Part[],
  work: (tx: Transaction, camp: typeof event.$inferSelect) => Promise<Result<T, R>>,
  act: "settings" | "rules" = "settings",
): Promise<Result<T, R | "not_found">> {
  const { eventId, personId } = organiser;
  return transact<T, R | "not_found">(db, async (tx) => {
    const camp = await lockEvent(tx, eventId);
    if (!camp) return refused("not_found");
    const result = await work(tx, camp);
    if (!result.ok) return result;
    await record(tx, {
      eventId,
      at: now,
      actor: "crew",
      actorId: personId,
      act,
      subjectId: eventId,
    });
    if (parts.includes("draft")) await forgetPlan(tx, eventId);
    await bump(tx, eventId, parts);
    return result;
  });
}
