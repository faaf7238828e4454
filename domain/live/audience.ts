/** Who sees which part of what is live, and how much of it. */
import { type EventView, permits } from "#domain/event.ts";
import { type GridView, headsWithout, withClosed, withoutCounts } from "#domain/grid.ts";
import {
  type Change,
  isSnapshot,
  PARTS,
  type PartName,
  type Parts,
  type Screen,
  type Snapshot,
} from "#domain/live.ts";
import { allowed } from "#domain/permission.ts";
import type { LineView } from "#domain/pitch/line.ts";
import { type PitchView, publicPitch } from "#domain/pitch.ts";
import type { Crew, Viewer } from "#domain/viewer.ts";
import { countsKept } from "#domain/voting.ts";

/**
 * What a message may say: strangers, people who are at the camp, those of the crew who are called for help, and desks,
 * which know the counts of people, the draft with every count of hands, or both.
 */
export const AUDIENCES = ["public", "camper", "helper", "people", "programme", "crew"] as const;
export type Audience = (typeof AUDIENCES)[number];

type Knows = { people: boolean; programme: boolean; crew: boolean };

const KNOWS: Readonly<Record<Audience, Knows>> = {
  public: { people: false, programme: false, crew: false },
  camper: { people: false, programme: false, crew: false },
  helper: { people: false, programme: false, crew: true },
  people: { people: true, programme: false, crew: true },
  programme: { people: false, programme: true, crew: true },
  crew: { people: true, programme: true, crew: true },
};

/**
 * What a viewer may see on a kind of screen, or null where they may not have such a screen. People and the draft are for
 * desks alone: a wall is read by the whole room, and a phone pays for every byte. A phone hears calls for help where
 * its reader may come.
 */
export function audienceFor(screen: Screen, viewer: Viewer): Audience | null {
  const { crew, attendee } = viewer;
  if (screen === "desk") return crew && deskOf(crew);
  if (screen === "phone" && crew && allowed(crew.roles, "takeTasks")) return "helper";
  return attendee || crew ? "camper" : "public";
}

/** What a desk may know follows what its reader may see: the people, the draft, who calls for help, or what campers do. */
function deskOf({ roles }: Crew): Audience {
  const knows = { people: allowed(roles, "seePeople"), programme: allowed(roles, "seeProgramme") };
  if (knows.people && knows.programme) return "crew";
  if (knows.people) return "people";
  if (knows.programme) return "programme";
  return allowed(roles, "takeTasks") || allowed(roles, "seeCrew") ? "helper" : "camper";
}

/** The camp's facts that decide what an audience sees, and the words that stand for a hidden title. */
export type Shown = { event: EventView; pitches: readonly PitchView[]; unlisted: string };

/** Who is shown a part, and what of it strangers may read nothing of. */
type Eyes = { audience: Audience; closed: ReadonlySet<string>; shown: Shown };

type Rule<Part> =
  | { sees: "everybody"; cut?: (part: Part, eyes: Eyes) => Part }
  | (null extends Part ? { sees: keyof Knows; cut?: (part: Part, eyes: Eyes) => Part } : never);

const RULES: { readonly [Name in PartName]: Rule<Parts[Name]> } = {
  event: { sees: "everybody" },
  announcements: { sees: "everybody" },
  pitches: {
    sees: "everybody",
    cut: (pitches, { audience, closed }) =>
      audience === "public" ? pitches.filter(({ id }) => !closed.has(id)) : pitches,
  },
  line: { sees: "everybody", cut: lineFor },
  hands: {
    sees: "everybody",
    cut: (hands, { audience, closed, shown }) => {
      if (keepsCounts(shown, audience)) return null;
      return hands && audience === "public" ? without(hands, closed) : hands;
    },
  },
  grid: {
    sees: "everybody",
    cut: (grid, { audience, closed, shown }) => {
      if (!grid) return grid;
      const cut = keepsCounts(shown, audience) ? withoutHeads(grid) : grid;
      return audience === "public" ? publicGrid(cut, closed, shown.unlisted) : cut;
    },
  },
  heads: {
    sees: "everybody",
    cut: (heads, { audience, closed }) =>
      audience === "public" ? heads.filter(({ pitchId }) => !closed.has(pitchId)) : heads,
  },
  draft: {
    sees: "programme",
    cut: (draft, { shown }) => draft && (countsKept(shown.event) ? withoutCounts(draft) : draft),
  },
  placements: { sees: "programme" },
  people: { sees: "people" },
  crew: { sees: "crew" },
};

