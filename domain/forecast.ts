/**
 * How many of those who have a place come, with a range. The share that comes to a camp is uncertain, and shared by all
 * its people: a beta distribution, begun at what free camps see and moved by the crew's own past camps (the beta-binomial
 * model; Gelman et al., Bayesian Data Analysis, 3rd edition, 2.4). What somebody said moves their own odds.
 */
import type { Expected } from "#domain/registration/reconfirmation.ts";

/**
 * Free camps in general: of ten who have a place seven come. Weighed as this many people, four camps in five lie
 * between 0.60 and 0.85 (agenda of the brief: 20 to 50 % do not come).
 */
export const USUAL = { share: 0.7, weight: 24 };

/**
 * What an answer does to somebody's odds. Judged and not measured: nobody has published them for camps, and no camp of
 * ours has checked people in yet. Silence after being asked counts for a little less than not being asked.
 */
const ODDS: Readonly<Record<Expected, number>> = { yes: 3, unsure: 0.5, silent: 0.6, unasked: 1 };

/** How many people of a camp are expected how. */
export type ExpectedPeople = Readonly<Record<Expected, number>>;

/** A past camp of the same crew: how many had a place, and how many of them came. */
export type Turnout = {
  name: string /** Its first day, `YYYY-MM-DD`. */;
  day: string;
  places: number;
  came: number;
  /** How many came in by each `ARRIVALS_MINUTES` after the doors, walk-ins too; left out where that is not known. */
  arrivals?: readonly number[];
};

/** Whole people; four times in five as many come as `low` to `high`. */
export type Forecast = { places: number; low: number; middle: number; high: number };

/** How many are inside in all, with those who come along to support somebody: they have no place of their own. */
export type Heads = Omit<Forecast, "places"> & { companions: number };

/**
 * Companions come where the person comes whom they support, so that as many of them come as of the people. They are few, and
 * which of the people bring them is not weighed.
 *
 * @param companions of those who have a place
 */
export function withCompanions({ places, low, middle, high }: Forecast, companions: number): Heads {
  // Divided last: a share of whole people may be a hair more than whole.
  const along = (heads: number) => (places > 0 ? (heads * companions) / places : 0);
  return {
    companions,
    low: low + Math.floor(along(low)),
    middle: middle + Math.round(along(middle)),
    high: high + Math.ceil(along(high)),
  };
}

/** The range leaves out a tenth below and a tenth above. */
const TAIL = 0.1;

const KINDS: readonly Expected[] = ["yes", "unsure", "silent", "unasked"];
const STEPS = 200;

/**
 * @param people of those who have a place
 * @param past a camp weighs as much as what is usual, however large it was: its share is its own
 */
export function forecast(people: ExpectedPeople, past: readonly Turnout[]): Forecast {
  const places = KINDS.reduce((sum, kind) => sum + people[kind], 0);
  const shares = sharesOf(past);
  const each = shares.map(({ share, weight }) => ({ weight, ...sumOf(people, share) }));
  const mean = each.reduce((sum, it) => sum + it.weight * it.mean, 0);
  const atMost = (heads: number) =>
    each.reduce((sum, it) => sum + it.weight * normal((heads + 0.5 - it.mean) / it.deviation), 0);
  const middle = Math.round(mean);
  const low = Math.min(middle, quantile(places, TAIL, atMost));
  const high = Math.max(middle, quantile(places, 1 - TAIL, atMost));
  return { places, low, middle, high };
}

/** The shares of people that may come, each with how likely it is. */
function sharesOf(past: readonly Turnout[]): { share: number; weight: number }[] {
  const known = past.filter(({ places }) => places > 0);
  const came = known.reduce((sum, camp) => sum + Math.min(1, camp.came / camp.places), USUAL.share);
  const [yes, all] = [USUAL.weight * came, USUAL.weight * (known.length + 1)];
  const points = Array.from({ length: STEPS }, (_, step) => (step + 0.5) / STEPS);
  const logs = points.map((share) => (yes - 1) * Math.log(share) + (all - yes - 1) * Math.log(1 - share));
  // Begun at the largest, so that none is too small to count.
  const most = Math.max(...logs);
  const likely = logs.map((log) => Math.exp(log - most));
  const sum = likely.reduce((total, one) => total + one, 0);
  return points.map((share, index) => ({ share, weight: likely[index]! / sum }));
}

/** How many come, where this share of those would of whom nothing is known. */
function sumOf(people: ExpectedPeople, share: number): { mean: number; deviation: number } {
  const odds = share / (1 - share);
  const comes = KINDS.map((kind) => [people[kind], (ODDS[kind] * odds) / (1 + ODDS[kind] * odds)] as const);
  const mean = comes.reduce((sum, [count, chance]) => sum + count * chance, 0);
  const variance = comes.reduce((sum, [count, chance]) => sum + count * chance * (1 - chance), 0);
  return { mean, deviation: Math.sqrt(Math.max(variance, 1e-9)) };
}

/** The fewest people with at least this much of the chance at or below them. */
function quantile(places: number, part: number, atMost: (heads: number) => number): number {
  let [from, to] = [0, places];
  while (from < to) {
    const half = Math.floor((from + to) / 2);
    if (atMost(half) >= part) to = half;
    else from = half + 1;
  }
  return from;
}

/** The standard normal distribution, by Abramowitz and Stegun 26.2.17: off by less than 1e-7. */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}
