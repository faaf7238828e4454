/** All that is held of somebody at a camp, for them alone. Instants are ISO 8601. */

import type { DoorAct } from "#domain/door/check-in.ts";
import type { HistoryEntry } from "#domain/history.ts";
import type { Role } from "#domain/permission.ts";
import type { Busy } from "#domain/pitch/busy.ts";
import type { NoteLevel, PitchKind } from "#domain/pitch.ts";
import type { Coming } from "#domain/registration/reconfirmation.ts";
import type { Status } from "#domain/registration.ts";
import type { Outcome, RequestKind } from "#domain/session-request.ts";
import type { CardSays, CardState, SwapKind, SwapState } from "#domain/swap.ts";
import type { WriteUpLevel } from "#domain/write-up.ts";

export type PersonalData = {
  camp: { name: string; place: string; startsAt: string; zone: string };
  registration: {
    name: string;
    email: string;
    sector: string;
    organisation: string;
    firstTime: boolean;
    photos: boolean;
    access: string;
    companions: number;
    companionsNote: string;
    accessAgreed: boolean;
    ticketCode: string;
    locale: string;
    status: Status;
    rank: number;
    registeredAt: string;
    verifiedAt: string | null;
    offeredUntil: string | null;
    heldUntil: string | null;
    lapsedAt: string | null;
    pausedUntil: string | null;
    lateUntil: string | null;
    passedOnAt: string | null;
    standsBySince: string | null;
    namedAtDoor: boolean;
    bouncedAt: string | null;
    checkedInAt: string | null;
    /** That they answered the equality questions: what they said is kept of nobody. */
    equalityAnswered: boolean;
    changedAt: string;
  };
  /** What was tapped about them at the doors of the camp. */
  checkIns: readonly { kind: DoorAct["kind"]; at: string; door: string }[];
  /** What the crew noted of them; who of it is not said. */
  crewNotes: readonly { note: string; at: string; changedAt: string | null }[];
  answers: readonly { question: string; purpose: string; keepUntil: string; answer: string }[];
  /** Their part in batches and draws: the name in the public list, the place in the order, and the code of their group. */
  entries: readonly { entry: string; position: number | null; at: string; groupCode: string | null }[];
  /** Whether they said that they come, and which day they were asked about. */
  coming: readonly {
    day: string;
    askedAt: string;
    goesBackAt: string | null;
    answer: Coming | null;
    answeredAt: string | null;
  }[];
  /** To whom their place is on its way: nothing is kept of that once it has ended. */
  handing: readonly { name: string; email: string; at: string }[];
  /** Where mail about their place goes as well, or is to go once its reader has said yes. */
  secondAddress: {
    email: string;
    askedAt: string;
    verifiedAt: string | null;
    bouncedAt: string | null;
    complainedAt: string | null;
  } | null;
  /** `toSecond`: to their second address. */
  mails: readonly {
    kind: string;
    toSecond: boolean;
    at: string;
    sentAt: string | null;
    failedAt: string | null;
  }[];
  /** Of others who did something only that they are of the crew. */
  log: readonly Omit<HistoryEntry, "id" | "by" | "other">[];
  /** When what everybody needs was read, them among it. */
  looks: readonly string[];
  pitches: readonly {
    title: string;
    line: string;
    kind: PitchKind;
    noteLevel: NoteLevel;
    /** As they are called on it. */
    name: string;
    own: boolean;
    hosting: boolean;
    /** When its hosts cannot. */
    busy: readonly Busy[];
    at: string;
    saidAt: string | null;
    /** When it was called and nobody came, until they are back or it is said. */
    awayAt: string | null;
    withdrawnAt: string | null;
    /** When it became one with another. */
    mergedAt: string | null;
    /** When the crew hid it, and why. */
    hiddenAt: string | null;
    hiddenReason: string;
  }[];
  /** Whether somebody asked them to host a pitch, by their badge or by a name of theirs. */
  hostAsks: readonly { title: string | null; at: string; declinedAt: string | null }[];
  /** What they said of pitches that in their eyes do not belong. */
  reports: readonly { title: string | null; reason: string; at: string }[];
  /** `title` is null of a pitch that is not listed. */
  hands: readonly { title: string | null; up: boolean; at: string }[];
  /** Of which sessions they said that they go, or do not; `title` as of hands. `time` counts the times it runs, from 1. */
  stars: readonly { title: string | null; time: number; starred: boolean; at: string }[];
  /** What they linked to in the round-up. */
  roundUp: readonly { title: string; author: string; url: string; at: string }[];
  /** Since when a calendar may follow their day, at an address of which we keep no copy. */
  dayAddress: { at: string } | null;
  /** What they were told of sessions that changed, and when they put that away. */
  tellings: readonly { title: string | null; at: string; putAwayAt: string | null }[];
  /** What they asked of the grid, and what the crew said to it. */
  requests: readonly {
    title: string | null;
    asked: RequestKind;
    reason: string;
    at: string;
    outcome: Outcome | null;
    answer: string;
    putAwayAt: string | null;
  }[];
  /** What they put on the board of swaps; `reason` why the crew hid it. */
  swapCards: readonly (CardSays & { state: CardState; reason: string; at: string; until: string })[];
  /** Swaps they take part in, and what they said. */
  swaps: readonly { kind: SwapKind; state: SwapState; said: boolean | null; at: string }[];
  /** What they wrote up of sessions and days. `title` is null for a day, and of a session that is not listed. */
  writeUps: readonly {
    title: string | null;
    day: string | null;
    learned: string;
    doing: string;
    readers: string;
    level: WriteUpLevel;
    named: boolean;
    quotable: boolean;
    at: string;
    changedAt: string;
    hiddenAt: string | null;
    hiddenReason: string;
  }[];
  /** Private addresses that open their page. */
  links: readonly { at: string; until: string; mailed: boolean }[];
  /** Browsers that act for them. */
  browsers: readonly { label: string; at: string; seenAt: string }[];
  /** Phones that asked to be told, and by which push service that is done. */
  told: readonly { service: string; at: string }[];
  /** Whether the camp's code of conduct names them. */
  contact: boolean;
  /** Their way to sign in, and what they are at this camp beyond a camper. */
  account: {
    name: string;
    at: string;
    roles: readonly Role[];
    /** What they call each. */
    passkeys: readonly { passkey: string; at: string; usedAt: string | null }[];
    /** Which tasks of the rota they are down for, at the time each begins, and to which calls for help they said they came. */
    tasks: readonly { task: string; at: string }[];
    calls: readonly { what: string; at: string }[];
    /** For what they called for help themselves. */
    called: readonly { what: string; place: string; at: string }[];
  } | null;
};

type Titled = { title: string; noteLevel: NoteLevel; hiddenAt: Date | null };

/**
 * What somebody put a hand up for: the words of a pitch that is not listed are its hosts' and the room's, those of one
 * that the crew hid its hosts' alone.
 */
export function shownTitle({ title, noteLevel, hiddenAt }: Titled): string | null {
  return noteLevel === "unlisted" || hiddenAt ? null : title;
}
