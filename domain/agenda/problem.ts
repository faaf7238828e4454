/**
 * What the planner is asked. Everything is an index or an integer, so the same question gives the same grid on every
 * machine.
 */

/** A break, or a slot that is over, takes only what is pinned or fixed there. */
export type Slot = {
  readonly id: string;
  /** Days are numbered from 0; slots are listed in order of time, so neighbours on one day follow each other. */
  readonly day: number;
  readonly break: boolean;
  readonly over: boolean;
};

export type Room = {
  readonly id: string;
  readonly capacity: number;
  readonly features: readonly string[];
  readonly stepFree: boolean;
  /** Slots (by index) in which the room is switched off. */
  readonly closed: readonly number[];
};

export type Session = {
  readonly id: string;
  /** They count among those who want the session. */
  readonly hosts: readonly number[];
  readonly needs: readonly string[];
  readonly stepFree: boolean;
  /** Slots it fills: a long session takes two neighbouring slots of one day, in one room. */
  readonly length: 1 | 2;
  readonly forbidden: readonly number[];
  readonly wished: readonly number[];
  /** Put there by a person: the planner never argues. On a repeated session it holds the first copy. */
  readonly pin: { readonly slot: number | null; readonly room: number | null };
  /** How often it runs: 1, or more for a repeat. Copies never share a slot. */
  readonly copies: number;
  readonly topic: string | null;
  /**
   * Heads at each copy, whatever runs beside it. Without it hands are counted: each is split over what its owner wants in
   * one slot, and over the copies.
   */
  readonly audience: readonly number[] | null;
  readonly stars: number;
};

/** One session in one cell; a long session is named by its first slot. */
export type Placement = {
  readonly session: number;
  /** 0 for a session that runs once. */
  readonly copy: number;
  readonly slot: number;
  readonly room: number;
};

/** A placement people have already seen; a fixed one is running or over and stays. */
export type Published = Placement & { readonly fixed: boolean };

export type Grid = readonly Placement[];

/**
 * Points are thousandths of a vote: 1000 is one person who has somewhere wanted to go in one slot.
 * `seats` is per thousandth of a person, everything else per thing named; all are whole and not negative.
 */
export type Weights = {
  readonly served: number;
  readonly seats: number;
  /** Per empty seat beyond three quarters of a room. */
  readonly empty: number;
  /** Of `m (1 - share)^2`, m being the slots a person could have had. */
  readonly fairness: number;
  /** Per pair of one topic in a slot. */
  readonly topic: number;
  /** Per host who goes straight from one of their sessions to the next. */
  readonly backToBack: number;
  /** Per published session that moves; a room-only move costs a tenth. */
  readonly moved: number;
  /** Per person who starred a session that moves; a room-only move costs a tenth. */
  readonly movedStar: number;
  readonly wish: number;
  /** Per hand of a session left out: far above everything else, so the fewest hands are left out. */
  readonly leftOut: number;
};

export const WEIGHTS: Weights = {
  served: 1000,
  seats: 1,
  empty: 5,
  fairness: 1500,
  topic: 150,
  backToBack: 100,
  moved: 500,
  movedStar: 50,
  wish: 50,
  leftOut: 1_000_000,
};

export type Problem = {
  readonly slots: readonly Slot[];
  readonly rooms: readonly Room[];
  readonly sessions: readonly Session[];
  /** wants[person] is the sessions that person would come to. */
  readonly wants: readonly (readonly number[])[];
  /** away[person] is the slots in which that person is not there. */
  readonly away: readonly (readonly number[])[];
  /** here[person], once doors are open: only these people count. null before: everybody does. */
  readonly here: readonly boolean[] | null;
  readonly published: readonly Published[];
  readonly weights: Weights;
};

export const PLAIN: Omit<Session, "id"> = {
  hosts: [],
  needs: [],
  stepFree: false,
  length: 1,
  forbidden: [],
  wished: [],
  pin: { slot: null, room: null },
  copies: 1,
  topic: null,
  audience: null,
  stars: 0,
};

/**
 * The same question with only the people who are here: nobody else's hands are counted, not even a host's.
 * Hosts who are not here keep their sessions; whether to place those is the organiser's call.
 */
export function onlyHere(problem: Problem, people: ReadonlySet<number>): Problem {
  return { ...problem, here: problem.wants.map((_, person) => people.has(person)) };
}
