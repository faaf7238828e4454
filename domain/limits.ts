/**
 * Every limit of what may be written, once: forms, imports, requests, `maxlength` and the checks of the database
 * all read it here, so that whatever one of them takes, every other can show and save again.
 *
 * Lengths are UTF-16 code units of the text as domain/text.ts leaves it, line breaks as one. A browser counts the same
 * for `maxlength`, before the text is composed: 92 signs of Unicode become longer by that (docs/known-limits.md).
 * Postgres counts characters, of which there are never more.
 */

export const LONGEST = {
  personName: 80,
  /** RFC 5321 allows a path of 256 with its brackets. */
  email: 254,
  organisation: 120,
  access: 1000,
  /** What those do who come along. */
  companionsNote: 200,
  reason: 300,
  /** Of the crew, on somebody. */
  crewNote: 1000,
  campName: 80,
  strapline: 160,
  place: 120,
  slug: 60,
  sectorName: 60,
  roomName: 60,
  /** How to get to a room. */
  directions: 160,
  /** By which people join from afar. */
  roomLink: 500,
  slotTitle: 60,
  /** Why a room is switched off. */
  roomNote: 140,
  pitchTitle: 90,
  pitchLine: 200,
  /** Words that a pitch is looked for by. */
  pitchSearch: 100,
  announcement: 140,
  /** Why a camp is called off or put off, and what is next. */
  haltNote: 500,
  checklistItem: 120,
  drawSource: 200,
  drawSeed: 200,
  questionLabel: 120,
  questionPurpose: 200,
  choice: 60,
  /** To a question of the camp's own. */
  answer: 300,
  mailSubject: 120,
  mailBody: 10_000,
  /** Of a page of the camp's own. */
  pageBody: 10_000,
  /** What somebody tells one of those named in the code of conduct. */
  concern: 4_000,
  /** What somebody says of a camp at its end. */
  feedback: 500,
  /** Of what somebody linked to of a camp. */
  linkUrl: 1_000,
  linkTitle: 140,
  linkAuthor: 80,
  /** What a card of the swaps is about, when it could be, and a line of it. */
  swapArea: 60,
  swapDays: 60,
  swapLine: 140,
  /** What somebody takes home from a session or a day, who should read it, and a line of it among the best ones. */
  writeUp: 1_500,
  writeUpReaders: 200,
  writeUpLine: 280,
  /** What is written down of a session, and each of the boxes beside it. */
  note: 20_000,
  noteBox: 4_000,
  /** How they can be reached, in their own words. */
  concernReply: 200,
  /** The address at which a push service takes what is for a phone. */
  pushEndpoint: 1_000,
  /** Of a program that is told what changes. */
  webhookUrl: 500,
  /** What a phone at the entrance is called. */
  doorName: 40,
  /** Of the rota, and of a call for help: read on a phone while walking. */
  rotaTask: 60,
  rotaPlace: 60,
  helpCall: 80,
  /** What somebody calls a passkey of theirs. */
  passkeyName: 40,
  /** A rota as it is pasted, at once. */
  rotaSheet: 20_000,
  /** Rooms or rows of the days as they are pasted at once: as many as there may be, with room to spare. */
  pastedTable: 100_000,
} as const;

export type Text = keyof typeof LONGEST;

export const SHORTEST_SLUG = 2;

type Range = { readonly min: number; readonly max: number };

/** Whole numbers a person may type, both ends included. */
export const RANGES = {
  places: { min: 1, max: 10_000 },
  /** Made-up people of a rehearsal. */
  rehearsed: { min: 2, max: 300 },
  /** 0 for a camp without one. */
  lineLimit: { min: 0, max: 100_000 },
  /** Places that a pool keeps, and the most it lets in. */
  pool: { min: 0, max: 10_000 },
  organisationLimit: { min: 1, max: 10_000 },
  /** How long a place is held for an address that is not proven: longer than a night. */
  holdHours: { min: 12, max: 72 },
  /** How many waking hours an offer has at most: longer than a meeting, and no place stands empty for a week. */
  offerHours: { min: 1, max: 96 },
  /** How many hours before doors places are no longer handed on. */
  transferHours: { min: 0, max: 720 },
  /** How many days before a camp places go back without an answer. */
  backDays: { min: 1, max: 13 },
  /** How many minutes after the doors places are passed on of people who are not there: a late train, and no half of the day. */
  passOnMinutes: { min: 15, max: 600 },
  /** How many days after a camp it keeps what it needed only for that. */
  keepDays: { min: 1, max: 365 },
  /** How many announcements on one day: more would not be read. */
  announcements: { min: 1, max: 30 },
  /** Days before a camp by which something is to be done; negative after it. */
  daysBefore: { min: -60, max: 365 },
  /** Hands each person has at once, where a camp counts them. */
  dots: { min: 1, max: 20 },
  /** Whom somebody brings along because they need them. */
  companions: { min: 0, max: 2 },
  seats: { min: 1, max: 5_000 },
  expected: { min: 0, max: 10_000 },
  /** How often a session runs. */
  runs: { min: 1, max: 6 },
  /** Hands that somebody counts in a room or on paper. */
  counted: { min: 0, max: 10_000 },
  /** How many a task of the rota is for. */
  rotaPeople: { min: 1, max: 50 },
  /** Spare ones that a card of the swaps offers. */
  spareSeats: { min: 1, max: 50 },
  /** Which time of a session that runs several times, counted from 0. */
  copy: { min: 0, max: 9 },
  /** Of every date and instant a camp has. Two typed digits make a year of the first century. */
  years: { min: 2000, max: 2100 },
} as const satisfies Record<string, Range>;

