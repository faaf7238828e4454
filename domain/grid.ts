/** The grid: what happens in which room in which slot, as a draft and as published. */
import type { Counted } from "#domain/audience.ts";
import type { Length } from "#domain/cell.ts";
import type { Crowd } from "#domain/crowd.ts";
import type { Busy } from "#domain/pitch/busy.ts";
import type { PitchView } from "#domain/pitch.ts";
import type { RoomView } from "#domain/room.ts";
import type { RoomOff } from "#domain/room-off.ts";
import { keyOf, type RunId, runKey, runsOf } from "#domain/run.ts";
import type { Shape } from "#domain/shape.ts";
import type { SlotView } from "#domain/slot.ts";
import type { Choices } from "#domain/star.ts";
import type { Suggestion } from "#domain/suggestion.ts";

/**
 * A run of a session, put in a cell, which is the first of those it stands in (`cellsOf`). Pinned ones stay when a grid
 * is suggested.
 */
export type Placement = RunId & { slotId: string; roomId: string; length: Length; pinned: boolean };

/**
 * A cell as it is called: its room or slot may be renamed or gone by the time somebody reads of it. Older versions
 * know only the ids.
 */
export type Spot = {
  slotId: string;
  roomId: string;
  /** How many slots it takes; left out for one. */
  length?: Length;
  room?: string;
  startsAt?: string;
  endsAt?: string;
};

/** What changed for a run of a session between two publications. `from` is null for a new one, `to` for one taken off. */
export type GridChange = RunId & {
  title: string;
  from: Spot | null;
  to: Spot | null;
  /** Of one taken off, which is in no list any more: its title is not for strangers. Left out where it is. */
  unlisted?: boolean;
};

/** A room or a slot that is called or timed differently than before; null where it was not, or is no more. */
export type FrameChange =
  | { kind: "room"; id: string; from: string | null; to: string | null }
  | { kind: "slot"; id: string; from: Times | null; to: Times | null };

export type Times = Pick<SlotView, "kind" | "title" | "startsAt" | "endsAt">;

/** A published version, frozen: it holds all it shows. */
export type GridView = {
  number: number;
  publishedAt: string;
  rooms: readonly RoomView[];
  slots: readonly SlotView[];
  sessions: readonly PitchView[];
  placements: readonly Placement[];
  changes: readonly GridChange[];
  /** When a later version was taken back, so that this one is seen again; left out where none was. */
  laterTakenBackAt?: string;
  /** How many were expected at each run, by its key; versions that were published before this was kept have none. */
  heads?: Readonly<Record<string, number>>;
};

/** What the desk knows of a pitch beyond what everybody reads. Never who wants it. */
export type PitchFacts = Counted & {
  /** Who hosts it; `key` is the same for the same human being, and says nothing else. */
  hosts: readonly { key: string; name: string }[];
  /** Hands that were up on anything before it was pitched: fewer people have seen a late one. */
  before: number;
  /** An organiser's own number of people, over every other; null without one. */
  expected: number | null;
  /** How many go to it, once its grid is out and people say so. */
  stars?: number;
  /** To which of its runs they go, of what runs several times. */
  choices?: Choices;
  /** When its hosts cannot, of all that it is made of; left out where they said nothing. */
  busy?: readonly Busy[];
  /** How long it is and how often it runs; left out where that is once, over one slot. */
  shape?: Shape;
};

export type DraftView = {
  rooms: readonly RoomView[];
  slots: readonly SlotView[];
  placements: readonly Placement[];
  /** By the id of the pitch, of all that stand. */
  pitches: Readonly<Record<string, PitchFacts>>;
  /** 0 before the first publication. */
  published: number;
  suggestion: Suggestion | null;
  /** Rooms that are switched off; left out where none is. */
  off?: readonly RoomOff[];
  /** Whom the sessions are shared out among, as of the draft's last change. */
  crowd: Crowd;
  /** How many pitches somebody says do not belong, and nobody of the crew has decided about; left out where none. */
  reported?: number;
  /** How many lines of notes are asked to be taken out; left out where none is. */
  lines?: number;
  /** How often anything is asked of the grid that is out, and not answered; left out where nothing is. */
  asking?: number;
};

