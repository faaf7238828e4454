/**
 * Registration: one status per person and camp, one table of transitions, and the judgements that
 * decide who has a place and who is next. The database counts; this file judges.
 */
import { granted, type Result, refused } from "#domain/result.ts";

export const STATUSES = [
  "waiting",
  "entered",
  "offered",
  "confirmed",
  "declined",
  "expired",
  "released",
  "left",
  "removed",
  "transferred",
] as const;
export type Status = (typeof STATUSES)[number];

/** Statuses in which a person is in the camp, in the draw or in the line. */
export const LIVE = ["waiting", "entered", "offered", "confirmed"] as const satisfies readonly Status[];

/** Statuses that hold a real place. */
export const HOLDING = ["offered", "confirmed"] as const satisfies readonly Status[];

/** What can happen to a registration, and from where. `null` is nobody yet. */
const TRANSITIONS = {
  register: {
    from: [null, "declined", "expired", "left", "released", "transferred"],
    to: ["waiting", "confirmed"],
  },
  offer: { from: ["waiting"], to: ["offered"] },
  accept: { from: ["offered"], to: ["confirmed"] },
  decline: { from: ["offered"], to: ["declined"] },
  expire: { from: ["offered"], to: ["expired"] },
  give_back: { from: ["confirmed"], to: ["released"] },
  leave: { from: ["waiting"], to: ["left"] },
  /** An organiser's hand, always with a reason. */
  remove: { from: ["waiting", "entered", "offered", "confirmed"], to: ["removed"] },
  put_back_in_line: {
    from: ["offered", "confirmed", "removed", "declined", "expired", "left", "released"],
    to: ["waiting"],
  },
  confirm: {
    from: ["waiting", "entered", "offered", "removed", "declined", "expired", "left", "released"],
    to: ["confirmed"],
  },
} as const satisfies Record<string, { from: readonly (Status | null)[]; to: readonly Status[] }>;

export type Move = keyof typeof TRANSITIONS;
export const MOVES = Object.keys(TRANSITIONS) as Move[];

/** Whether the table allows a move from a status. */
export function allows(move: Move, from: Status | null): boolean {
  return (TRANSITIONS[move].from as readonly (Status | null)[]).includes(from);
}

/** Whether a status may follow another by some move of the table; for the property tests. */
export function reachable(from: Status | null, to: Status): boolean {
  return MOVES.some((move) => allows(move, from) && (TRANSITIONS[move].to as readonly Status[]).includes(to));
}

/** How many people hold what, counted under the camp's lock. */
export type Counts = { confirmed: number; offered: number; waiting: number };

/** Places that nobody holds. Never below zero, even where an organiser went over. */
export function freePlaces(capacity: number, counts: Counts): number {
  return Math.max(0, capacity - counts.confirmed - counts.offered);
}

/**
 * Decides what a newcomer gets. A freed place goes to the line, never to whoever reloads the page:
 * while anybody waits, newcomers wait behind them.
 *
 * @param lineLimit the length at which the waiting list is closed, or null for no limit
 * @returns `confirmed` or `waiting`; refused `line_full` when the list is at its limit
 */
export function admit(
  capacity: number,
  lineLimit: number | null,
  counts: Counts,
): Result<"confirmed" | "waiting", "line_full"> {
  if (counts.waiting === 0 && freePlaces(capacity, counts) > 0) return granted("confirmed");
  if (lineLimit !== null && counts.waiting >= lineLimit) return refused("line_full");
  return granted("waiting");
}

/** A person in the line, as the next offer sees them. */
export type InLine = { id: string; rank: number; verified: boolean };

/**
 * Who gets the free places: the best ranks among those whose address is confirmed. The others are
 * skipped, not dropped; they keep their rank.
 *
 * @param line everybody waiting, in any order
 * @param free how many places nobody holds
 * @returns ids in the order of the line, at most `free`
 */
export function nextInLine(line: readonly InLine[], free: number): string[] {
  return line
    .filter((person) => person.verified)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, Math.max(0, free))
    .map((person) => person.id);
}

/** What a person tells when they register. The id is minted with the form, so that sending twice changes nothing. */
export type RegistrationForm = {
  id: string;
  name: string;
  email: string;
  sectorId: string;
  organisation: string;
  firstTime: boolean;
  /** Access needs, for the organisers' eyes only. */
  access: string;
  photos: boolean;
};

/** The status page's facts. */
export type RegistrationView = {
  id: string;
  name: string;
  email: string;
  sector: string;
  organisation: string;
  firstTime: boolean;
  photos: boolean;
  status: Status;
  verified: boolean;
  /** Their place in the line, 1 is next; null unless waiting. */
  position: number | null;
  /** How many wait. */
  waiting: number;
  /** Until when an offered place is theirs to take, ISO 8601; null unless offered, or while the clock is paused. */
  offeredUntil: string | null;
};

/** A row of the organisers' list of people. */
export type PersonInLine = {
  id: string;
  name: string;
  email: string;
  organisation: string;
  sector: string;
  firstTime: boolean;
  status: Status;
  verified: boolean;
  bounced: boolean;
  position: number | null;
  since: string;
  offeredUntil: string | null;
};

/** The figures at the head of the organisers' list. */
export type PeopleCounts = Counts & {
  free: number;
  /** Since when places stand idle while people wait, ISO 8601; null when none do. Ten minutes are an alarm. */
  idleSince: string | null;
};

/** An e-mail address as it is compared: trimmed and in lower case. */
export function sameAddress(email: string): string {
  return email.trim().normalize("NFC").toLowerCase();
}
