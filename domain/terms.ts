/** What organisers set for the time between getting a place and the day. */
import { type Reconfirming, type Round, stillAsks } from "#domain/registration/reconfirmation.ts";

export type Terms = {
  /** How many hours before doors places are no longer handed on; null where they never are. */
  transferHours: number | null;
  /** So many days before the camp whoever has a place is asked whether they still come. */
  rounds: readonly Round[];
  /** So many days before it silent places go back; null for never. */
  backDays: number | null;
  /** So many minutes after the doors of a day places are passed on of people who are not there; null for never. */
  passOnMinutes: number | null;
};

/**
 * Why terms are none: nobody may lose a place unasked, and the camp's page says nothing that cannot come. Null where they
 * are; what was so before stays.
 * @param told whether anybody was told that their place goes back @param now milliseconds since 1970
 */
export function wrongTerms(
  before: Terms,
  terms: Terms,
  camp: Pick<Reconfirming, "day" | "zone">,
  told: boolean,
  now: number,
): "asked_too_late" | null {
  const { rounds, backDays } = terms;
  const same = backDays === before.backDays && rounds.join() === before.rounds.join();
  if (backDays === null || same || told) return null;
  return stillAsks({ ...camp, rounds, backDays }, now) ? null : "asked_too_late";
}
