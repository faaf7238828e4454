/** Registration: one status per person and camp, and one table of transitions. */
import type { Verdict } from "#domain/pool.ts";
import type { More } from "#domain/question.ts";

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
export function holdsPlace(status: Status): status is (typeof HOLDING)[number] {
  return (HOLDING as readonly Status[]).includes(status);
}

/** The one status of whoever takes part, for what is asked of the database. */
export const TAKES_PART = "confirmed" satisfies Status;

/** Whether somebody takes part in the camp: pitches, raises hands, is told of sessions that are not listed. */
export function takesPart(status: Status): status is typeof TAKES_PART {
  return status === TAKES_PART;
}

/** What of two registrations one person may have once they are merged. */
const MERGED = ["confirmed", "held", "offered", "waiting", "entered"] as const satisfies readonly Status[];

/** What can happen to a registration, and from where. `null` is nobody yet. */
const TRANSITIONS = {
  register: {
    from: [null, "declined", "expired", "left", "released", "transferred"],
    to: ["waiting", "held", "confirmed", "entered"],
  },
  /** The entries of a batch or a draw are put in order. */
  draw: { from: ["entered"], to: ["confirmed", "held", "waiting"] },
  /** The mailbox of a held place is proven. */
  prove: { from: ["held"], to: ["confirmed"] },
  lapse: { from: ["held"], to: ["waiting"] },
  offer: { from: ["waiting"], to: ["offered"] },
  accept: { from: ["offered"], to: ["confirmed"] },
  decline: { from: ["offered"], to: ["declined"] },
  expire: { from: ["offered"], to: ["expired"] },
  /** The camp is called off or put off: an offer ends, and its owner keeps the turn they had. */
  halt: { from: ["offered"], to: ["waiting"] },
  give_back: { from: ["confirmed", "held"], to: ["released"] },
  /** Nobody said that they still come, and they were told that it goes back then. */
  go_back: { from: ["confirmed"], to: ["released"] },
  /** They were not there at the time that was announced, and somebody else is called. */
  pass_on: { from: ["confirmed"], to: ["released"] },
  take_back: { from: ["released"], to: ["confirmed"] },
  /** The place is somebody else's now, by its holder's wish; they `receive` it in the same transaction. */
  transfer: { from: ["confirmed"], to: ["transferred"] },
  receive: {
    from: [
      null,
      "waiting",
      "entered",
      "offered",
      "held",
      "declined",
      "expired",
      "left",
      "released",
      "transferred",
    ],
    to: ["confirmed"],
  },
  leave: { from: ["waiting", "entered", "expired"], to: ["left"] },
  /** An organiser's hand, always with a reason. */
  remove: { from: ["waiting", "entered", "offered", "held", "confirmed"], to: ["removed"] },
  /** Everybody at once who never proved their address, by an organiser's hand. They may register again. */
  drop_unproven: { from: ["waiting", "held"], to: ["left"] },
  put_back_in_line: {
    from: ["offered", "held", "confirmed", "removed", "declined", "expired", "left", "released"],
    to: ["waiting"],
  },
  /** Two registrations of one person are made one: it gets the better of what they had. */
  merge: {
    from: [...MERGED, "expired", "declined", "released", "left"],
    to: MERGED,
  },
  merge_away: {
    from: [...MERGED, "expired", "declined", "released", "left"],
    to: ["removed"],
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
  "drop_unproven",
  "merge_away",
  "leave",
  "put_back_in_line",
  "prove",
  "receive",
  "go_back",
  "pass_on",
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
  /** How many they bring along because they need them: they take no place, and the crew knows the number. */
  companions: number;
  /** What these do, for the organisers' eyes only. */
  companionsNote: string;
  /** That these may read and keep what is needed, agreed to by itself. */
  accessAgreed: boolean;
  photos: boolean;
  /** What they answered to the camp's own questions; none where it has none. */
  more?: More;
};

/** Somebody who sent the form, and the browser they sent it from, where we know it. */
export type Applicant = { form: RegistrationForm; now: Date; deviceId: string | null };

/** A turn among those who wait for the same places: what they would take, and which they are of how many. */
export type PoolTurn = { verdict: Verdict; position: number; waiting: number };

export type RegistrationView = {
  id: string;
  name: string;
  email: string;
  sector: string;
  organisation: string;
  firstTime: boolean;
  photos: boolean;
  status: Status;
  /** What they asked for the day, who comes along, and whether they agreed that it is read. */
  access: string;
  companions: number;
  companionsNote: string;
  accessAgreed: boolean;
  sectorId: string;
  /** What they say at the entrance; empty unless they take part. */
  ticketCode: string;
  proven: boolean;
  /** Mail to this address came back. */
  bounced: boolean;
  /** A place was held for them and nobody proved the address in time. */
  lapsed: boolean;
  /** Their place in the line, 1 is next; null unless waiting. */
  position: number | null;
  /** Among whom their turn is decided, where pools divide the places; null where the whole line is one. */
  turn: PoolTurn | null;
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

/** The registration that another one of the same person became part of. */
export type MergedInto = { id: string; name: string; email: string };

/** A row of the organisers' list of people. */
export type PersonInLine = {
  id: string;
  name: string;
  email: string;
  organisation: string;
  sector: string;
  firstTime: boolean;
  /** How many come along with them; 0 of whoever takes no part. */
  companions: number;
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
  /** Of somebody taken off because they are here twice; null of everybody else. */
  mergedInto: MergedInto | null;
};
