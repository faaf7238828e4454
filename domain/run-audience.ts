/**
 * How many to expect at each run: what is expected of its session, shared out among its runs. The one rule for cards,
 * warnings, the planner, repairs and phones. It asks which runs there are and never what runs beside them: seats in a slot
 * stay a matter of that slot, on which the proof of a grid rests.
 */
import { type Camp, type Expectation, expectAudiences, type Pitched } from "#domain/audience.ts";
import { runKey } from "#domain/run.ts";
import { shareOut } from "#domain/share-out.ts";
import type { Choices } from "#domain/star.ts";
import { followed, levelOf, type Turnout } from "#domain/turnout.ts";

/** A session with the numbers of its copies: of those that stand, and of those that wait for a cell. */
export type Running = Pitched & {
  standing: readonly number[];
  waiting: readonly number[];
  choices?: Choices;
};

export type Expected = {
  /** By the id of the pitch: of all runs that stand together. */
  sessions: ReadonlyMap<string, Expectation>;
  /** By the key of the run; of one that waits as it would be once it stood. */
  runs: ReadonlyMap<string, Expectation>;
  turnout: Turnout;
};

/** Goers who have said nothing, for each session: they steady what few say. */
const BALLAST = 10;

/**
 * How many to expect at each session and at each of its runs. Whoever said to which run they go counts there, and all
 * others alike at each. Rooms that were counted say of their run what came, and correct what is expected of all others.
 *
 * @param sessions all of the camp
 * @param came people in the room of a run, by its key
 */
export function expectRuns(
  sessions: readonly Running[],
  camp: Camp,
  came: ReadonlyMap<string, number>,
): Expected {
  const turnout = turnoutOf(sessions, camp, came);
  const wholes = expectAudiences(sessions, { ...camp, level: levelOf(turnout) });
  const runs = new Map<string, Expectation>();
  const together = new Map<string, Expectation>();
  for (const session of sessions) {
    const whole = wholes.get(session.id)!;
    const { standing, waiting } = session;
    const standingRuns = expectedAmong(session, standing, whole, camp, came);
    for (const [i, copy] of standing.entries()) runs.set(runKey(session.id, copy), standingRuns[i]!);
    for (const copy of waiting) {
      const all = [...standing, copy].sort((a, b) => a - b);
      const each = expectedAmong(session, all, whole, camp, came);
      runs.set(runKey(session.id, copy), each[all.indexOf(copy)]!);
    }
    together.set(session.id, standing.length > 0 ? togetherOf(standingRuns, whole) : whole);
  }
  return { sessions: together, runs, turnout };
}

/** Rooms that were counted, against what their session alone was expected to draw, whatever an organiser said of it. */
function turnoutOf(sessions: readonly Running[], camp: Camp, came: ReadonlyMap<string, number>): Turnout {
  const turnout = { rooms: 0, counted: 0, expected: 0 };
  if (came.size === 0) return turnout;
  const wholes = expectAudiences(
    sessions.map((it) => ({ ...it, expected: null })),
    camp,
  );
  for (const session of sessions) {
    const shares = shareOut(wholes.get(session.id)!.middle, weightsOf(session, session.standing));
    for (const [i, copy] of session.standing.entries()) {
      const counted = came.get(runKey(session.id, copy));
      if (counted === undefined) continue;
      turnout.rooms++;
      turnout.counted += counted;
      turnout.expected += shares[i]!;
    }
  }
  return turnout;
}

/** By copy: those who chose it, as often as there are runs, and all who chose none. */
function weightsOf({ choices }: Running, copies: readonly number[]): number[] {
  if (!choices) return copies.map(() => 1);
  const open = choices.undecided + BALLAST;
  return copies.map((copy) => (choices.chosen[copy] ?? 0) * copies.length + open);
}

function expectedAmong(
  session: Running,
  copies: readonly number[],
  whole: Expectation,
  { crowd }: Camp,
  came: ReadonlyMap<string, number>,
): Expectation[] {
  const weights = weightsOf(session, copies);
  const [low, middle, high] = [whole.low, whole.middle, whole.high].map((n) => shareOut(n, weights));
  const counts = copies.map((copy) => came.get(runKey(session.id, copy)));
  const sum = (of: (i: number) => number) =>
    counts.reduce<number>((all, count, i) => all + (count === undefined ? 0 : of(i)), 0);
  const own = whole.basis === "organiser";
  const rate = own
    ? 1
    : followed(
        sum((i) => counts[i]!),
        sum((i) => middle![i]!),
      );
  const scaled = (n: number) => (own ? n : Math.min(crowd.people, Math.round(n * rate)));
  const follows = !own && counts.some((count) => count !== undefined);
  return copies.map((_, i): Expectation => {
    const count = counts[i];
    if (count !== undefined) return { low: count, middle: count, high: count, basis: "counted", late: false };
    const range = { low: scaled(low![i]!), middle: scaled(middle![i]!), high: scaled(high![i]!) };
    return { ...whole, ...range, ...(follows && { follows }) };
  });
}

/** All runs of a session as one: what it goes by is what the first does that was not counted. */
function togetherOf(runs: readonly Expectation[], whole: Expectation): Expectation {
  const sum = (of: "low" | "middle" | "high") => runs.reduce((all, run) => all + run[of], 0);
  const open = runs.find(({ basis }) => basis !== "counted") ?? runs[0] ?? whole;
  return { ...open, low: sum("low"), middle: sum("middle"), high: sum("high") };
}
