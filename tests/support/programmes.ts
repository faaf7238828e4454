/** Published grids of every kind that another program has to read: each a camp and its versions, the last one shown. */
import type { DayView, EventView } from "#domain/event.ts";
import type { GridView } from "#domain/grid.ts";
import { cutFor } from "#domain/live/audience.ts";
import type { Snapshot } from "#domain/live.ts";
import { BLANK_PITCH, type PitchView } from "#domain/pitch.ts";
import type { Version } from "#domain/version.ts";

export type Programme = { event: EventView; grids: readonly [GridView, ...GridView[]] };

export const UNLISTED = "A session for people at the camp";
export const ORIGIN = "https://camps.example.org";

const HOUR = 3_600_000;

/** The same for the same number. */
export const uuid = (kind: string, n: number) =>
  `01a2140c-${kind.padStart(4, "0")}-7ccc-9585-${String(n).padStart(12, "0")}`;

export const rooms = (...names: string[]) =>
  names.map((name, n) => ({
    ...{ id: uuid("a", n), letter: String.fromCharCode(65 + n), name, capacity: 40 + n },
    features: [],
  }));

/** Slots of sessions, each from an instant on. @param minutes how long each is */
export const slots = (starts: readonly string[], minutes = 45) =>
  starts.map((at, n) => ({
    ...{ id: uuid("b", n), kind: "session" as const, title: "", hour: 1 + (n % 6), number: n + 1 },
    ...{ startsAt: new Date(at).toISOString() },
    endsAt: new Date(Date.parse(at) + minutes * 60_000).toISOString(),
  }));

export const session = (n: number, title: string, rest: Partial<PitchView> = {}): PitchView => ({
  ...BLANK_PITCH,
  ...{ id: uuid("c", n), title, line: `Why ${title}?`, hosts: ["Ama"], at: "2026-07-14T08:00:00.000Z" },
  ...rest,
});

export function camp(
  dates: readonly string[],
  zone = "Europe/London",
  rest: Partial<EventView> = {},
): EventView {
  const days = dates.map(
    (date, n): DayView => ({
      ...{ id: uuid("d", n), date, startsAt: new Date(Date.parse(date) + 8 * HOUR).toISOString() },
      phase: n === 0 ? "sessions" : "doors",
    }),
  );
  return {
    ...{ id: uuid("e", 0), slug: "brum", name: "Brum Camp", strapline: "For people & services", zone, days },
    ...{ place: "The Bond, Birmingham", day: dates[0]!, startsAt: days[0]!.startsAt, locale: "en-GB" },
    ...{ capacity: 130, phase: "sessions", tally: "shown" },
    ...rest,
  };
}

/** A version with sessions in cells: the room and the slot of each by their places, null for one that is in none. */
export function grid(
  number: number,
  frame: Pick<GridView, "rooms" | "slots">,
  placed: readonly [PitchView, cell: readonly [slot: number, room: number] | null][],
): GridView {
  return {
    ...{ number, publishedAt: `2026-07-14T09:0${number}:00.000Z`, ...frame, changes: [] },
    sessions: placed.filter(([, cell]) => cell).map(([pitch]) => pitch),
    placements: placed.flatMap(([{ id }, cell]) =>
      cell
        ? [
            {
              pitchId: id,
              slotId: frame.slots[cell[0]]!.id,
              roomId: frame.rooms[cell[1]]!.id,
              copy: 0,
              length: 1 as const,
              pinned: false,
            },
          ]
        : [],
    ),
  };
}

const one = { rooms: rooms("Main hall", "Den"), slots: slots(["2026-07-14T09:00Z", "2026-07-14T10:00Z"]) };
const [swaps, forms, closed] = [
  session(1, "Job swaps", { hosts: ["Ama", "Rhys"], noteLevel: "no_names" }),
  session(2, 'Forms & <tables> "work"; don\'t they?', { kind: "share" }),
  session(3, "SECRET rota", { noteLevel: "unlisted", hosts: ["SECRET Mei"], line: "SECRET why" }),
];

export const PROGRAMMES: Readonly<Record<string, Programme>> = {
  "one day": {
    event: camp(["2026-07-14"]),
    grids: [
      grid(1, one, [
        [swaps, [0, 0]],
        [forms, [1, 1]],
      ]),
    ],
  },
  "several days": {
    event: camp(["2026-07-14", "2026-07-15", "2026-07-17"]),
    grids: [
      grid(1, { rooms: one.rooms, slots: slots(["2026-07-14T09:00Z", "2026-07-15T09:00Z"]) }, [
        [swaps, [0, 0]],
        [forms, [1, 1]],
      ]),
    ],
  },
  "past midnight": {
    event: camp(["2026-07-14"], "America/Argentina/Buenos_Aires"),
    grids: [
      grid(
        1,
        {
          rooms: one.rooms,
          slots: slots(["2026-07-15T02:30Z", "2026-07-15T04:00Z", "2026-07-15T06:50Z"], 75),
        },
        [
          [swaps, [0, 0]],
          [forms, [1, 0]],
          [session(4, "Until breakfast"), [2, 1]],
        ],
      ),
    ],
  },
  "the night the clocks go back": {
    event: camp(["2026-10-24"], "Europe/London"),
    grids: [
      grid(1, { rooms: one.rooms, slots: slots(["2026-10-25T00:15Z", "2026-10-25T01:15Z"]) }, [
        [swaps, [0, 0]],
        [forms, [1, 0]],
      ]),
    ],
  },
  "not listed": {
    event: camp(["2026-07-14"]),
    grids: [
      grid(1, one, [
        [swaps, [0, 0]],
        [closed, [0, 1]],
      ]),
    ],
  },
  "hosts of any script": {
    event: camp(["2026-07-14"], "UTC", { name: 'Кэмп 東京 & "Brüder"', slug: "x" }),
    grids: [
      grid(1, { ...one, rooms: rooms("Große Halle; links, hinten", "غرفة") }, [
        [session(5, "空の色は何色?", { hosts: ["李明", "Ὀδυσσεύς", "عمر الخيّام", "O’Neil, Jr."] }), [0, 0]],
        [session(6, "Wünsche 🙌🏾", { hosts: [], line: "Zeile eins,\nzwei; drei\\vier" }), [1, 1]],
      ]),
    ],
  },
  cancelled: {
    event: camp(["2026-07-14"]),
    grids: [
      grid(1, one, [
        [swaps, [0, 0]],
        [forms, [1, 1]],
      ]),
      grid(2, one, [
        [swaps, [1, 1]],
        [forms, null],
      ]),
    ],
  },
  "nothing published in it": {
    event: camp(["2026-07-14"]),
    grids: [{ ...grid(1, { rooms: [], slots: [] }, []) }],
  },
};

/** What everybody sees now, as strangers see it. */
export function shownOf({ event, grids }: Programme): GridView {
  const snapshot = { v: 1, event, announcements: [], pitches: [], hands: null, grid: grids.at(-1)! };
  const cut = cutFor(snapshot as Partial<Snapshot> as Snapshot, "public", {
    ...{ event, pitches: [], unlisted: UNLISTED },
  });
  return cut.grid!;
}

export function versionsOf({ grids }: Programme): Version[] {
  return grids.map(({ number, publishedAt, rooms, slots, placements, sessions }) => ({
    ...{ number, publishedAt, rooms, slots, placements, takenBackAt: null },
    sessions: new Map(
      sessions.map(({ id, title, line, hosts, noteLevel }) => [
        id,
        { title, line, hosts, unlisted: noteLevel === "unlisted" },
      ]),
    ),
  }));
}
