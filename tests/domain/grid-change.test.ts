import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GridView, Placement } from "#domain/grid.ts";
import { foldChanges, isNews, newsAt, newsOf } from "#domain/grid-change.ts";
import { BLANK_PITCH } from "#domain/pitch.ts";

const HOUR = 3_600_000;
const DAY = Date.parse("2026-07-14T09:00:00Z");
const iso = (hours: number) => new Date(DAY + hours * HOUR).toISOString();

const rooms = ["hall", "den"].map((id, n) => {
  return { id, letter: "AB"[n]!, name: `The ${id}`, capacity: 40, features: [] };
});
/** Four slots of an hour, from 9 to 13. */
const slots = ["9", "10", "11", "12"].map((id, n) => {
  return {
    id,
    kind: "session" as const,
    title: "",
    startsAt: iso(n),
    endsAt: iso(n + 1),
    hour: 1,
    number: n + 1,
  };
});
const frame = { rooms, slots };

/** A cell as "9 hall"; null where it is on no grid. */
type Cells = Readonly<Record<string, string | null>>;
const placementsOf = (cells: Cells): Placement[] =>
  Object.entries(cells).flatMap(([pitchId, cell]) => {
    const [slotId = "", roomId = ""] = cell?.split(" ") ?? [];
    return cell ? [{ pitchId, slotId, roomId, copy: 0, length: 1 as const, pinned: false }] : [];
  });

/** The version after another one, published so many hours after nine. */
function publish(before: GridView | null, cells: Cells, hours: number): GridView {
  const placements = placementsOf(cells);
  const after = { ...frame, placements };
  const sessions = placements.map(({ pitchId: id }) => ({
    ...BLANK_PITCH,
    id,
    title: id,
    hosts: [],
    at: iso(0),
  }));
  const changes = foldChanges(before, after, (id) => `“${id}”`, DAY + hours * HOUR);
  return { number: (before?.number ?? 0) + 1, publishedAt: iso(hours), ...after, sessions, changes };
}
const day = (...versions: [hours: number, cells: Cells][]) =>
  versions.reduce<GridView | null>((before, [hours, cells]) => publish(before, cells, hours), null)!;

/** What is marked at an hour, as "from > to". */
const marked = (grid: GridView, hours: number) =>
  newsAt(grid, DAY + hours * HOUR).map(({ from, to }) => {
    const [left, is] = [from, to].map((spot) => (spot ? `${spot.slotId} ${spot.roomId}` : "none"));
    return `${left} > ${is}`;
  });

test("what is marked about a session follows from where it was and is", () => {
  const spot = { slotId: "9", roomId: "hall" };
  const news = (from: boolean, to: boolean) => newsOf({ from: from ? spot : null, to: to ? spot : null });
  expect([news(false, true), news(true, true), news(true, false)]).toEqual(["added", "moved", "taken_off"]);
});

