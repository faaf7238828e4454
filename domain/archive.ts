/**
 * The public camp as one file holds it for ever: what strangers may read, and nothing that only some of them should. The
 * same camp gives the same file, and a file that was brought into another installation gives it once more.
 */
import type { CampPage } from "#domain/camp-page.ts";
import { type EventView, type Halted, isHalted, permits } from "#domain/event.ts";
import type { FairnessShown } from "#domain/fairness.ts";
import type { FeedbackShown } from "#domain/feedback.ts";
import type { GridView, Placement } from "#domain/grid.ts";
import { isListed, type Need, type NoteLevel, type PitchKind, type PitchView } from "#domain/pitch.ts";
import type { RoomView } from "#domain/room.ts";
import { onlyRun } from "#domain/run.ts";
import type { SlotView } from "#domain/slot.ts";

/** How the file is written now. */
export const ARCHIVE_FORMAT = 1;

/** Of one that is not listed everything is empty: it keeps its cell, and nothing is said of it. */
export type ArchivedPitch = {
  id: string;
  title: string;
  line: string;
  kind: PitchKind;
  noteLevel: NoteLevel;
  needs: Need[];
  /** That nobody brought it to host it: "I wish somebody would". */
  wish: boolean;
  hosts: string[];
  /** What became one with it. */
  merged: { id: string; title: string; line: string; hosts: string[] }[];
};

export type ArchivedGrid = {
  number: number;
  publishedAt: string;
  rooms: RoomView[];
  slots: SlotView[];
  sessions: ArchivedPitch[];
  placements: Omit<Placement, "pinned">[];
};

export type Archive = {
  format: typeof ARCHIVE_FORMAT;
  camp: {
    slug: string;
    name: string;
    strapline: string;
    place: string;
    zone: string;
    language: string;
    capacity: number;
    sectors: string[];
    days: { date: string; startsAt: string }[];
    /** That it was called off or put off, and what its organisers said of that. */
    halted: { as: Halted; note: string } | null;
  };
  /** The camp's own pages as they were read, in Markdown. */
  pages: { page: CampPage; text: string }[];
  /** Null where none was published. */
  grid: ArchivedGrid | null;
  /** What is listed and stands in no cell, in the order it came. */
  pitches: ArchivedPitch[];
  /** Null where fewer than five people said something. `words` are those that everybody may read, in the order of the alphabet. */
  feedback: (FeedbackShown & { words: string[] }) | null;
  /** Null before the camp was over, and where nobody asked for a place. */
  fairness: FairnessShown | null;
};

/** Whether a camp has a public side that can be kept. A copy for a rehearsal has none. */
export function isArchivable({ phase, rehearsal }: Pick<EventView, "phase" | "rehearsal">): boolean {
  return permits(phase, "visit") && !rehearsal;
}

/** All that an archive is made of. `grid` and `pitches` as strangers see them. */
export type PublicCamp = {
  event: EventView;
  grid: GridView | null;
  pitches: readonly PitchView[];
  /** Pitches by their ids of whose hosts no names are kept, also where a version that is out says otherwise. */
  nameless: ReadonlySet<string>;
  sectors: readonly string[];
  pages: Archive["pages"];
  feedback: FeedbackShown;
  words: readonly string[];
  fairness: FairnessShown | null;
};

export function archiveOf(camp: PublicCamp): Archive {
  const { event, grid, pitches, nameless, feedback, words } = camp;
  const { slug, name, strapline, place, zone, locale, capacity, days, phase, haltNote = "" } = event;
  const placed = new Set(grid?.placements.map(({ pitchId }) => pitchId));
  return {
    format: ARCHIVE_FORMAT,
    camp: {
      ...{ slug, name, strapline, place, zone, language: locale, capacity, sectors: [...camp.sectors] },
      days: days.map(({ date, startsAt }) => ({ date, startsAt })),
      halted: isHalted(phase) ? { as: phase, note: haltNote } : null,
    },
    pages: camp.pages,
    grid: grid && gridKept(grid, placed, nameless),
    pitches: pitches
      .filter((pitch) => !placed.has(pitch.id) && isListed(pitch))
      .map((pitch) => pitchKept(pitch, nameless)),
    feedback: feedback.people > 0 ? { ...feedback, words: [...words].sort() } : null,
    fairness: camp.fairness,
  };
}

function gridKept(
  { number, publishedAt, rooms, slots, sessions, placements }: GridView,
  placed: ReadonlySet<string>,
  nameless: ReadonlySet<string>,
): ArchivedGrid {
  return {
    ...{ number, publishedAt },
    rooms: rooms.map(({ id, letter, name, capacity, features, directions, unofficial }) => ({
      ...{ id, letter, name, capacity, features },
      ...(directions && { directions }),
      ...(unofficial && { unofficial }),
    })),
    slots: slots.map(({ id, kind, title, startsAt, endsAt, hour, number }) => {
      return { id, kind, title, startsAt, endsAt, hour, number };
    }),
    sessions: sessions.filter(({ id }) => placed.has(id)).map((pitch) => pitchKept(pitch, nameless)),
    placements: placements.map(({ slotId, roomId, length, ...run }) => {
      return { ...onlyRun(run), slotId, roomId, length };
    }),
  };
}

/** A new field is left out until it is named here. */
function pitchKept(pitch: PitchView, nameless: ReadonlySet<string>): ArchivedPitch {
  const { id, title, line, kind, needs, voice, merged = [] } = pitch;
  if (!isListed(pitch)) return { ...NOTHING_SAID, id };
  const ids = [id, ...merged.map((part) => part.id)];
  const unnamed = pitch.noteLevel === "no_names" || ids.some((it) => nameless.has(it));
  const named = (hosts: readonly string[]) => (unnamed ? [] : [...hosts]);
  return {
    ...{ id, title, line, kind, noteLevel: unnamed ? "no_names" : pitch.noteLevel, needs },
    ...{ wish: voice === "wish", hosts: named(pitch.hosts) },
    merged: merged.map(({ id, title, line, hosts }) => ({ id, title, line, hosts: named(hosts) })),
  };
}

const NOTHING_SAID: Omit<ArchivedPitch, "id"> = {
  ...{ title: "", line: "", kind: "discuss", noteLevel: "unlisted", needs: [], wish: false },
  ...{ hosts: [], merged: [] },
};

/** A pitch of an archive as every page shows one. @param unlisted the words for one that is not listed */
export function pitchOf(pitch: ArchivedPitch, at: string, unlisted: string): PitchView {
  const { wish, merged, ...said } = pitch;
  const voice = wish ? ("wish" as const) : ("me" as const);
  return {
    ...said,
    ...{ at, voice, title: isListed(pitch) ? pitch.title : unlisted },
    ...(merged.length > 0 && { merged: merged.map((part) => ({ ...part, voice: "me" as const })) }),
  };
}

/** A grid of an archive as the grid that was published. @param unlisted the words for a session that is not listed */
export function gridOf({ sessions, placements, ...grid }: ArchivedGrid, unlisted: string): GridView {
  return {
    ...grid,
    sessions: sessions.map((pitch) => pitchOf(pitch, grid.publishedAt, unlisted)),
    placements: placements.map((placement) => ({ ...placement, pinned: false })),
    changes: [],
  };
}
