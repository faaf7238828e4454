/**
 * How many people to expect at a session. Hands predict heads weakly, so the answer is a range and says
 * which number it comes from. Figures: one measured camp, 13 sessions (see agenda.md in the brief):
 * heads = 0.66 x people / parallel sessions x share / mean share; half the sessions fall within a factor 1.5.
 */

const COMING = 0.66;
const SPREAD = 1.5;

/** What an expectation is based on; an organiser's own number beats hands. */
export type Basis = "organiser" | "hands";

/** Heads, whole numbers; `low` to `high` holds half of all sessions. */
export type Expectation = { low: number; middle: number; high: number; basis: Basis };

export type Camp = {
  /** People who have a place at the camp. */
  people: number;
  /** Sessions that run side by side, at least 1. */
  parallel: number;
  /** Mean of the corrected hands over all sessions. */
  meanHands: number;
};

/**
 * Hands corrected for a late pitch, which fewer people have seen: its share of what was voted since,
 * carried over to all votes and meaned with the raw count.
 *
 * @param hands raised for it
 * @param since hands raised on anything since it was pitched
 * @param all hands raised on anything at all
 * @param sessions how many sessions are pitched: ten hands each steady the share of a very late one
 */
export function correctedHands(hands: number, since: number, all: number, sessions: number): number {
  const steadied = since + 10 * sessions;
  if (steadied === 0) return hands;
  return (hands + (hands / steadied) * all) / 2;
}

/** How many sessions run side by side: those there are over the slots there are, within the rooms there are. */
export function parallelSessions(sessions: number, slots: number, rooms: number): number {
  if (slots === 0) return 1;
  return Math.max(1, Math.min(rooms, Math.ceil(sessions / slots)));
}

/**
 * Expects an audience.
 *
 * @param hands corrected hands
 * @param own an organiser's own number, which overrides; null without one
 */
export function expectAudience(hands: number, own: number | null, camp: Camp): Expectation {
  if (own !== null) return { low: own, middle: own, high: own, basis: "organiser" };
  const share = camp.meanHands > 0 ? hands / camp.meanHands : 0;
  const heads = ((COMING * camp.people) / camp.parallel) * share;
  const within = (n: number) => Math.min(camp.people, Math.round(n));
  return { low: within(heads / SPREAD), middle: within(heads), high: within(heads * SPREAD), basis: "hands" };
}
