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

export type Pitched = {
  id: string;
  hands: number;
  before: number;
  expected: number | null;
};

/** `slots` are those that take sessions. */
export type Camp = { people: number; slots: number; rooms: number };

/** How many to expect at each session, by its id. @param pitched all sessions of the camp */
export function expectAudiences(pitched: readonly Pitched[], camp: Camp): Map<string, Expectation> {
  const all = pitched.reduce((sum, { hands }) => sum + hands, 0);
  const corrected = pitched.map(({ hands, before }) =>
    correctedHands(hands, Math.max(hands, all - before), all, pitched.length),
  );
  const mean = corrected.reduce((sum, n) => sum + n, 0) / Math.max(1, pitched.length);
  const parallel = parallelSessions(pitched.length, camp.slots, camp.rooms);
  return new Map(
    pitched.map(({ id, expected }, index) => {
      const share = mean > 0 ? corrected[index]! / mean : 0;
      return [id, expectAudience(((COMING * camp.people) / parallel) * share, expected, camp.people)];
    }),
  );
}

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

/** How many sessions run side by side. */
export function parallelSessions(sessions: number, slots: number, rooms: number): number {
  if (slots === 0) return 1;
  return Math.max(1, Math.min(rooms, Math.ceil(sessions / slots)));
}

/** The range around a number of heads; an organiser's own number has none. */
function expectAudience(heads: number, own: number | null, people: number): Expectation {
  if (own !== null) return { low: own, middle: own, high: own, basis: "organiser" };
  const within = (n: number) => Math.min(people, Math.round(n));
  return { low: within(heads / SPREAD), middle: within(heads), high: within(heads * SPREAD), basis: "hands" };
}