/** A draft without what stands in its cells, which changes most often and by itself. */
export type DraftFrame = Omit<DraftView, "placements">;

/**
 * A draft where counts are kept from everybody: without hands counted by hand, without how many were up when, and without
 * what the planner found, which says how many want what.
 */
export function withoutCounts<Draft extends DraftFrame>(draft: Draft): Draft {
  const pitches = Object.entries(draft.pitches).map(
    ([id, { hosts, expected, busy, shape }]): [string, PitchFacts] => [
      id,
      { hosts, expected, before: 0, ...(busy && { busy }), ...(shape && { shape }) },
    ],
  );
  return { ...draft, pitches: Object.fromEntries(pitches), suggestion: null };
}

/** A grid as far as its cells go: a draft, or a version that was published. */
export type Arranged = Pick<DraftView, "rooms" | "slots" | "placements">;

const NOTHING: Arranged = { rooms: [], slots: [], placements: [] };

/** What changed for each run of a session from one grid to another, in the order of the later one. */
export function changesBetween(
  before: Arranged | null,
  after: Arranged,
  title: (pitchId: string) => string,
): GridChange[] {
  const [was, is] = [spotsOf(before ?? NOTHING), spotsOf(after)];
  return idsOf(after, before ?? NOTHING)
    .map(({ pitchId, copy }) => ({
      pitchId,
      copy,
      title: title(pitchId),
      from: was.get(runKey(pitchId, copy)) ?? null,
      to: is.get(runKey(pitchId, copy)) ?? null,
    }))
    .filter(({ from, to }) => !sameSpot(from, to));
}

/** The runs that any of these grids has, each once, those of the first one first. */
export function idsOf(...grids: readonly { placements: readonly RunId[] }[]): RunId[] {
  const all = grids.flatMap(({ placements }) => placements);
  return [...new Map(all.map(({ pitchId, copy }) => [runKey(pitchId, copy), { pitchId, copy }])).values()];
}

/** Whether a run changed its cells, and not only what its cell is called or when that is. */
export function movedCell({ from, to }: Pick<GridChange, "from" | "to">): boolean {
  return (["slotId", "roomId", "length"] as const).some((key) => from?.[key] !== to?.[key]);
}

/** Whether nobody would see a difference between two spots. */
export function sameSpot(a: Spot | null, b: Spot | null): boolean {
  if (!a || !b) return a === b;
  const keys = ["slotId", "roomId", "length", "room", "startsAt", "endsAt"] as const;
  return keys.every((key) => a[key] === b[key]);
}

/** Where each run is, by its key, as that is called in this grid. */
export function spotsOf(grid: Arranged): Map<string, Spot> {
  const runs = new Map(runsOf(grid).map((run) => [run.key, run]));
  return new Map(
    grid.placements.map(({ pitchId, copy, slotId, roomId, length }) => {
      const key = runKey(pitchId, copy);
      const room = grid.rooms.find(({ id }) => id === roomId);
      const run = runs.get(key);
      const called = room && run && { room: room.name, startsAt: run.startsAt, endsAt: run.endsAt };
      return [key, { slotId, roomId, ...(length > 1 && { length }), ...called }];
    }),
  );
}

/** Which rooms and slots are called or timed differently in a later grid. Nothing before the first version. */
export function frameChanges(before: Arranged | null, after: Arranged): FrameChange[] {
  if (!before) return [];
  const rooms = differing(before.rooms, after.rooms, ({ name }) => name).map(
    (it): FrameChange => ({ kind: "room", ...it }),
  );
  const times = ({ kind, title, startsAt, endsAt }: SlotView): Times => ({ kind, title, startsAt, endsAt });
  const slots = differing(before.slots, after.slots, times).map(
    (it): FrameChange => ({ kind: "slot", ...it }),
  );
  return [...slots, ...rooms];
}

