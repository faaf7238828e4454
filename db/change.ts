/** How settings are changed: under the camp's lock, only over what the organiser saw, after questions, and logged. */
import { createHash } from "node:crypto";
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { type EventRow, lockEvent } from "#db/event.ts";
import { bump, bumpProblem } from "#db/live.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { agreementTo, type Consequence } from "#domain/consequence.ts";
import { differences, type Shown } from "#domain/difference.ts";
import { permits } from "#domain/event.ts";
import type { VersionedPart } from "#domain/live.ts";
import type { Refusal } from "#domain/refusal.ts";
import { type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

/** A fingerprint of what a form showed: sent back when saving, which is refused if it is no longer true. */
export function markOf(shown: unknown): string {
  return createHash("sha256").update(JSON.stringify(shown)).digest("base64url").slice(0, 16);
}

/** What an organiser agreed to before saving: the question's `agreement`, or this. */
export const NOTHING_AGREED = "";

export type Question = { asks: readonly Consequence[]; agreement: string };

export type Outcome<T> = { done: T } | Question;

/** The question about these consequences, or null when there are none or they were agreed to. */
export function asking(consequences: readonly Consequence[], agreed: string): Question | null {
  const agreement = markOf(agreementTo(consequences));
  return consequences.length === 0 || agreement === agreed ? null : { asks: consequences, agreement };
}

/** What the log keeps of places given beyond what there are: all that was said and agreed to. */
export function loggedOver(over: readonly Consequence[]): readonly Consequence[] | undefined {
  return over.length > 0 ? over : undefined;
}

/** `screens` are the parts of the live state that a change of it makes anew. */
export type SettingsPart<S extends Shown> = {
  name: string;
  act: "settings" | "rules";
  screens: readonly VersionedPart[];
  read: (tx: Transaction, camp: EventRow) => Promise<S>;
  /** It is changed also of a camp in the archive, where everything else stays as it was. */
  ofArchive?: true;
};

type SettingsRefusal = "not_found" | "archived" | "changed_meanwhile";

/**
 * A change of settings, logged with what was changed from what to what, if anything was.
 * @param mark of what the organiser saw; refused `changed_meanwhile` when it is no longer so, `archived` in the archive
 * @param reason of the organiser, where one is asked
 * @param work decides and writes, or asks and writes nothing
 */
export async function changeCamp<S extends Shown, T, R extends Refusal>(
  db: Database,
  crew: May<"changeSettings">,
  part: SettingsPart<S>,
  mark: string,
  now: Date,
  work: (tx: Transaction, camp: EventRow, shown: S) => Promise<Result<Outcome<T>, R>>,
  reason = "",
): Promise<Result<Outcome<T>, R | SettingsRefusal>> {
  const { eventId, personId } = crew;
  return transact<Outcome<T>, R | SettingsRefusal>(db, async (tx) => {
    const camp = await lockEvent(tx, eventId);
    if (!camp) return refused("not_found");
    if (!part.ofArchive && !permits(camp.phase, "set")) return refused("archived");
    const shown = await part.read(tx, camp);
    if (markOf(shown) !== mark) return refused("changed_meanwhile");
    const result = await work(tx, camp, shown);
    if (!result.ok || "asks" in result.value) return result;
    const changes = differences(shown, await part.read(tx, (await lockEvent(tx, eventId))!));
    if (changes.length > 0) {
      const detail = { part: part.name, changes, done: result.value.done };
      const entry = { actor: "crew" as const, actorId: personId, act: part.act, subjectId: eventId };
      await record(tx, { eventId, at: now, ...entry, reason, detail });
    }
    const another = changes.length > 0 && part.screens.includes("draft");
    await (another ? bumpProblem : bump)(tx, eventId, part.screens);
    return result;
  });
}
