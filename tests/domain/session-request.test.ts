import { expect, test } from "vitest";
import type { GridView } from "#domain/grid.ts";
import {
  asOneWay,
  atOnce,
  bestMove,
  inOrder,
  mayAsk,
  outcomeOf,
  REQUEST_KINDS,
  type RequestAtDesk,
  runsFor,
  type Wanted,
} from "#domain/session-request.ts";
import type { Shape } from "#domain/shape.ts";
import type { CardWeights } from "#domain/weighing.ts";

const at = (hour: number) => `2026-07-14T${String(hour).padStart(2, "0")}:00:00.000Z`;
const now = (hour: number) => Date.parse(at(hour));
const slot = (hour: number) => ({
  ...{ id: `s${hour}`, kind: "session" as const, title: "", startsAt: at(hour), endsAt: at(hour + 1) },
  ...{ hour: 1, number: hour - 9 },
});
const room = (id: string) => ({ id, letter: "A", name: id, capacity: 20, features: [] });
/** "a 10 Hall, b 11 Den" */
const grid = (cells: string): GridView => ({
  ...{ number: 1, publishedAt: at(9), changes: [], sessions: [] },
  rooms: [room("Hall"), room("Den")],
  slots: [slot(10), slot(11), slot(12)],
  placements: cells.split(", ").map((cell) => {
    const [pitchId, hour, roomId] = cell.split(" ");
    return {
      pitchId: pitchId!,
      slotId: `s${hour}`,
      roomId: roomId!,
      copy: 0,
      length: 1 as const,
      pinned: false,
    };
  }),
});
const OUT = grid("a 10 Hall, b 10 Den, c 11 Hall");
const wanted = (kind: Wanted["kind"], otherId: string | null = null, pitchId = "a"): Wanted => {
  return { kind, pitchId, otherId };
};

test("a session is moved or kept apart until it begins, and run again also when it is over", () => {
  const may = (hour: number) => [
    mayAsk(wanted("move"), OUT, now(hour)),
    mayAsk(wanted("again"), OUT, now(hour)),
    mayAsk(wanted("apart", "b"), OUT, now(hour)),
  ];
  expect([may(9), may(10), may(23)]).toEqual([
    [true, true, true],
    [false, true, false],
    [false, true, false],
  ]);
});

test("nothing is asked without a grid, of what is not in it, or of two that are not on at once", () => {
  for (const kind of REQUEST_KINDS) expect(mayAsk(wanted(kind, null, "x"), OUT, now(9))).toBe(false);
  for (const kind of REQUEST_KINDS) expect(mayAsk(wanted(kind), null, now(9))).toBe(false);
  expect(mayAsk(wanted("apart", "c"), OUT, now(9))).toBe(false);
  expect(mayAsk(wanted("apart", "a"), OUT, now(9))).toBe(false);
  expect(mayAsk(wanted("apart"), OUT, now(9))).toBe(false);
  expect(mayAsk(wanted("move", "b"), OUT, now(9))).toBe(false);
  expect(atOnce(OUT, "a", now(9))).toEqual(["b"]);
  expect(atOnce(OUT, "a", now(10))).toEqual([]);
});

test("two that are to be apart are the same two whichever is said first", () => {
  expect(asOneWay(wanted("apart", "b"))).toEqual(wanted("apart", "b"));
  expect(asOneWay(wanted("apart", "a", "b"))).toEqual(wanted("apart", "b"));
  expect(asOneWay(wanted("move", null, "b"))).toEqual(wanted("move", null, "b"));
});

test("what most people ask comes first, then what was asked first", () => {
  const asked = (id: string, people: number, hour: number): RequestAtDesk => ({
    ...{ id, ...wanted("move"), at: at(hour) },
    askers: Array.from({ length: people }, () => ({ name: "", reason: "" })),
  });
  const ids = inOrder([asked("late", 1, 11), asked("early", 1, 10), asked("many", 2, 12)]).map(
    ({ id }) => id,
  );
  expect(ids).toEqual(["many", "early", "late"]);
});

/** The grid as a draft; `shapes` says of a pitch how long it is and how often it runs. */
const draft = (cells = "a 10 Hall, b 10 Den, c 11 Hall", shapes: Record<string, Shape> = {}) => ({
  ...grid(cells),
  pitches: Object.fromEntries(Object.entries(shapes).map(([id, shape]) => [id, { shape }])),
});
const DRAFT = draft();
const weights = (rows: Record<string, object>[]): CardWeights => ({
  ...{ slots: ["s10", "s11", "s12"].slice(0, rows.length), rooms: ["Hall", "Den"], why: null, again: null },
  cells: rows.map((row) => [row.hall ?? null, row.den ?? null]),
});
const best = (asked: Wanted, rows: Record<string, object>[], of = DRAFT) => {
  const weighed = [{ run: { pitchId: asked.pitchId, copy: 0 }, weights: weights(rows) }];
  return bestMove(asked, weighed, of)?.cell ?? null;
};

test("the best move breaks no rule, leaves the cell it is in, and the time of the session it is to be apart from", () => {
  const rows = [
    { hall: { people: 9 }, den: { people: 5 } },
    { hall: { people: 3, unseated: 2 }, den: { people: 3 } },
    { hall: { rule: "room-closed", people: 8 } },
  ];
  expect(best(wanted("move"), rows)).toMatchObject({ slotId: "s10", roomId: "Den", people: 5 });
  const apart = best(wanted("apart", "b"), rows);
  expect(apart).toEqual({ slotId: "s11", roomId: "Den", people: 3, unseated: 0, rule: null, with: null });
  expect(best(wanted("move"), [])).toBe(null);
  // From the tray every cell is another one.
  expect(best(wanted("move", null, "x"), rows)).toMatchObject({ slotId: "s10", roomId: "Hall" });
});