function differing<Row extends { id: string }, Said>(
  before: readonly Row[],
  after: readonly Row[],
  say: (row: Row) => Said,
): { id: string; from: Said | null; to: Said | null }[] {
  const said = (rows: readonly Row[], id: string) => {
    const row = rows.find((it) => it.id === id);
    return row ? say(row) : null;
  };
  return [...new Set([...before, ...after].map(({ id }) => id))]
    .map((id) => ({ id, from: said(before, id), to: said(after, id) }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
}

/** A fingerprint that both sides can make: what somebody agreed to publish is what is published. */
export function arrangedMark({ rooms, slots, placements }: Arranged): string {
  return [
    ...placements.map((it) => `${runKey(it.pitchId, it.copy)} ${it.slotId} ${it.roomId} ${it.length}`).sort(),
    ...slots.map(({ id, startsAt, endsAt, title }) => `${id} ${startsAt} ${endsAt} ${title}`),
    ...rooms.map(({ id, name }) => `${id} ${name}`),
  ].join("\n");
}

/**
 * A published grid with the sessions closed that are not listed any more, whenever their hosts closed them; with one that
 * was merged, any part of it, also where they were taken apart since.
 */
export function withClosed(grid: GridView, unlisted: ReadonlySet<string>): GridView {
  const isClosed = ({ id, merged = [] }: PitchView) =>
    [id, ...merged.map((part) => part.id)].some((it) => unlisted.has(it));
  const sessions = grid.sessions.map((pitch) =>
    isClosed(pitch) ? { ...pitch, noteLevel: "unlisted" as const } : pitch,
  );
  const changes = grid.changes.map((change) =>
    change.to === null && unlisted.has(change.pitchId) ? { ...change, unlisted: true } : change,
  );
  return { ...grid, sessions, changes };
}

/**
 * A published grid without the pitches that the crew hid since: their cells are empty, and where one of them is part of
 * a session, that has no word or host of it.
 */
export function withoutHidden(grid: GridView, hidden: ReadonlySet<string>): GridView {
  if (hidden.size === 0) return grid;
  const shown = <Of>(of: readonly Of[], id: (one: Of) => string) => of.filter((one) => !hidden.has(id(one)));
  return {
    ...grid,
    sessions: shown(grid.sessions, ({ id }) => id).map((session) => withoutParts(session, hidden)),
    placements: shown(grid.placements, ({ pitchId }) => pitchId),
    changes: shown(grid.changes, ({ pitchId }) => pitchId),
    ...(grid.heads && { heads: headsWithout(grid, hidden) }),
  };
}

/** How many were expected at each run of a grid, but for those of some pitches. */
export function headsWithout(
  { heads = {}, placements }: Pick<GridView, "heads" | "placements">,
  pitchIds: ReadonlySet<string>,
): Record<string, number> {
  const gone = new Set(placements.filter(({ pitchId }) => pitchIds.has(pitchId)).map(keyOf));
  return Object.fromEntries(Object.entries(heads).filter(([key]) => !gone.has(key)));
}

/** The hosts of a published session without those of its hidden parts, unless they host another part too. */
export function hostsWithout(
  hidden: ReadonlySet<string>,
  hosts: readonly string[],
  merged: readonly Pick<PitchView, "id" | "hosts">[],
): string[] {
  const of = (out: boolean) =>
    new Set(merged.filter(({ id }) => hidden.has(id) === out).flatMap((part) => part.hosts));
  const [named, gone] = [of(false), of(true)];
  return hosts.filter((host) => named.has(host) || !gone.has(host));
}

function withoutParts({ merged, ...session }: PitchView, hidden: ReadonlySet<string>): PitchView {
  if (!merged) return session;
  const stay = merged.filter(({ id }) => !hidden.has(id));
  return {
    ...session,
    hosts: hostsWithout(hidden, session.hosts, merged),
    ...(stay.length > 0 && { merged: stay }),
  };
}

/** Something a person should look at. It never blocks. */
export type GridWarning = RunId & { slotId: string } & (
    | { kind: "host_busy" }
    | { kind: "host_twice"; host: string }
    /** Its room is switched off then; why may be empty. */
    | { kind: "room_off"; note: string }
    | { kind: "room_small"; expected: number; capacity: number }
    | { kind: "need_unmet"; need: string }
    /** A long session after which no slot of its day follows any more. */
    | { kind: "cut_short" }
  );
