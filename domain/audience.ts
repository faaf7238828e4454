/**
 * How many people to expect at a session. Hands predict heads weakly, so the answer is a range and says which number it
 * comes from. Figures: one measured camp, 13 sessions (see agenda.md in the brief): heads = 0.66 x people / parallel
 * sessions x share / mean share; half the sessions fall within a factor 1.5.
 */
import type { Crowd } from "#domain/crowd.ts";
import { USUAL } from "#domain/forecast.ts";

/**
 * The 0.66 is taken as of everybody who has a place, so that it holds those who do not come: of those who do, as usual
 * seven in ten, it is 0.94. Taken as of those who came, it would make every session a third smaller, and a room that is
 * too small is the worse mistake.
 */
const IN_SESSIONS = 0.66 / USUAL.share;
const SPREAD = 1.5;

/** Hands for each session that steady what few of them say. */
const BALLAST = 10;

/** A late pitch is said to be one where its hands count for a tenth more than those of an early one. */
const TELLING = 0.1;

/**
 * What an expectation is based on: heads counted at the door beat an organiser's own number, that beats hands counted in
 * the room, those beat stars, and those beat hands.
 */
export type Basis = "counted" | "organiser" | "room" | "stars" | "hands";

/**
 * Heads, whole numbers; `low` to `high` holds half of all sessions; `late` is a pitch whose hands count for more, and
 * `follows` a run of a session of which another was counted.
 */
export type Expectation = {
  low: number;
  middle: number;
  high: number;
  basis: Basis;
  late: boolean;
  follows?: true;
};

/** Numbers that the crew has counted and typed; left out where nothing was. */
export type Counted = {
  /** Hands in the air when it was said, of everybody in the room, with a phone or without. */
  room?: number;
  /** Names or dots on a sheet of paper, of people who have no phone. */
  paper?: number;
};

/**
 * The counts of pitches that are one: of the room the larger, which the same people made, and of paper the sum, on which
 * nobody can tell who stands twice.
 */
export function countedTogether(counts: readonly Counted[]): Counted {
  const rooms = counts.flatMap(({ room }) => room ?? []);
  const papers = counts.flatMap(({ paper }) => paper ?? []);
  return {
    ...(rooms.length > 0 && { room: Math.max(...rooms) }),
    ...(papers.length > 0 && { paper: sumOf(papers) }),
  };
}

export type Pitched = Counted & {
  id: string;
  /** Hands on phones, and of those how many were up on anything before it was pitched. */
  hands: number;
  before: number;
  /** How many say that they go, knowing what runs beside it; left out until its grid is out and somebody says so. */
  stars?: number;
  expected: number | null;
};

/** `slots` are those that take sessions; `level` is what rooms counted so far say of all others (`domain/turnout.ts`). */
export type Camp = { crowd: Crowd; slots: number; rooms: number; level?: number };

/**
 * How many to expect at each session, by its id.
 *
 * Paper adds to the hands on phones: it hangs there for those who have none. Whoever did both counts twice, which nobody
 * can know of a sheet. A count of the room takes the place of both, larger or smaller: everybody who was there raised a
 * hand at the same moment, and a hand in the air is not added to that person's hand on the phone. It is never above the
 * people of the crowd, nor below none; only an organiser's own number may be. Stars take the place of the hands on
 * phones that they began as. They are said of a grid that everybody has seen, so that nothing about them is late.
 *
 * @param pitched all sessions of the camp
 */
export function expectAudiences(pitched: readonly Pitched[], camp: Camp): Map<string, Expectation> {
  const raised = pitched.map(raisedOf);
  const all = sumOf(raised);
  // A sheet is read off at the end: what is on it counts as raised since every pitch came.
  const corrected = pitched.map(({ before, stars }, index) => {
    const since = stars === undefined ? all - before : all;
    return correctedHands(raised[index]!, Math.max(raised[index]!, since), all, pitched.length);
  });
  const rate = roomRate(pitched);
  const wanted = pitched.map(({ room }, index) => room ?? corrected[index]! * rate);
  const mean = sumOf(wanted) / Math.max(1, pitched.length);
  const parallel = parallelSessions(pitched.length, camp.slots, camp.rooms);
  const { people } = camp.crowd;
  const inSessions = IN_SESSIONS * (camp.level ?? 1) * people;
  return new Map(
    pitched.map(({ id, expected, room, stars }, index) => {
      const share = mean > 0 ? wanted[index]! / mean : 0;
      if (expected !== null) return [id, ownNumber(expected)];
      const range = rangeAround((inSessions / parallel) * share, people);
      const early = correctedHands(raised[index]!, all, all, pitched.length);
      const late = room === undefined && corrected[index]! > early * (1 + TELLING);
      const said = stars === undefined ? "hands" : "stars";
      return [id, { ...range, basis: room === undefined ? said : "room", late }];
    }),
  );
}

const raisedOf = ({ hands, stars = hands, paper = 0 }: Pitched) => stars + paper;
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);

/**
 * How many hands go up in the room for one on phones and paper, over the sessions of which both are known; 1 while the
 * room was not counted. Where it was counted for some sessions only, the others are put on its scale by it: a room in
 * which everybody raises a hand would else make what was counted look many times as wanted.
 */
function roomRate(pitched: readonly Pitched[]): number {
  const counted = pitched.filter(({ room }) => room !== undefined);
  if (counted.length === 0) return 1;
  const ballast = BALLAST * counted.length;
  const inRoom = sumOf(counted.map(({ room = 0 }) => room));
  return (inRoom + ballast) / (sumOf(counted.map(raisedOf)) + ballast);
}

/**
 * Hands corrected for a late pitch, which fewer people have seen: its share of what was voted since,
 * carried over to all votes and meaned with the raw count.
 *
 * @param hands raised for it
 * @param since hands raised on anything since it was pitched
 * @param all hands raised on anything at all
 * @param sessions how many sessions are pitched: ten hands each steady the share of a very late one
 */
export function correctedHands(hands: number, since: number, all: number, sessions: number): number {
  const steadied = since + BALLAST * sessions;
  if (steadied === 0) return hands;
  return (hands + (hands / steadied) * all) / 2;
}

/** How many sessions run side by side. */
export function parallelSessions(sessions: number, slots: number, rooms: number): number {
  if (slots === 0) return 1;
  return Math.max(1, Math.min(rooms, Math.ceil(sessions / slots)));
}

/** It has no range, and nothing bounds it. */
function ownNumber(own: number): Expectation {
  return { low: own, middle: own, high: own, basis: "organiser", late: false };
}

/** The range around a number of heads, within the people there are. */
function rangeAround(heads: number, people: number) {
  const within = (n: number) => Math.min(people, Math.round(n));
  return { low: within(heads / SPREAD), middle: within(heads), high: within(heads * SPREAD) };
}
