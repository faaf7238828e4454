/** A camp as its crew's screens know it, with one pitch that is not listed. */
import type { EventView } from "#domain/event.ts";
import type { GridView } from "#domain/grid.ts";
import type { Snapshot } from "#domain/live.ts";
import type { LineView } from "#domain/pitch/line.ts";
import { BLANK_PITCH, type PitchView } from "#domain/pitch.ts";

export const event: EventView = {
  id: "e",
  slug: "brum",
  name: "Brum Camp",
  strapline: "",
  place: "",
  day: "2026-07-14",
  startsAt: "2026-07-14T08:00:00.000Z",
  days: [{ id: "day", date: "2026-07-14", startsAt: "2026-07-14T08:00:00.000Z", phase: "pitching" }],
  zone: "Europe/London",
  locale: "en-GB",
  capacity: 130,
  phase: "pitching",
  tally: "shown",
};

export const pitch = (id: string, noteLevel: PitchView["noteLevel"] = "open"): PitchView => ({
  ...BLANK_PITCH,
  id,
  title: `Title of ${id}`,
  line: "A line",
  noteLevel,
  hosts: ["Ama"],
  at: "2026-07-14T09:00:00.000Z",
});

export const noLine: LineView = { front: null, waiting: [], away: [], pace: 30_000, last: null };

export const grid: GridView = {
  number: 1,
  publishedAt: "2026-07-14T10:00:00.000Z",
  rooms: [],
  slots: [],
  sessions: [pitch("a"), pitch("b", "unlisted")],
  placements: [],
  changes: ["a", "b", "gone", "secret"].map((id) => ({
    ...{ pitchId: id, copy: 0, title: `Title of ${id}`, from: null, to: null },
    ...(id === "secret" && { unlisted: true }),
  })),
};

export const whole: Snapshot = {
  v: 5,
  event,
  announcements: [{ id: "said", text: "Lunch is in the dye house", at: "2026-07-14T11:00:00.000Z" }],
  pitches: [pitch("a"), pitch("b", "unlisted")],
  line: { ...noLine, waiting: ["a", "b"] },
  hands: { a: 3, b: 1 },
  grid,
  heads: [],
  crew: null,
  draft: {
    rooms: [],
    slots: [],
    pitches: {},
    published: 1,
    suggestion: null,
    crowd: { people: 1, places: 1, basis: "usual" },
  },
  placements: [],
  people: {
    ...{ confirmed: 1, held: 0, offered: 0, waiting: 0, ready: 0, paused: 0, inTurn: 0, lapsed: 0 },
    ...{ entered: 0, keptBack: 0 },
    ...{ toOffer: 0, free: 0, later: 0, keptBackLeft: 0, over: 0, unproven: 0, toLetGo: 0 },
    ...{ offersOn: true, idleSince: null },
  },
};
/** What decides how much of it is shown. */
export const shown = { event, pitches: whole.pitches, unlisted: "For those in the room" };
