/** What organisers set for the time between getting a place and the day. */
import { eq } from "drizzle-orm";
import { changeCamp, type Outcome, type SettingsPart } from "#db/change.ts";
import type { Database, Store } from "#db/connection.ts";
import { noteDone } from "#db/reconfirmation/round.ts";
import { readTold } from "#db/reconfirmation/told.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { event } from "#db/schema/event.ts";
import { mayRetimePassingOn } from "#domain/registration/pass-on.ts";
import { roundsDue } from "#domain/registration/reconfirmation.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { type Terms, wrongTerms } from "#domain/terms.ts";
import type { May } from "#domain/viewer.ts";

const termsOf = ({ transferHours, rounds, backDays, passOnMinutes }: Terms): Terms => {
  return { transferHours, rounds, backDays, passOnMinutes };
};

/** @throws when the camp is gone */
export async function readTerms(db: Store, crew: May<"changeSettings">): Promise<Terms> {
  const [row] = await db.select().from(event).where(eq(event.id, crew.eventId));
  if (!row) throw new Error("an organiser without a camp");
  return termsOf(row);
}

const TERMS: SettingsPart<Terms> = {
  name: "terms",
  act: "settings",
  screens: ["event", "people"],
  read: async (_, camp) => termsOf(camp),
};

type TermsRefusal = "not_found" | "archived" | "changed_meanwhile" | "asked_too_late" | "announced";

/**
 * A round whose time has passed when it is chosen is not asked.
 * @param mark of what the organiser saw; refused `changed_meanwhile` when it is no longer so, `asked_too_late` by `wrongTerms`,
 *   `announced` where places would be passed on earlier than was announced, on the day
 */
export async function changeTerms(
  db: Database,
  crew: May<"changeSettings">,
  mark: string,
  terms: Terms,
  now: Date,
): Promise<Result<Outcome<null>, TermsRefusal>> {
  return changeCamp<Terms, null, TermsRefusal>(db, crew, TERMS, mark, now, async (tx, camp, before) => {
    const told = (await readTold(tx, [camp.id])).has(camp.id);
    const wrong = wrongTerms(before, terms, camp, told, now.getTime());
    if (wrong) return refused(wrong);
    const early = mayRetimePassingOn(camp.phase, before.passOnMinutes, terms.passOnMinutes);
    if (early) return refused(early);
    const changed = { ...terms, rounds: [...terms.rounds] };
    const chosen = terms.rounds.filter((round) => !before.rounds.includes(round));
    const late = roundsDue({ ...camp, rounds: chosen }, [], now.getTime());
    await noteDone(tx, camp, late, 0, now);
    await tx.update(event).set(changed).where(eq(event.id, camp.id));
    await settlePlaces(tx, { ...camp, ...changed }, now);
    return granted({ done: null });
  });
}
