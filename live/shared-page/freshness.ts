/** When a page that was rendered for everybody may still be shown. Pure: the clock is an argument. */

/** Versions of a camp: `firm` of what nobody may see late (phase, pitches, grid), `any` also of counts. */
export type Versions = { firm: number; any: number };

/** What is known of a camp's versions, and since when: the reading began then. Milliseconds of one clock. */
export type Known = Versions & { at: number };

export type Kept = {
  versions: Versions;
  /** When its rendering began, and when it was last known to show what is so. */
  begun: number;
  current: number;
  /** Until when its renderings are spent in advance, by one a second. */
  spent: number;
};

/** A page shows a publication or a phase after so long at the latest, in milliseconds; and a count. */
export const FIRM_MS = 1_000;
const COUNTS_MS = 2_000;

/** So many renderings of a page may follow each other at once; then it is one in a second for counts. */
const BURST = 3;
const EACH_MS = 1_000;

/** After so long the next is begun, so that it is there before what is firm is a second late, and nobody waits. */
const AHEAD_MS = 600;

/** `renew` shows what there is while the next is made; `wait` shows only what is made now. */
export type Verdict = "serve" | "renew" | "wait";

/** @param oldest how old it may be though nothing changed, in milliseconds: time passes, and is shown */
export function judge(kept: Kept, known: Versions, now: number, oldest: number): Verdict {
  const { versions } = kept;
  if (now - kept.begun >= oldest) return "wait";
  const left = renderingsLeft(kept.spent, now);
  const firm = known.firm > versions.firm;
  if (!firm && known.any <= versions.any)
    return left >= 1 && now - kept.begun >= oldest * 0.8 ? "renew" : "serve";
  // While little happens everybody waits the moment that it takes, and sees what they or others just did.
  if (left >= (firm ? 1 : 2)) return "wait";
  if (now - kept.current >= (firm ? FIRM_MS : COUNTS_MS)) return "wait";
  return (firm ? now - kept.begun >= AHEAD_MS : left >= 1) ? "renew" : "serve";
}

function renderingsLeft(spent: number, now: number): number {
  return BURST - Math.max(0, spent - now) / EACH_MS;
}

/** What `spent` is after one more. */
export function spend(spent: number, now: number): number {
  return Math.min(Math.max(spent, now), now + (BURST - 1) * EACH_MS) + EACH_MS;
}
