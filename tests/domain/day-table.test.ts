/** A day as a table: every run is in it once, wherever it stands, and no cell is counted twice. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { dateShown, dayTable } from "#domain/day-table.ts";
import { runsOf } from "#domain/run.ts";
import { anyGrid } from "#tests/support/any-grid.ts";
import { fullGrid } from "#tests/support/full-grid.ts";

const BEGINS = Date.parse("2026-07-14T09:00:00Z");
const tableOf = (grid: ReturnType<typeof fullGrid>) =>
  dayTable(
    grid,
    grid.slots,
    grid.rooms.map(({ id }) => id),
  );

it("has a row for every slot and a cell for every room, and draws a break as one", () => {
  const table = tableOf(fullGrid(BEGINS));
  expect(table.map(({ cells }) => cells?.length ?? null)).toEqual([
    10,
    10,
    null,
    10,
    10,
    10,
    null,
    10,
    10,
    10,
  ]);
});

it("is as wide in every row as there are rooms, with what reaches into it from above, and has every run where it begins", () => {
  fc.assert(
    fc.property(anyGrid, (any) => {
      const slots = any.slots.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
      const grid = { ...any, slots };
      const ids = [...new Set(grid.rooms.map(({ id }) => id))];
      const table = dayTable(grid, slots, ids);
      const reach = new Map<string, number>();
      for (const { cells } of table) {
        if (!cells) {
          expect([...reach.values()].every((left) => left <= 0)).toBe(true);
          continue;
        }
        for (const id of ids) {
          const cell = cells.find(({ roomId }) => roomId === id);
          expect((reach.get(id) ?? 0) > 0).toBe(cell === undefined);
          reach.set(id, (cell?.rows ?? reach.get(id)!) - 1);
        }
      }
      const drawn = table
        .flatMap(({ cells }) => cells ?? [])
        .flatMap(({ run, goesOn }) => (run && !goesOn ? [run.key] : []));
      expect(drawn.toSorted()).toEqual(
        runsOf(grid)
          .map(({ key }) => key)
          .toSorted(),
      );
    }),
  );
});

/** A run as long as the slot it begins in, over those that end before it does. */
function longGrid(between: "session" | "break") {
  const grid = fullGrid(BEGINS, { rooms: 2, slots: 2, sessions: 1 });
  const at = (n: number) => new Date(BEGINS + n * 45 * 60_000).toISOString();
  const kinds = ["session", between, "session", "session"] as const;
  const slots = kinds.map((kind, n) => ({
    ...grid.slots[0]!,
    id: `slot-${n}`,
    kind,
    startsAt: at(n),
    endsAt: n === 0 ? at(3) : at(n + 1),
  }));
  return { ...grid, slots };
}

it("draws what lasts several slots as one cell over them, and the next slot as another", () => {
  const [first, second, third, last] = tableOf(longGrid("session"));
  expect(first!.cells).toMatchObject([
    { roomId: "room-0", run: { key: "pitch-0" }, rows: 3, goesOn: false },
    { roomId: "room-1", run: null, rows: 1 },
  ]);
  for (const row of [second, third]) expect(row!.cells?.map(({ roomId }) => roomId)).toEqual(["room-1"]);
  expect(last!.cells).toMatchObject([{ run: null }, { run: null }]);
});

it("says below a break that what began above it goes on, and likewise at the top of another page", () => {
  const grid = longGrid("break");
  const [first, pause, third] = tableOf(grid);
  expect(first!.cells?.[0]).toMatchObject({ rows: 1, goesOn: false });
  expect(pause!.cells).toBeNull();
  expect(third!.cells?.[0]).toMatchObject({ run: { key: "pitch-0" }, rows: 1, goesOn: true });
  const [top] = dayTable(grid, grid.slots.slice(2), ["room-0"]);
  expect(top!.cells).toMatchObject([{ run: { key: "pitch-0" }, rows: 1, goesOn: true }]);
});

it("keeps a break as a row where something happens in it", () => {
  const grid = fullGrid(BEGINS, { sessions: 1 });
  const placements = [{ ...grid.placements[0]!, slotId: "slot-2" }];
  const table = tableOf({ ...grid, placements });
  expect(table[2]!.cells).toHaveLength(10);
  expect(table[6]!.cells).toBeNull();
});

it("shows today, else the next day there is, else the last", () => {
  const dates = ["2026-07-14", "2026-07-16"];
  expect(
    ["2026-07-01", "2026-07-14", "2026-07-15", "2026-07-20"].map((today) => dateShown(dates, today)),
  ).toEqual(["2026-07-14", "2026-07-14", "2026-07-16", "2026-07-16"]);
  expect(dateShown([], "2026-07-14")).toBeNull();
});
