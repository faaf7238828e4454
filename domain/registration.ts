/** Registration: one status per person and camp, one table of transitions, who has a place and who is next. */
import { holdsUnproven } from "#domain/registration/hold.ts";
import { granted, type Result, refused } from "#domain/result.ts";

export const STATUSES = [
  "waiting",
  "entered",
  "offered",
  "held",
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
export const LIVE = [
  "waiting",
  "entered",
  "offered",
  "held",
  "confirmed",
] as const satisfies readonly Status[];

export const HOLDING = ["offered", "held", "confirmed"] as const satisfies readonly Status[];

/** Whether somebody is in the camp, in the draw or in the line. */
export function isLive(status: Status): boolean {
  return (LIVE as readonly Status[]).includes(status);
}

/** Whether a status holds a place that nobody else can have. */
export function holdsPlace(status: Status): boolean {
  return (HOLDING as readonly Status[]).includes(status);
}

/** The one status of whoever takes part, for what is asked of the database. */
export const TAKES_PART = "confirmed" satisfies Status;

/** Whether somebody takes part in the camp: pitches, raises hands, is told of sessions that are not listed. */
export function takesPart(status: Status): status is typeof TAKES_PART {
  return status === TAKES_PART;
}

/** What can happen to a registration, and from where. `null` is nobody yet. */
const TRANSITIONS = {
  register: {
    from: [null, "declined", "expired", "left", "released", "transferred"],
    to: ["waiting", "held", "confirmed"],
  },
  /** The mailbox of a held place is proven. */
  prove: { from: ["held"], to: ["confirmed"] },
  lapse: { from: ["held"], to: ["waiting"] },
  offer: { from: ["waiting"], to: ["offered"] },
  accept: { from: ["offered"], to: ["confirmed"] },
  decline: { from: ["offered"], to: ["declined"] },
  expire: { from: ["offered"], to: ["expired"] },
  give_back: { from: ["confirmed", "held"], to: ["released"] },
  take_back: { from: ["released"], to: ["confirmed"] },
  leave: { from: ["waiting", "expired"], to: ["left"] },
  /** An organiser's hand, always with a reason. */
  remove: { from: ["waiting", "entered", "offered", "held", "confirmed"], to: ["removed"] },
  put_back_in_line: {
    from: ["offered", "held", "confirmed", "removed", "declined", "expired", "left", "released"],
    to: ["waiting"],
  },
  confirm: {
    from: ["waiting", "entered", "offered", "held", "removed", "declined", "expired", "left", "released"],
    to: ["confirmed"],
  },
} as const satisfies Record<string, { from: readonly (Status | null)[]; to: readonly Status[] }>;

export type Move = keyof typeof TRANSITIONS;
export const MOVES = Object.keys(TRANSITIONS) as Move[];

/** Moves after which a place may be free, or one more person ready for it. */
export const MOVES_THAT_FREE = [
  "decline",
  "expire",
  "lapse",
  "give_back",
  "remove",
  "leave",
  "put_back_in_line",
  "prove",
] as const satisfies readonly Move[];

/** Whether the table allows a move from a status. */
export function allows(move: Move, from: Status | null): boolean {
  return (TRANSITIONS[move].from as readonly (Status | null)[]).includes(from);
}

/** Whether the table has a move from one status to another. */
export function leads(move: Move, from: Status | null, to: Status): boolean {
  return allows(move, from) && (TRANSITIONS[move].to as readonly Status[]).includes(to);
}

/** Whether a status may follow another by some move of the table; for the property tests. */
export function reachable(from: Status | null, to: Status): boolean {
  return MOVES.some((move) => leads(move, from, to));
}

export type Mailbox = { verifiedAt: Date | null; bouncedAt: Date | null };

/** Whether an address is proven: its reader typed our code or pressed our button, and no mail came back since. */
export function isProven({ verifiedAt, bouncedAt }: Mailbox): boolean {
  return verifiedAt !== null && bouncedAt === null;
}

/** How many people hold what, counted under the camp's lock. */
export type Counts = {
  confirmed: number;
  held: number;
  offered: number;
  /**
   * Everybody in the line; of these, those who can be offered a place, those with a proven address who have paused, and
   * those whose turn is still to come.
   */
  waiting: number;
  ready: number;
  paused: number;
  inTurn: number;
  /** Places that were held for addresses which never proved themselves. */
  lapsed: number;
};

type Held = Pick<Counts, "confirmed" | "held" | "offered">;

/** Places that somebody holds: the counts of the statuses in HOLDING. */
export function takenPlaces({ confirmed, held, offered }: Held): number {
  return confirmed + held + offered;
}

/** Places that nobody holds. Never below zero, even where an organiser went over. */
export function freePlaces(capacity: number, counts: Held): number {
  return Math.max(0, capacity - takenPlaces(counts));
}

/** Places that could be offered now: one for each free place and person who is ready for it. */
export function placesToOffer(capacity: number, counts: Held & Pick<Counts, "ready">): number {
  return Math.min(freePlaces(capacity, counts), counts.ready);
}

/** Somebody who asks to be let in. */
export type Newcomer = {
  /** Their address is proven in the browser they ask from. */
  proven: boolean;
  /** A place held for this address has lapsed before. */
  lapsed: boolean;
};

export type Admitted = "confirmed" | "held" | "waiting";

/**
 * Decides what a newcomer gets. While anybody is in turn, newcomers wait behind them; a place is held for somebody
 * unproven only while few such places lapsed.
 *
 * @param lineLimit the length at which the waiting list is closed, or null for no limit; the unproven do not count
 * @returns refused `line_full` when the list is at its limit
 */
export function admit(
  { capacity, lineLimit }: { capacity: number; lineLimit: number | null },
  counts: Counts,
  newcomer: Newcomer,
): Result<Admitted, "line_full"> {
  const free = freePlaces(capacity, counts) > 0;
  // The unproven are skipped, also by a newcomer who need not be.
  if (newcomer.proven && free && counts.ready === 0) return granted("confirmed");
  const trusted = holdsUnproven(capacity, counts.lapsed) && !newcomer.lapsed;
  if (!newcomer.proven && trusted && free && counts.inTurn === 0) return granted("held");
  if (lineLimit !== null && counts.ready + counts.paused >= lineLimit) return refused("line_full");
  return granted("waiting");
}

/** The counts after somebody was admitted. */
export function withOneMore(counts: Counts, to: Admitted, { proven, lapsed }: Newcomer): Counts {
  // Whoever proves their address has lapsed no more.
  const after = { ...counts, lapsed: counts.lapsed - (proven && lapsed ? 1 : 0) };
  if (to !== "waiting") return { ...after, [to]: after[to] + 1 };
  return {
    ...after,
    waiting: after.waiting + 1,
    ready: after.ready + (proven ? 1 : 0),
    inTurn: after.inTurn + (lapsed && !proven ? 0 : 1),
  };
}

/** The counts after somebody's address was proven: a held place is theirs, and a turn is one that is served. */
export function withOneProven(
  counts: Counts,
  { status, lapsed }: { status: Status; lapsed: boolean },
): Counts {
  const once = lapsed ? 1 : 0;
  const after = { ...counts, lapsed: counts.lapsed - once };
  if (status === "held") return { ...after, held: counts.held - 1, confirmed: counts.confirmed + 1 };
  if (status === "waiting") return { ...after, ready: counts.ready + 1, inTurn: counts.inTurn + once };
  return after;
}

/** How many are in the camp or in the line whose address is not proven. */
export function countUnproven({ held, waiting, ready, paused }: Counts): number {
  return held + waiting - ready - paused;
}

/** A person in the line, as the next offer sees them. */
export type InLine = { id: string; rank: number; ready: boolean };

/**
 * Who gets the free places: the best ranks among those who can be offered one. The others keep their rank.
 *
 * @param line everybody waiting, in any order
 * @returns ids in the order of the line
 */
export function nextInLine(line: readonly InLine[], free: number): string[] {
  return line
    .filter((person) => person.ready)
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

/** Somebody who sent the form, and the browser they sent it from, where we know it. */
export type Applicant = { form: RegistrationForm; now: Date; deviceId: string | null };

export type RegistrationView = {
  id: string;
  name: string;
  email: string;
  sector: string;
  organisation: string;
  firstTime: boolean;
  photos: boolean;
  status: Status;
  /** What they asked for the day. */
  access: string;
  sectorId: string;
  proven: boolean;
  /** Mail to this address came back. */
  bounced: boolean;
  /** A place was held for them and nobody proved the address in time. */
  lapsed: boolean;
  /** Their place in the line, 1 is next; null unless waiting. */
  position: number | null;
  /** Until when they are passed over by their own wish, ISO 8601; null while they are served. */
  pausedUntil: string | null;
  waiting: number;
  /** Until when an offered place is theirs to take, ISO 8601; null unless offered, or while the clock is paused. */
  offeredUntil: string | null;
  /** When they are to be reminded of the offer, ISO 8601; null where they are not, or were already. */
  remindAt: string | null;
  /** Until when a place is held unproven, ISO 8601; null unless held, or while the code's mail is on its way. */
  heldUntil: string | null;
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
  proven: boolean;
  bounced: boolean;
  position: number | null;
  /** Until when they are passed over by their own wish, ISO 8601. */
  pausedUntil: string | null;
  since: string;
  /** Null while an offer's clock stands still, because its mail came back. */
  offeredUntil: string | null;
  heldUntil: string | null;
};

/** The figures at the head of the organisers' list. */
export type PeopleCounts = Counts & {
  free: number;
  unproven: number;
  /** Since when places stand idle while people are ready for them, ISO 8601; null when none do. */
  idleSince: string | null;
};
