/** How many found the line full. Each counts once, by the browser they came with, else by the form they sent. */
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { insertAll } from "#db/insert.ts";
import { turnedAway } from "#db/schema/turned-away.ts";
import type { Transaction } from "#db/transaction.ts";
import { MOST } from "#domain/limits.ts";
import type { Decision } from "#domain/registration/reception.ts";
import type { Applicant } from "#domain/registration.ts";

/** Says nothing of anybody: a browser and a form are known by chance numbers only, and of these a part is kept. */
function markOfApplicant(eventId: string, { deviceId, form }: Applicant): string {
  const whole = createHash("sha256").update(`${eventId} ${deviceId ?? form.id}`);
  return whole.digest("base64url").slice(0, 12);
}

/** Notes those of a batch who were refused because the line is full; in a camp at most MOST.turnedAway. */
export async function noteTurnedAway(
  tx: Transaction,
  eventId: string,
  decisions: readonly Decision[],
  applicants: readonly Applicant[],
): Promise<void> {
  const refused = applicants.filter((_, index) => {
    const decision = decisions[index]!;
    return !decision.ok && decision.refusal === "line_full";
  });
  if (refused.length === 0 || (await countTurnedAway(tx, eventId)) >= MOST.turnedAway) return;
  const rows = refused.map((applicant) => ({ eventId, mark: markOfApplicant(eventId, applicant) }));
  await insertAll(tx, turnedAway, rows, "ignore");
}

export async function countTurnedAway(store: Store, eventId: string): Promise<number> {
  return store.$count(turnedAway, eq(turnedAway.eventId, eventId));
}