/** The seats an unofficial place counts as: never too few, and so many empty ones that every room comes before it. */
export const SEATS_UNKNOWN = RANGES.seats.max;

/** How many days after a camp what only it needed is deleted, unless its organisers choose another number. */
export const KEEP_DAYS = 30;

export type Numbers = keyof typeof RANGES;

export const DAYS = { min: `${RANGES.years.min}-01-01`, max: `${RANGES.years.max}-12-31` } as const;

export const MOST = {
  rehearsed: 300,
  rooms: 200,
  slots: 200,
  days: 30,
  sectors: 200,
  releases: 30,
  hosts: 4,
  questions: 12,
  choices: 12,
  /** People who enter a draw together. */
  together: 4,
  /** Places offered by hand at once: their ids travel in an address. */
  handOffers: 100,
  /** People called at once, as the screen by the door counts them. */
  called: 500,
  /** People whose places are passed on at once. */
  passedOn: 1_000,
  /** Notes of the crew on one person. */
  crewNotes: 50,
  /** Things on a camp's checklist that its crew added. */
  checklist: 40,
  /** What one person asks of the grid at once. */
  requests: 10,
  /** Reports of one pitch that are read, and pitches reported or hidden on one page of them. */
  reportReasons: 20,
  reported: 100,
  /** Of a camp, counted as turned away: beyond that it is no number about people any more. */
  turnedAway: 20_000,
  /** Pitches that a phone knows to have been seen there. */
  seenPitches: 2_000,
  /** People whom one list brings. */
  imported: 5_000,
  /** Phones and browsers of one person that are told of announcements; with another one, the first is told no more. */
  toldPhones: 5,
  /** People whom a code of conduct names. */
  contacts: 6,
  /** Versions of a note that are kept, and lines of one that are asked to be taken out at once. */
  noteVersions: 40,
  noteRequests: 20,
  /** Versions of a page that one look lists. */
  pageVersions: 30,
  /** Programs that one camp tells what changes, and messages to them that a page of the log has. */
  webhooks: 5,
  webhookLog: 50,
  /** Links of a camp's round-up, and those that one person adds. */
  links: 300,
  linksOfOne: 20,
  /** Passkeys of one person. */
  passkeys: 5,
  /** Names of those of a crew who have none, where that is said. */
  withoutPasskey: 20,
  /** Tasks on the rota of a camp, and rows of one form of them. */
  rotaTasks: 300,
  rotaRows: 6,
  /** Empty rows that a table of the settings ends with, and that it gets at once. */
  blankRows: 3,
  moreRows: 6,
  /** Rows that its form can have, with the empty ones. */
  tableRows: 400,
  /** Lines of what was pasted that are named as wrong. */
  linesNamed: 10,
  /** Cards of the swaps on the board of a camp, and of one person; and how many swaps wait for somebody’s answer. */
  swapCards: 400,
  ownSwapCards: 6,
  swapAsks: 20,
  /** The best lines of a camp's write-ups, as people share them. */
  bestLines: 20,
  /** Calls for help at a camp within an hour: whoever hears more of them comes to none. */
  helpCalls: 12,
} as const;

/** A slot that ends on the day after it starts lasts at most so many hours: more is a mistyped end. */
export const LONGEST_SLOT_HOURS = 12;

/** Whether a number is whole and within its range. */
export function inRange(value: number, what: Numbers): boolean {
  const { min, max } = RANGES[what];
  return Number.isInteger(value) && value >= min && value <= max;
}