describe("a change", () => {
  test("stays marked after another version a minute later, until both slots have ended", () => {
    const grid = day(
      [-2, { a: "11 hall", b: "9 den" }],
      [-1, { a: "9 hall", b: "9 den" }],
      [-0.9, { a: "9 hall" }],
    );
    expect(marked(grid, 0.5)).toEqual(["11 hall > 9 hall", "9 den > none"]);
    expect(marked(grid, 1)).toEqual(["11 hall > 9 hall"]);
    expect(marked(grid, 2.99)).toEqual(["11 hall > 9 hall"]);
    expect(marked(grid, 3)).toEqual([]);
  });

  test("of one that moved several times goes from the first place to the last, and one back home has none", () => {
    const twice = day([-3, { a: "9 hall" }], [-2, { a: "10 den" }], [-1, { a: "11 hall" }]);
    expect(marked(twice, 0)).toEqual(["9 hall > 11 hall"]);
    expect(publish(twice, { a: "9 hall" }, -0.5).changes).toEqual([]);
  });

  test("of one that is new says so until its slot has ended, wherever it moves; taken off again, where it was last", () => {
    const fresh = day([-3, {}], [-2, { a: "9 hall" }], [-1, { a: "10 den" }]);
    expect(marked(fresh, 0)).toEqual(["none > 10 den"]);
    const off = publish(fresh, {}, -0.5);
    expect(marked(off, 0)).toEqual(["10 den > none"]);
    expect(off.changes[0]).toMatchObject({ title: "“a”", from: { room: "The den", endsAt: iso(2) } });
    expect(publish(off, { a: "10 den" }, -0.4).changes).toEqual([]);
  });

  test("that was over begins anew from where the session was then", () => {
    const grid = day([-2, { a: "9 hall" }], [-1, { a: "9 den" }], [1.5, { a: "12 den" }]);
    expect(marked(grid, 2)).toEqual(["9 den > 12 den"]);
  });

  test("of a first version is none", () => {
    expect(day([-2, { a: "9 hall" }]).changes).toEqual([]);
  });

  test("of one taken off that was not listed says that, also after another version; its title is the last known", () => {
    const first = day([-2, { a: "9 hall" }]);
    const closed = {
      ...first,
      sessions: first.sessions.map((it) => ({ ...it, noteLevel: "unlisted" as const })),
    };
    const off = publish(closed, {}, -1);
    expect(off.changes).toMatchObject([{ to: null, unlisted: true }]);
    const later = foldChanges(off, { ...frame, placements: [] }, () => undefined, DAY);
    expect(later).toMatchObject([{ title: "“a”", to: null, unlisted: true }]);
    expect(publish(off, { a: "9 den" }, -0.5).changes[0]).not.toHaveProperty("unlisted");
    expect(publish(first, {}, -1).changes[0]).not.toHaveProperty("unlisted");
  });

  test("that names its slots alone is marked as long as the grid knows when they end", () => {
    const bare = {
      pitchId: "a",
      copy: 0,
      title: "a",
      from: { slotId: "gone", roomId: "hall" },
      to: { slotId: "9", roomId: "hall" },
    };
    expect([0.5, 1].map((hours) => isNews(bare, slots, DAY + hours * HOUR))).toEqual([true, false]);
    expect(isNews({ ...bare, to: null }, slots, DAY)).toBe(false);
  });
});

const cell = fc.constantFrom(null, "9 hall", "9 den", "10 hall", "11 den", "12 hall");
const versions = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.dictionary(fc.constantFrom("a", "b"), cell)), {
    minLength: 1,
    maxLength: 6,
  })
  .map((some) => some.map(([minutes, cells]): [number, Cells] => [minutes / 10 - 1, cells]))
  .map((some) => some.sort(([a], [b]) => a - b));

test("whatever is published when, a session is marked just while its story since the first unended move is one", () => {
  fc.assert(
    fc.property(versions, fc.integer({ min: 0, max: 80 }), (some, late) => {
      const grid = day(...some);
      const now = Math.max(some.at(-1)![0], late / 10 - 1);
      for (const id of ["a", "b"]) {
        const change = newsAt(grid, DAY + now * HOUR).find(({ pitchId }) => pitchId === id);
        expect(change ? marked({ ...grid, changes: [change] }, now)[0] : null).toBe(storyOf(id, some, now));
      }
    }),
    { numRuns: 500 },
  );
});

/** The same by hand: where it was when people last had nothing to unlearn, and where it is. */
function storyOf(id: string, some: readonly [number, Cells][], now: number): string | null {
  const end = (cell: string | null) => (cell ? Number(cell.split(" ")[0]) - 8 : Number.NEGATIVE_INFINITY);
  const [[, first], ...rest] = some as [[number, Cells], ...[number, Cells][]];
  let is = first[id] ?? null;
  let home: string | null = is;
  for (const [at, cells] of rest) {
    if (Math.max(end(home), end(is)) <= at) home = is;
    const to = cells[id] ?? null;
    if (to === null && home === null) home = is;
    is = to;
  }
  if (home === is || Math.max(end(home), end(is)) <= now) return null;
  return `${home ?? "none"} > ${is ?? "none"}`;
}
