/**
 * What travels to every screen: state, never events. A message carries absolute values and a
 * version, so that loss, repetition and reordering are harmless.
 */

import type { Announcement } from "#domain/announcement.ts";
import type { EventView } from "#domain/event.ts";
import type { DraftFrame, GridView, Placement } from "#domain/grid.ts";
import type { HeadCount } from "#domain/heads.ts";
import type { CrewNews } from "#domain/help-call.ts";
import type { LineView } from "#domain/pitch/line.ts";
import type { PitchView } from "#domain/pitch.ts";
import type { PeopleCounts } from "#domain/registration/places.ts";

/** How many hands are up, by pitch. */
export type Hands = Readonly<Record<string, number>>;

/** What screens show, part by part. A new part is one line here, one in `ADDS` and its rule in `RULES` (live/audience.ts). */
export type Parts = {
  event: EventView;
  /** Those said last, the newest first. */
  announcements: readonly Announcement[];
  pitches: readonly PitchView[];
  /** Apart from what pitches say, so that a call costs a phone a few bytes. */
  line: LineView;
  /** Null where the camp keeps counts to its organisers, or from everybody. */
  hands: Hands | null;
  grid: GridView | null;
  /** How many were last counted in the rooms, run by run. */
  heads: readonly HeadCount[];
  /** For desks; null for everybody else, as the people are. */
  draft: DraftFrame | null;
  /** What stands in the cells of the draft. A move changes nothing else. */
  placements: readonly Placement[] | null;
  people: PeopleCounts | null;
  /** For the crew, on their phones as well; null for everybody else. */
  crew: CrewNews | null;
};
export type PartName = keyof Parts;

/** Everything a screen shows of a camp, as of a version. */
export type Snapshot = { v: number } & Parts;

/** What changed up to a version: whole parts, except where a part adds up (`hands` names only what changed). */
export type Change = { v: number } & Partial<Parts>;

/** What kind of screen listens. It decides how often it is told, and whether it may know the crew's part. */
export const SCREENS = ["phone", "wall", "desk"] as const;
export type Screen = (typeof SCREENS)[number];

/** What is known of a part with news of it; null where the news alone is what is known. */
const ADDS: { readonly [Name in PartName]: ((known: Parts[Name], news: Parts[Name]) => Parts[Name]) | null } =
  {
    event: null,
    announcements: null,
    pitches: null,
    line: null,
    hands: (known, news) => news && { ...known, ...news },
    grid: null,
    heads: null,
    draft: null,
    placements: null,
    people: null,
    crew: null,
  };

export const PARTS = Object.keys(ADDS) as PartName[];

/** The parts that have a version of their own. Of hands every count has one, so that a tap writes no more. */
export type VersionedPart = Exclude<PartName, "hands">;
export const VERSIONED = PARTS.filter((name) => name !== "hands");

/** Two changes in a row as one, as the crew sees them: the later value of each part, and of each count. */
export function join(earlier: Change, later: Change): Change {
  return { ...joined(earlier, later), v: later.v };
}

/** Whether a message says anything beyond its version. */
export function saysSomething(change: Change): boolean {
  return Object.keys(change).length > 1;
}

/** The snapshot after a message; one that is older than what is known changes nothing. */
export function apply(known: Snapshot, change: Change): Snapshot {
  if (change.v <= known.v) return known;
  if (isSnapshot(change)) return change;
  return { ...joined(known, change), v: change.v };
}

/** Whether a message can be shown with nothing known before it. */
export function isSnapshot(change: Change): change is Snapshot {
  return PARTS.every((part) => change[part] !== undefined);
}

function joined<Known extends Change>(known: Known, news: Change): Known {
  const both = { ...known };
  for (const name of PARTS) addPart(both, name, news[name]);
  return both;
}

function addPart<Name extends PartName>(
  known: Partial<Parts>,
  name: Name,
  news: Parts[Name] | undefined,
): void {
  if (news === undefined) return;
  const add = ADDS[name];
  const before: Parts[Name] | undefined = known[name];
  known[name] = add && before !== undefined ? add(before, news) : news;
}
