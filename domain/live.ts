/**
 * What travels to every screen: state, never events. A message carries absolute values and a
 * version, so that loss, repetition and reordering are harmless.
 */

import type { EventView } from "#domain/event.ts";
import { type DraftView, type GridView, withClosed } from "#domain/grid.ts";
import { allowed } from "#domain/permission.ts";
import { type PitchView, publicPitch } from "#domain/pitch.ts";
import type { PeopleCounts } from "#domain/registration.ts";
import type { Crew, Viewer } from "#domain/viewer.ts";

/** How many hands are up, by pitch. */
export type Hands = Readonly<Record<string, number>>;

/** Everything a screen shows of a camp, as of a version. */
export type Snapshot = {
  v: number;
  event: EventView;
  pitches: readonly PitchView[];
  /** Null where the camp keeps counts to its organisers. */
  hands: Hands | null;
  /** The published grid, or null before the first publication. */
  grid: GridView | null;
  /** The grid as it is being made, for desks; null for everybody else. */
  draft: DraftView | null;
  /** Who has a place and who waits, for desks; null for everybody else. */
  people: PeopleCounts | null;
};

/** What changed up to a version: whole parts, except `hands`, which names only the counts that changed. */
export type Change = { v: number } & Partial<Omit<Snapshot, "v">>;

/**
 * What a message may say: strangers, people who are at the camp, and desks, which know the counts of people, the
 * draft with every count of hands, or both.
 */
export const AUDIENCES = ["public", "camper", "people", "programme", "crew"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Which of the crew's parts each desk knows. */
const KNOWS: Readonly<Record<Audience, { people: boolean; programme: boolean }>> = {
  public: { people: false, programme: false },
  camper: { people: false, programme: false },
  people: { people: true, programme: false },
  programme: { people: false, programme: true },
  crew: { people: true, programme: true },
};

/** What kind of screen listens. It decides how often it is told, and whether it may know the crew's part. */
export const SCREENS = ["phone", "wall", "desk"] as const;
export type Screen = (typeof SCREENS)[number];

/**
 * What a viewer may see on a kind of screen. The crew's part is for desks alone: a wall is read by the
 * whole room, and a phone pays for every byte.
 *
 * @returns null where the viewer may not have such a screen
 */
export function audienceFor(screen: Screen, viewer: Viewer): Audience | null {
  if (screen === "desk") return viewer.crew && deskOf(viewer.crew);
  return viewer.attendee || viewer.crew ? "camper" : "public";
}

/** What a desk may know follows what its reader may see. Whoever may see neither knows what a camper does. */
function deskOf({ roles }: Crew): Audience {
  const knows = { people: allowed(roles, "seePeople"), programme: allowed(roles, "seeProgramme") };
  if (knows.people && knows.programme) return "crew";
  return knows.people ? "people" : knows.programme ? "programme" : "camper";
}

/** The camp's facts that decide what an audience sees, and the words that stand for a hidden title. */
export type Shown = { event: EventView; pitches: readonly PitchView[]; unlisted: string };

/**
 * Cuts what the crew knows to what an audience may see.
 *
 * @param message a snapshot or a change as the crew sees it
 * @returns the message itself for the crew, a copy without the hidden parts for the others
 */
export function cutFor<Message extends Snapshot | Change>(
  message: Message,
  audience: Audience,
  shown: Shown,
): Message {
  if (audience === "crew") return message;
  const knows = KNOWS[audience];
  const cut: Change = { ...message };
  // A snapshot stays whole: what is not for them is null. A change that says nothing else says nothing.
  const nothing = isSnapshot(message) ? null : undefined;
  if (!knows.people) hide(cut, "people", nothing);
  if (!knows.programme) hide(cut, "draft", nothing);
  const counted = shown.event.tally === "hidden" && !knows.programme;
  if (cut.hands !== undefined && counted) cut.hands = null;
  if (cut.grid && counted) cut.grid = withoutHeads(cut.grid);
  if (audience === "public") {
    const closed = unlistedOf(shown.pitches, cut.pitches, cut.grid);
    if (cut.pitches) cut.pitches = cut.pitches.filter(({ id }) => !closed.has(id));
    if (cut.hands) cut.hands = without(cut.hands, closed);
    if (cut.grid) cut.grid = publicGrid(cut.grid, closed, shown.unlisted);
  }
  return cut as Message;
}

function hide(cut: Change, part: "people" | "draft", nothing: null | undefined): void {
  if (nothing === null) cut[part] = null;
  else delete cut[part];
}

/** Every pitch that strangers may read nothing of, as far as anything at hand says so. */
function unlistedOf(
  known: readonly PitchView[],
  news: readonly PitchView[] = [],
  grid: GridView | null = null,
): ReadonlySet<string> {
  const all = [...known, ...news, ...(grid?.sessions ?? [])];
  return new Set(all.filter(({ noteLevel }) => noteLevel === "unlisted").map(({ id }) => id));
}

function without<T>(record: Readonly<Record<string, T>>, ids: ReadonlySet<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([id]) => !ids.has(id)));
}

function withoutHeads({ heads, ...grid }: GridView): GridView {
  return grid;
}

function publicGrid(grid: GridView, closed: ReadonlySet<string>, listedAs: string): GridView {
  const sessions = withClosed(grid, closed).sessions.map((pitch) => publicPitch(pitch, listedAs));
  const known = new Set(sessions.map(({ id }) => id));
  return {
    ...grid,
    sessions,
    // A session that was taken off is in no list any more, so nobody can tell whether its title may be said.
    changes: grid.changes
      .filter(({ pitchId }) => known.has(pitchId))
      .map((change) => (closed.has(change.pitchId) ? { ...change, title: listedAs } : change)),
    ...(grid.heads && { heads: without(grid.heads, closed) }),
  };
}

/** Two changes in a row as one, as the crew sees them: the later value of each part, and of each count. */
export function join(earlier: Change, later: Change): Change {
  const { hands, ...parts } = later;
  const joined = { ...earlier, ...parts };
  return hands === undefined ? joined : { ...joined, hands: { ...earlier.hands, ...hands } };
}

/** Whether a message says anything beyond its version. */
export function saysSomething(change: Change): boolean {
  return Object.keys(change).length > 1;
}

/**
 * The snapshot after a message. An older message than what is known changes nothing.
 */
export function apply(known: Snapshot, change: Change): Snapshot {
  if (change.v <= known.v) return known;
  if (isSnapshot(change)) return change;
  const { hands, ...parts } = change;
  const merged = { ...known, ...parts };
  if (hands === undefined) return merged;
  return { ...merged, hands: hands === null ? null : { ...known.hands, ...hands } };
}

/** Whether a message is a whole snapshot and can be shown with nothing known before it. */
export function isSnapshot(change: Change): change is Snapshot {
  return PARTS.every((part) => change[part] !== undefined);
}

const PARTS = [
  "event",
  "pitches",
  "hands",
  "grid",
  "draft",
  "people",
] as const satisfies readonly (keyof Snapshot)[];
