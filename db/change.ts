/** How settings are changed: under the camp's lock, only over what the organiser really saw, asked first, logged and told. */
import { createHash } from "node:crypto";
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { type EventRow, lockEvent } from "#db/event.ts";
import { bump, bumpProblem } from "#db/live.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { agreementTo, type Consequence } from "#domain/consequence.ts";
import { differences, type Shown } from "#domain/difference.ts";
import type { VersionedPart } from "#domain/live.ts";
import type { Refusal } from "#domain/refusal.ts";
import { type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

/** A fingerprint of what a form showed. Whoever saves sends it back, and saves only if it is still true. */
export function markOf(shown: unknown): string {
  return createHash("sha256").update(JSON.stringify(shown)).digest("base64url").slice(0, 16);
}

/** What an organiser said yes to before saving: the fingerprint that came with the question; empty for nothing. */
export const NOTHING_AGREED = "";

/** What saving would do, and the fingerprint of saying yes to it. */
export type Question = { asks: readonly Consequence[]; agreement: string };

/** Saved, or a question that comes first. */
export type Outcome<T> = { done: T } | Question;

/** The question about these consequences, or null when there are none or they were agreed to. */
export function asking(consequences: readonly Consequence[], agreed: string): Question | null {
  const agreement = markOf(agreementTo(consequences));
  return consequences.length === 0 || agreement === agreed ? null : { asks: consequences, agreement };
}

/** A part of the settings: its name in the audit log, what its form shows, and what screens read again after it. */
export type SettingsPart<S extends Shown> = {
  name: string;
  /** What the audit log calls a change of it. */
  act: "settings" | "rules";
  screens: readonly VersionedPart[];
  read: (tx: Transaction, camp: EventRow) => Promise<S>;
};

/**
 * One change of a camp's settings. The log says what was changed from what to what, and what came of it; where
 * nothing was changed, nothing is logged.
 *
 * @param mark of what the organiser saw; refused `changed_meanwhile` when it is no longer so
 * @param work decides and writes, or asks and writes nothing
 */
export async function changeCamp<S extends Shown, T, R extends Refusal>(
  db: Database,
  crew: May<"changeSettings">,
  part: SettingsPart<S>,
  mark: string,
  now: Date,
  work: (tx: Transaction, camp: EventRow, shown: S) => Promise<Result<Outcome<T>, R>>,
): Promise<Result<Outcome<T>, R | "not_found" | "changed_meanwhile">> {
  const { eventId, personId } = crew;
  return transact<Outcome<T>, R | "not_found" | "changed_meanwhile">(db, async (tx) => {
    const camp = await lockEvent(tx, eventId);
    if (!camp) return refused("not_found");
    const shown = await part.read(tx, camp);
    if (markOf(shown) !== mark) return refused("changed_meanwhile");
    const result = await work(tx, camp, shown);
    if (!result.ok || "asks" in result.value) return result;
    const changes = differences(shown, await part.read(tx, (await lockEvent(tx, eventId))!));
    if (changes.length > 0) {
      const detail = { part: part.name, changes, done: result.value.done };
      const entry = { actor: "crew" as const, actorId: personId, act: part.act, subjectId: eventId };
      await record(tx, { eventId, at: now, ...entry, detail });
    }
    const another = changes.length > 0 && part.screens.includes("draft");
    await (another ? bumpProblem : bump)(tx, eventId, part.screens);
    return result;
  });
}
