/**
 * "I go here": somebody's own mark on a run of a published session. Whoever has a hand up for a session has its star
 * until they take it off; only what they said themselves is kept, so that a new version of the grid changes nobody's.
 */
import { type Run, runKey } from "#domain/run.ts";
import type { Ballot } from "#domain/voting.ts";

/** What somebody last said of runs, by key: whether they go. Of all others their hands speak. */
export type Stars = Readonly<Record<string, boolean>>;

type Named = Pick<Run, "key" | "pitchId" | "copy">;

/**
 * The runs that somebody goes to. A hand is for one visit: it stars the first of these runs of a session, unless they
 * starred another.
 *
 * @param runs that are on the grid
 * @param ballot the sessions they have a hand up for
 */
export function starredOf(runs: readonly Named[], ballot: Ballot, stars: Stars): Set<string> {
  const chosen = new Set(runs.filter(({ key }) => stars[key]).map(({ pitchId }) => pitchId));
  const first = new Map<string, number>();
  for (const { pitchId, copy } of runs) first.set(pitchId, Math.min(copy, first.get(pitchId) ?? copy));
  // Who said no to the first time, also where that is off the grid by now, has no hand for another.
  const hasHand = (pitchId: string) => ballot.includes(pitchId) && stars[runKey(pitchId, 0)] !== false;
  const byHand = ({ pitchId, copy }: Named) =>
    copy === first.get(pitchId) && hasHand(pitchId) && !chosen.has(pitchId);
  return new Set(runs.filter((run) => stars[run.key] ?? byHand(run)).map(({ key }) => key));
}

/** Runs that are somebody's: they go there, or host them. */
export function mineOf(
  runs: readonly Named[],
  { hosting, hands, stars = {} }: { hosting: readonly string[]; hands: Ballot; stars?: Stars },
): Set<string> {
  const hosted = runs.filter(({ pitchId }) => hosting.includes(pitchId)).map(({ key }) => key);
  return new Set([...starredOf(runs, hands, stars), ...hosted]);
}

/** A hand that is up, and what was said of a run. `who` is the same for the same human being. */
export type Raised = { pitchId: string; who: string };
export type Said = { pitchId: string; copy: number; who: string; starred: boolean };

/** What people said, by who they are, with the sessions they have a hand up for. */
export function byPerson(
  raised: readonly Raised[],
  said: readonly Said[],
): Map<string, { hands: Ballot; stars: Stars }> {
  const people = new Map<string, { hands: string[]; stars: Record<string, boolean> }>();
  const of = (who: string) => {
    const known = people.get(who) ?? { hands: [], stars: {} };
    people.set(who, known);
    return known;
  };
  for (const { who, pitchId } of raised) of(who).hands.push(pitchId);
  for (const { who, pitchId, copy, starred } of said) of(who).stars[runKey(pitchId, copy)] = starred;
  return people;
}

/** Of those who go to a session that runs several times: how many said to which copy, and how many have not said. */
export type Choices = { chosen: Readonly<Record<number, number>>; undecided: number };

/** `people` go to a session, to whichever of its runs. */
export type Goers = Choices & { people: number };

/**
 * How many people go to each session, everybody once; those that run with nobody too. A hand stars the first run for its
 * owner, and says nothing of the run they will come to.
 */
export function starsPerSession(
  runs: readonly Named[],
  raised: readonly Raised[],
  said: readonly Said[],
): Map<string, Goers> {
  const sums = new Map(
    runs.map(({ pitchId }) => [pitchId, { people: 0, undecided: 0, chosen: {} as Record<number, number> }]),
  );
  const runOf = new Map(runs.map((run) => [run.key, run]));
  for (const { hands, stars } of byPerson(raised, said).values()) {
    const starred = [...starredOf(runs, hands, stars)].map((key) => runOf.get(key)!);
    const chosen = starred.filter(({ key }) => stars[key]);
    for (const { pitchId, copy } of chosen) {
      const of = sums.get(pitchId)!.chosen;
      of[copy] = (of[copy] ?? 0) + 1;
    }
    for (const pitchId of new Set(starred.map((run) => run.pitchId))) {
      const sum = sums.get(pitchId)!;
      sum.people++;
      if (!chosen.some((run) => run.pitchId === pitchId)) sum.undecided++;
    }
  }
  return sums;
}

const KEY = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:-([1-9]))?$/i;

/** What the key of a run names, in one spelling; null for what is none. */
export function readRunKey(key: string): { pitchId: string; copy: number } | null {
  const [, pitchId, copy = "0"] = KEY.exec(key) ?? [];
  return pitchId ? { pitchId: pitchId.toLowerCase(), copy: Number(copy) } : null;
}