test("of two that bring as much, the one that moves no other card is best, then the one at another time", () => {
  const of = (rows: Record<string, object>[]) => best(wanted("move"), rows);
  expect(of([{ den: {} }, { hall: { with: "c" }, den: {} }])).toMatchObject({ slotId: "s11", roomId: "Den" });
  expect(of([{ den: {} }, { hall: { with: "c" } }])).toMatchObject({ slotId: "s10", roomId: "Den" });
  expect(of([{ den: { unseated: 1 } }, { hall: { with: "c" } }])).toMatchObject({ roomId: "Hall" });
});

test("a session of two slots is kept apart in both of them, and from both slots of another", () => {
  const two: Shape = { length: 2, runs: 1 };
  const rows = [{ den: { people: 9 } }, { den: { people: 5 } }, { den: { people: 1 } }];
  // In 11 and 12 it would meet c, which begins at 12.
  const long = draft("a 10 Hall, c 12 Hall", { a: two });
  expect(best(wanted("apart", "c"), rows.slice(0, 2), long)).toMatchObject({ slotId: "s10" });
  const other = draft("a 10 Hall, b 10 Den", { b: two });
  other.placements = other.placements.map((it) => (it.pitchId === "b" ? { ...it, length: 2 } : it));
  expect(best(wanted("apart", "b"), rows, other)).toMatchObject({ slotId: "s12" });
});

test("any run may do what is asked: those ahead, of two at once those that clash, and what waits for one more", () => {
  const twice = draft("a 10 Hall, b 10 Den", { a: { length: 1, runs: 3 } });
  twice.placements = [...twice.placements, { ...twice.placements[0]!, copy: 2, slotId: "s12" }];
  const copies = (asked: Wanted, hour: number) => runsFor(asked, twice, now(hour)).map(({ copy }) => copy);
  expect(copies(wanted("move"), 9)).toEqual([0, 2]);
  expect(copies(wanted("move"), 11)).toEqual([2]);
  expect(copies(wanted("move"), 23)).toEqual([1]);
  expect(copies(wanted("apart", "b"), 9)).toEqual([0]);
  expect(copies(wanted("again"), 9)).toEqual([1]);
  expect(runsFor(wanted("again"), DRAFT, now(9))).toEqual([]);
});

test("of several runs the one is put elsewhere that brings most, and not where it is", () => {
  const twice = draft("a 10 Hall", { a: { length: 1, runs: 2 } });
  twice.placements = [...twice.placements, { ...twice.placements[0]!, copy: 1, slotId: "s12" }];
  const run = (copy: number, rows: Record<string, object>[]) => ({
    run: { pitchId: "a", copy },
    weights: weights(rows),
  });
  const weighed = [
    run(0, [{ hall: { people: 9 } }, { den: { people: 2 } }]),
    run(1, [{}, { den: { people: 4 } }, { hall: { people: 9 } }]),
  ];
  expect(bestMove(wanted("move"), weighed, twice)).toMatchObject({ run: { copy: 1 }, cell: { people: 4 } });
});

test("a version that puts a session elsewhere has moved it, one that leaves or only renames it has not", () => {
  const becomes = (cells: string, hour = 9, before = OUT) =>
    outcomeOf(wanted("move"), before, grid(cells), now(hour));
  expect(becomes("a 10 Hall, b 11 Den")).toBe(null);
  expect(becomes("a 10 Den")).toBe("done");
  expect(becomes("a 12 Hall")).toBe("done");
  // By the time it was out, it was too late to go there.
  expect(becomes("a 11 Hall", 11)).toBe(null);
  expect(becomes("b 10 Den")).toBe("off");
  const renamed = { ...OUT, rooms: OUT.rooms.map((it) => ({ ...it, name: "Attic" })) };
  expect(outcomeOf(wanted("move"), OUT, renamed, now(9))).toBe(null);
});

test("a version that has one more of a session has it run again", () => {
  const more = { ...OUT, placements: [...OUT.placements, { ...OUT.placements[0]!, copy: 1, slotId: "s12" }] };
  expect(outcomeOf(wanted("again"), OUT, more, now(9))).toBe("done");
  // Which moves none of those it has.
  expect(outcomeOf(wanted("move"), OUT, more, now(9))).toBe(null);
  expect(outcomeOf(wanted("again"), more, OUT, now(9))).toBe(null);
  expect(outcomeOf(wanted("again"), OUT, grid("a 12 Den"), now(9))).toBe(null);
  expect(outcomeOf(wanted("again"), OUT, grid("b 12 Den"), now(9))).toBe("off");
});

test("a version at which two are not on at once has them apart, unless one of them is off", () => {
  const becomes = (cells: string, hour = 9) => outcomeOf(wanted("apart", "b"), OUT, grid(cells), now(hour));
  expect(becomes("a 10 Hall, b 11 Den")).toBe("done");
  expect(becomes("a 11 Hall, b 11 Den")).toBe(null);
  expect([becomes("a 10 Hall"), becomes("b 10 Den")]).toEqual(["off", "off"]);
  // They were on at once, and nothing can be done about it.
  expect(becomes("a 10 Hall, b 11 Den", 10)).toBe(null);
});
