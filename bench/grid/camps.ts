/** Camps of our own making, from a seed: a few favourites, topics people cluster round, hosts who pitch twice. */
import type { Instance } from "#bench/grid/instance.ts";
import { random, shuffle } from "#domain/agenda/random.ts";

export type Size = { readonly S: number; readonly T: number; readonly R: number; readonly A: number };

export const CAMP: Size = { S: 40, T: 5, R: 8, A: 300 };
export const FESTIVAL: Size = { S: 150, T: 10, R: 15, A: 1500 };

const TOPICS = 6;
/** Seats of the rooms, as a share of the people, largest first. */
const SEATS = [0.5, 0.3, 0.25, 0.2, 0.16, 0.13, 0.1, 0.08];

/** Draws a camp: 6 or 7 hands each on average, two in three inside the topics a person cares for. */
export function camp(size: Size, seed: number): Instance {
  const { S, T, R, A } = size;
  const dice = random(seed);
  const topic = Array.from({ length: S }, () => dice.below(TOPICS));
  // Favourites: the pull of a session falls off with its place in a shuffled order.
  const place = shuffle(
    Array.from({ length: S }, (_, i) => i),
    dice,
  );
  const pull = place.map((p) => Math.floor(1000 / (3 + p * 0.35)));
  const votes = Array.from({ length: A }, () => {
    const likes = new Set([dice.below(TOPICS), dice.below(TOPICS)]);
    const hands = 1 + dice.below(6) + dice.below(8);
    const wanted = new Set<number>();
    for (let tries = 0; wanted.size < Math.min(hands, S) && tries < 500; tries++) {
      const s = dice.below(S);
      if (dice.below(334) >= pull[s]!) continue;
      if (likes.has(topic[s]!) || dice.below(3) === 0) wanted.add(s);
    }
    return [...wanted].sort((a, b) => a - b);
  });
  const regulars = Array.from({ length: Math.ceil(S * 0.8) }, () => dice.below(A));
  const hosts = Array.from({ length: S }, () => {
    const first = regulars[dice.below(regulars.length)]!;
    return dice.below(8) === 0 ? [...new Set([first, dice.below(A)])] : [first];
  });
  const unavail: Record<string, number[]> = {};
  for (const host of new Set(hosts.flat())) {
    const roll = dice.below(12);
    if (roll === 0) unavail[host] = [T - 1];
    else if (roll === 1) unavail[host] = [0];
  }
  return {
    S,
    T,
    R,
    A,
    votes,
    hosts,
    unavail,
    topic,
    caps: Array.from({ length: R }, (_, r) => Math.floor(A * SEATS[Math.floor((r * SEATS.length) / R)]!)),
    roomFeat: Array.from({ length: R }, (_, r) => ({ projector: r < R - 2, stepfree: r % 4 !== 3 })),
    need: Array.from({ length: S }, () => ({
      projector: dice.below(3) === 0,
      stepfree: dice.below(12) === 0,
    })),
  };
}

/** A camp whose best grid is known: everybody wants exactly one session of every slot of a hidden grid. */
export function planted(size: Size, seed: number): { instance: Instance; served: number } {
  const { S, T, R, A } = size;
  const dice = random(seed);
  const order = shuffle(
    Array.from({ length: S }, (_, i) => i),
    dice,
  );
  const slotsOf = Array.from({ length: T }, (_, t) => order.filter((_, i) => i % T === t).slice(0, R));
  const votes = Array.from({ length: A }, () =>
    slotsOf.map((sessions) => sessions[dice.below(sessions.length)]!).sort((a, b) => a - b),
  );
  return { instance: { S, T, R, A, votes }, served: A * T };
}
