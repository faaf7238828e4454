/**
 * A rehearsal: made-up people do with a copy of a camp what campers will do on the day. What is measured, and whether that
 * is good enough, is decided here; jobs/rehearsal measures it.
 */
import { MOST } from "#domain/limits.ts";
import { hasBegun, type SlotView } from "#domain/slot.ts";

/** What of the installation and of the camp is looked at before anybody made up comes in, in this order. */
export const CHECKS = [
  "server",
  "address",
  "database",
  "clock",
  "disk",
  "mail",
  "push",
  "pages",
  "board",
  "rota",
] as const;
export type Check = (typeof CHECKS)[number];

/** What the made-up people do, in this order. */
export const STEPS = ["list", "arrive", "pitch", "hands", "streams", "plan", "publish", "move"] as const;
export type Step = (typeof STEPS)[number];

/** The parts of a run, as its progress is counted: the checks are one. */
export const PARTS = ["checks", ...STEPS] as const;
export type Part = (typeof PARTS)[number];

export const UNDER_WAY = ["asked", "running"] as const;
/** `cut_short`: its worker died or was stopped, or it took too long. */
export const STATES = [...UNDER_WAY, "passed", "failed", "stopped", "cut_short"] as const;
export type State = (typeof STATES)[number];

export const PASSED = "passed" satisfies State;

/** Whether a worker has it, or had it until it died. */
export const isRunning = (state: State): boolean => state === "running";

export const isUnderWay = (state: State): boolean => (UNDER_WAY as readonly State[]).includes(state);

/** Why something did not pass. `not_reached`: what comes before it did not. `not_asked`: it is not of this machine. */
export const WHYS = [
  "slow",
  "missing",
  "too_many",
  "refused",
  "broken_rule",
  "not_reached",
  "not_asked",
] as const;
export type Why = (typeof WHYS)[number];

/** Times in milliseconds; `of` is how many there should be, `got` how many there were. */
export type Figures = {
  of?: number;
  got?: number;
  median?: number;
  p95?: number;
  most?: number;
  bytes?: number;
};

/** One line of a result. `passed` is null for what was not looked at. */
export type Line = { what: Check | Step; passed: boolean | null; why: Why | null; figures: Figures };

/** How long each answer may take, in milliseconds, at the 95th of a hundred. Of `plan`: the first grid. */
export const MOST_MS: Readonly<Record<Step | "server" | "database" | "clock", number>> = {
  ...{ server: 1_000, database: 100, clock: 2_000 },
  ...{ list: 2_000, arrive: 1_000, pitch: 3_000, hands: 1_000 },
  ...{ streams: 2_000, plan: 15_000, publish: 2_000, move: 2_000 },
};

/** Free bytes with which a camp's day is begun. */
export const ROOM_BYTES = 512 * 1024 * 1024;

/** What was asked for and not begun so long after is not begun any more, in milliseconds. */
export const WAITS_MS = 2 * 60_000;

/** A run that takes longer is ended, in milliseconds. */
export const LONGEST_MS = 6 * 60_000;

/** Results of a camp that are kept. */
export const RESULTS = 5;

type Places = { placed: number; capacity: number; insideLimit: number | null };

/**
 * How many made-up people there are: as many as have a place, and before anybody has one as many as there are places; never
 * more than may be inside.
 */
export function peopleFor({ placed, capacity, insideLimit }: Places): number {
  const wanted = placed > 0 ? placed : capacity;
  return Math.max(2, Math.min(wanted, insideLimit ?? wanted, MOST.rehearsed));
}

/** The seconds over which everybody comes in: what takes half an hour on the day. */
export function secondsOfArrival(people: number): number {
  return Math.min(20, Math.ceil(people / 6));
}

/** About how many minutes a run takes, rounded up. */
export function minutesFor(people: number): number {
  return Math.ceil((45 + secondsOfArrival(people) + people / 6) / 60);
}

/** What was measured of a step. `faults` are answers that were none or no; `wrong` breaks a rule. */
export type Measured = { of: number; got: number; times: readonly number[]; faults?: number; wrong?: number };

type Grid = { slots: readonly Pick<SlotView, "kind" | "startsAt">[]; rooms: readonly unknown[] };

/** In how many cells a session can still be suggested: nothing is put into a slot that has begun. */
export function cellsAhead({ slots, rooms }: Grid, now: number): number {
  return slots.filter((slot) => slot.kind === "session" && !hasBegun(slot, now)).length * rooms.length;
}

/** Whether what was measured is good enough: all of it, nothing twice, no rule broken, every answer given, and in time. */
export function judge(what: Check | Step, { of, got, times, faults = 0, wrong = 0 }: Measured): Line {
  const most = what in MOST_MS ? MOST_MS[what as keyof typeof MOST_MS] : undefined;
  const figures: Figures = {
    ...{ of, got },
    ...(times.length > 0 && { median: percentile(times, 0.5), p95: percentile(times, 0.95) }),
    ...(times.length > 0 && most !== undefined && { most }),
  };
  const why = whyNot({ of, got, faults, wrong, slow: most !== undefined && (figures.p95 ?? 0) > most });
  return { what, passed: why === null, why, figures };
}

function whyNot(found: {
  of: number;
  got: number;
  faults: number;
  wrong: number;
  slow: boolean;
}): Why | null {
  if (found.faults > 0) return "refused";
  if (found.got < found.of) return "missing";
  if (found.got > found.of) return "too_many";
  if (found.wrong > 0) return "broken_rule";
  return found.slow ? "slow" : null;
}

/** A line of what could not be looked at. */
export function unseen(what: Check | Step, why: "not_reached" | "not_asked"): Line {
  return { what, passed: null, why, figures: {} };
}

/** What a whole run comes to. A step that was not reached makes none that passed: something before it failed. */
export function verdictOf(lines: readonly Line[]): "passed" | "failed" {
  const reached = STEPS.every((step) => lines.some(({ what, passed }) => what === step && passed));
  return reached && lines.every(({ passed }) => passed !== false) ? "passed" : "failed";
}

/** The smallest of the values that so large a part of them is not above; whole milliseconds. 0 of none. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0);
}
