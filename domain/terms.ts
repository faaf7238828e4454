/** What organisers set for the time between getting a place and the day. */
import { asksBefore, type Round } from "#domain/registration/reconfirmation.ts";

export type Terms = {
  /** How many hours before doors places are no longer handed on; null where they never are. */
  transferHours: number | null;
  /** So many days before the camp whoever has a place is asked whether they still come. */
  rounds: readonly Round[];
  /** So many days before it silent places go back; null for never. */
  backDays: number | null;
};

/** Why terms are none: nobody may lose a place unasked. Null where they are. */
export function wrongTerms(terms: Terms): "asked_too_late" | null {
  return asksBefore(terms) ? null : "asked_too_late";
}
