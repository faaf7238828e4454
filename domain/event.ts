/**
 * A camp and the phases of its life. What may happen in which phase is the one table below; an organiser moves the
 * phase and can move it back.
 */

/**
 * Where a camp can stand. From `doors` to `sessions` it is on, and the phase is that of the day under way. The last two
 * are beside its life: it is called off, or put off to a date that nobody knows yet, and may go on where it stood.
 */
export const PHASES = [
  "draft",
  "tickets",
  "closed",
  "doors",
  "pitching",
  "grid",
  "sessions",
  "after",
  "archived",
  "called_off",
  "put_off",
] as const;
export type Phase = (typeof PHASES)[number];

export const ON = ["doors", "pitching", "grid", "sessions"] as const satisfies readonly Phase[];

/** The phases of a day: it waits at its doors until those before it are over. */
export const DAY_PHASES = [...ON, "over"] as const;
export type DayPhase = (typeof DAY_PHASES)[number];

export type DayView = {
  id: string;
  /** `YYYY-MM-DD` in the camp's zone. */
  date: string;
  /** When its doors open: an ISO 8601 instant. */
  startsAt: string;
  phase: DayPhase;
};

/**
 * When a camper sees how many hands are up. Organisers always see them, but for `after_closed`, where nobody does as
 * long as hands are open, so that early ones sway nobody.
 */
export const TALLY_RULES = ["shown", "after_first", "after_closed", "hidden"] as const;
export type TallyRule = (typeof TALLY_RULES)[number];

export const PAST = ["after", "archived"] as const satisfies readonly Phase[];

export const HALTED = ["called_off", "put_off"] as const satisfies readonly Phase[];
export type Halted = (typeof HALTED)[number];

const PERMITTED = {
  /** Know that there is such a camp; a draft is its crew's alone. */
  visit: [
    "tickets",
    "closed",
    "doors",
    "pitching",
    "grid",
    "sessions",
    "after",
    "archived",
    "called_off",
    "put_off",
  ],
  /** Look forward to it: nothing has begun. */
  lookAhead: ["draft", "tickets", "closed"],
  attend: ["doors", "pitching", "grid", "sessions"],
  hearPitches: ["pitching"],
  /** Wait for a grid that is being made of what was pitched. */
  awaitGrid: ["doors", "grid"],
  followGrid: ["grid", "sessions"],
  sit: ["sessions"],
  register: ["tickets"],
  /** By the clock and the organiser alike; once the doors are open, to those who stand by. */
  offer: ["tickets", "closed", "doors", "pitching", "grid", "sessions"],
  /** Take an offer, hand a place on, say whether one comes. */
  answer: ["tickets", "closed", "doors", "pitching", "grid", "sessions"],
  /** Let go of what one has: say no to an offer, leave the line, give a place back. */
  letGo: ["tickets", "closed", "doors", "pitching", "grid", "sessions", "called_off", "put_off"],
  /** By an organiser's hand: give a place, move somebody, send a mail again. */
  moveByHand: ["draft", "tickets", "closed", "doors", "pitching", "grid", "sessions"],
  /** The same where nobody gets a place: take somebody off, mend an address. */
  tidyByHand: [
    "draft",
    "tickets",
    "closed",
    "doors",
    "pitching",
    "grid",
    "sessions",
    "called_off",
    "put_off",
  ],
  /** The same: put somebody back in a line that is still served. */
  putBack: ["draft", "tickets", "closed", "doors"],
  /** Late pitches are welcome while the grid is being made. */
  pitch: ["doors", "pitching", "grid"],
  /** Stand beside whoever brought a pitch. */
  stand: ["doors", "pitching", "grid"],
  /** Call people to the front to pitch: whoever is late once the grid is made asks a campmaker for a cell. */
  call: ["doors", "pitching"],
  change: ["doors", "pitching", "grid"],
  /** Change what somebody's pitch says, as crew: a title can be closed as long as people look it up. */
  amend: ["doors", "pitching", "grid", "sessions", "after"],
  /** Take a pitch back, or step back from beside its host. */
  withdraw: ["doors", "pitching", "grid", "sessions"],
  restore: ["doors", "pitching", "grid", "sessions"],
  /** Say of a pitch that it does not belong, and as crew hide it for that, or show it again. */
  report: ["doors", "pitching", "grid", "sessions", "after"],
  hide: ["doors", "pitching", "grid", "sessions", "after"],
  /** Make two pitches one, or two again, as crew. */
  merge: ["doors", "pitching", "grid", "sessions"],
  /** The same as their hosts, on their phones. */
  agree: ["doors", "pitching", "grid"],
  raiseHand: ["pitching", "grid"],
  /** Say to which sessions of a published grid one goes. */
  star: ["doors", "pitching", "grid", "sessions"],
  /** Write down what is said in a session, and what was, and ask for a line to be taken out. */
  note: ["doors", "pitching", "grid", "sessions", "after"],
  /** Say how the camp was, on the day and after it. */
  giveFeedback: ["sessions", "after"],
  /** Link to what one wrote, drew or kept of it. */
  addLink: ["sessions", "after"],
  /** Put up what one can show or wants to see, and swap: before the camp, on its days and after them. */
  swap: ["tickets", "closed", "doors", "pitching", "grid", "sessions", "after"],
  /** Write up what one takes home: of several days from the first on. */
  writeUp: ["doors", "pitching", "grid", "sessions", "after"],
  /** Hide what somebody wrote up, show it again and choose the best lines, as crew: also of an archive. */
  tidyWriteUps: ["doors", "pitching", "grid", "sessions", "after", "archived"],
  /** Change the settings: an archive stays as it was. */
  set: [
    "draft",
    "tickets",
    "closed",
    "doors",
    "pitching",
    "grid",
    "sessions",
    "after",
    "called_off",
    "put_off",
  ],
  /** Rehearse it against a copy, before any of its people are there. */
  rehearse: ["draft", "tickets", "closed"],
  /** Delete it, with all there is of it: before anybody knew of it, or once it is in the archive. */
  delete: ["draft", "archived", "called_off"],
  /** Call it off, for good as far as anybody knows. */
  callOff: ["tickets", "closed", "doors", "pitching", "grid", "sessions", "put_off"],
  /** Put it off, to a date or until there is one: nothing of its programme has begun. */
  putOff: ["tickets", "closed", "doors"],
  /** Say that it takes place after all, or when. */
  takePlace: ["called_off", "put_off"],
  /** Have the door's list on a phone, before the doors as well: it is made ready while there is a network. */
  prepareDoor: [
    "tickets",
    "closed",
    "doors",
    "pitching",
    "grid",
    "sessions",
    "after",
    "called_off",
    "put_off",
  ],
  /** Take what a door tapped: what a phone kept without a network comes when the day may be over, or called off. */
  checkIn: ["doors", "pitching", "grid", "sessions", "after", "called_off", "put_off"],
  /** Type how many hands were counted in the room or on paper, or how many people are in a room. */
  count: ["doors", "pitching", "grid", "sessions"],
  /** Say something to every phone and the wall. */
  announce: ["tickets", "closed", "doors", "pitching", "grid", "sessions", "after", "called_off", "put_off"],
  /** Place sessions on the draft grid, say how many will come, have a grid suggested: ideas can be there before the day. */
  arrange: ["draft", "tickets", "closed", "doors", "pitching", "grid", "sessions"],
  /** Publish the draft, or take a version back; and as a camper ask for a change of it. */
  publish: ["doors", "pitching", "grid", "sessions"],
} as const satisfies Record<string, readonly Phase[]>;

