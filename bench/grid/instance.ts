/** Reads a camp in the format of `agenda.md` and turns it into a problem, by either of two models. */
import { PLAIN, type Problem, type Weights } from "#domain/agenda/problem.ts";

type Flags = Readonly<Record<string, boolean>>;

export type Instance = {
  /** Sessions, slots, rooms, people. */
  readonly S: number;
  readonly T: number;
  readonly R: number;
  readonly A: number;
  /** votes[person] is the sessions wanted. */
  readonly votes: readonly (readonly number[])[];
  readonly caps?: readonly number[];
  readonly hosts?: readonly (readonly number[])[];
  readonly unavail?: Readonly<Record<string, readonly number[]>>;
  readonly roomFeat?: readonly Flags[];
  readonly need?: readonly Flags[];
  readonly topic?: readonly number[];
};

/** votes: served alone, at most R sessions a slot. full: served minus people without a seat, hard rules kept. */
export type ModelName = "votes" | "full";

const NOTHING: Weights = {
  served: 1000,
  seats: 0,
  empty: 0,
  fairness: 0,
  topic: 0,
  backToBack: 0,
  moved: 0,
  movedStar: 0,
  wish: 0,
  leftOut: 1_000_000,
};

const chosen = (flags: Flags | undefined): string[] =>
  Object.entries(flags ?? {})
    .filter(([name, on]) => on && name !== "stepfree")
    .map(([name]) => name);

export function problemOf(instance: Instance, model: ModelName): Problem {
  const { S, T, R, A, votes, caps, hosts, unavail, roomFeat, need } = instance;
  const full = model === "full";
  return {
    slots: Array.from({ length: T }, (_, t) => ({ id: `slot-${t}`, day: 0, break: false, over: false })),
    rooms: Array.from({ length: R }, (_, r) => ({
      id: `room-${r}`,
      capacity: full ? (caps?.[r] ?? A) : A,
      features: full ? chosen(roomFeat?.[r]) : [],
      stepFree: !full || roomFeat?.[r]?.stepfree !== false,
      closed: [],
    })),
    sessions: Array.from({ length: S }, (_, s) => ({
      ...PLAIN,
      id: `session-${s}`,
      hosts: full ? (hosts?.[s] ?? []) : [],
      needs: full ? chosen(need?.[s]) : [],
      stepFree: full && need?.[s]?.stepfree === true,
    })),
    wants: Array.from({ length: A }, (_, a) => votes[a] ?? []),
    away: Array.from({ length: A }, (_, a) => (full ? (unavail?.[a] ?? []) : [])),
    here: null,
    published: [],
    weights: full ? { ...NOTHING, seats: 1 } : NOTHING,
  };
}