/** Whether the camp keeps how many hands are up from this audience. */
function keepsCounts({ event }: Shown, audience: Audience): boolean {
  return countsKept(event) || (event.tally === "hidden" && !KNOWS[audience].programme);
}

/**
 * Cuts what is known to what an audience may see; for the crew it is the message itself, but for counts that are kept
 * from everybody.
 */
export function cutFor<Message extends Snapshot | Change>(
  message: Message,
  audience: Audience,
  shown: Shown,
): Message {
  if (audience === "crew" && !countsKept(shown.event)) return message;
  const closed = unlistedOf(shown.pitches, message.pitches, message.grid);
  const whole = isSnapshot(message);
  const cut: Change = { v: message.v };
  for (const name of PARTS) cutPart(cut, name, message[name], { audience, closed, shown }, whole);
  return cut as Message;
}

/**
 * A change with the hands of every pitch that is listed again by it: strangers were told none of them, and hear else only
 * of those that change.
 *
 * @param known what was known before it
 */
export function withHandsOfListed(change: Change, known: Pick<Snapshot, "pitches" | "hands">): Change {
  const hidden = unlistedOf(known.pitches);
  const listed = (change.pitches ?? []).filter(
    ({ id, noteLevel }) => hidden.has(id) && noteLevel !== "unlisted",
  );
  const { hands } = known;
  if (listed.length === 0 || !hands || change.hands === null) return change;
  const theirs = Object.fromEntries(listed.map(({ id }) => [id, hands[id] ?? 0]));
  return { ...change, hands: { ...theirs, ...change.hands } };
}

function cutPart<Name extends PartName>(
  cut: Partial<Parts>,
  name: Name,
  part: Parts[Name] | undefined,
  eyes: Eyes,
  whole: boolean,
): void {
  if (part === undefined) return;
  const rule: Rule<Parts[Name]> = RULES[name];
  if (rule.sees === "everybody" || KNOWS[eyes.audience][rule.sees])
    cut[name] = rule.cut ? rule.cut(part, eyes) : part;
  // A snapshot stays whole: what is not for them is null. A change that says nothing else says nothing.
  else if (whole) Object.assign(cut, { [name]: null });
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

/**
 * While people pitch, strangers are told that one is being said that is not listed, and since when: the room hears it,
 * and the grid says no less. They are told nothing else of it, and of nobody that they were away.
 */
function lineFor(line: LineView, { audience, closed, shown }: Eyes): LineView {
  if (KNOWS[audience].programme) return line;
  if (audience !== "public") return { ...line, last: null };
  const { front, waiting, pace } = line;
  const hidden = front?.id ? closed.has(front.id) : false;
  const told = front && permits(shown.event.phase, "hearPitches") ? { ...front, id: null } : null;
  return {
    front: hidden ? told : front,
    waiting: waiting.filter((id) => !closed.has(id)),
    away: [],
    pace,
    last: null,
  };
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
    // A session that was taken off is in no list any more, and says by itself whether its title may be said.
    changes: grid.changes
      .filter(({ pitchId, to, unlisted }) => known.has(pitchId) || !(to || unlisted || closed.has(pitchId)))
      .map((change) => (closed.has(change.pitchId) ? { ...change, title: listedAs } : change)),
    ...(grid.heads && { heads: headsWithout(grid, closed) }),
  };
}