export type Act = keyof typeof PERMITTED;

/** Whether an act is allowed in a phase. */
export function permits(phase: Phase, act: Act): boolean {
  return (PERMITTED[act] as readonly Phase[]).includes(phase);
}

/** The phases that allow an act, for the one statement that must check it in the database. */
export function phasesFor(act: Act): readonly Phase[] {
  return PERMITTED[act];
}

/** Whether a move lets everybody see a camp that only its crew saw. */
export function opensToAll(from: Phase, to: Phase): boolean {
  return permits(to, "visit") && !permits(from, "visit");
}

/** Whether a camp is over by its phase. */
export function wentBy(phase: Phase): boolean {
  return (PAST as readonly Phase[]).includes(phase);
}

/** Whether a camp is called off, or put off without a date: everything of its places stands still. */
export function isHalted(phase: Phase): phase is Halted {
  return (HALTED as readonly Phase[]).includes(phase);
}

/** Whether a camp has a date: put off without another it keeps only the one it had. */
export function hasDate(phase: Phase): boolean {
  return phase !== "put_off";
}

/**
 * Whether a camp is over: by its phase, or by the calendar whatever its phase, as long as its date is one.
 * @param endsAt milliseconds since 1970
 */
export function isOver(phase: Phase, endsAt: number, now: number): boolean {
  return wentBy(phase) || (hasDate(phase) && now >= endsAt);
}

/** What everybody may know of a camp. Instants are ISO 8601 in UTC; `zone` is an IANA name. */
export type EventView = {
  id: string;
  slug: string;
  name: string;
  strapline: string;
  place: string;
  /** `YYYY-MM-DD` in the camp's zone. */
  day: string;
  startsAt: string;
  days: readonly DayView[];
  zone: string;
  /** The language its pages are in, as BCP 47 has it. */
  locale: string;
  capacity: number;
  /** Where it stands: its own phase, and while it is on, that of the day under way. */
  phase: Phase;
  tally: TallyRule;
  /** The crew has closed hands before the phase does. */
  handsClosed?: boolean;
  /** How many hands each person has at once; left out where as many as they like. */
  dots?: number;
  /** When its first release opens, where it has any. */
  opensAt?: string;
  /** Without an answer to whether somebody comes their place goes back then, where a camp says so beforehand. */
  answerBy?: string;
  /** So many minutes after the doors of a day places are passed on of people who are not there, where a camp does that. */
  passOnMinutes?: number;
  /** It is a copy for a rehearsal: strangers do not find it. */
  rehearsal?: true;
  /** Why it is called off or put off and what is next, in its organisers' words, where they gave any. */
  haltNote?: string;
};
