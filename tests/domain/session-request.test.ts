import { expect, test } from "vitest";
import type { GridView } from "#domain/grid.ts";
import {
  asOneWay,
  atOnce,
  bestMove,
  inOrder,
  mayAsk,
  REQUEST_KINDS,
  type RequestAtDesk,
  type Wanted,
} from "#domain/session-request.ts";

const at = (hour: number) => `2026-07-14T${String(hour).padStart(2, "0")}:00:00.000Z`;
const now = (hour: number) => Date.parse(at(hour));
const slot = (hour: number) => ({
  ...{ id: `s${hour}`, kind: "session" as const, title: "", startsAt: at(hour), endsAt: at(hour + 1) },
  ...{ hour: 1, number: 1 },
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

test("the best move breaks no rule, leaves the cell it is in, and the time of the session it is to be apart from", () => {
  const weights = {
    slots: ["s10", "s11", "s12"],
    rooms: ["Hall", "Den"],
    cells: [
      [{ people: 9 }, { people: 5 }],
      [{ people: 3, unseated: 2 }, { people: 3 }],
      [{ rule: "room-closed" as const, people: 8 }, null],
    ],
    why: null,
    again: null,
  };
  expect(bestMove(wanted("move"), weights, OUT)).toMatchObject({ slotId: "s10", roomId: "Den", people: 5 });
  const apart = bestMove(wanted("apart", "b"), weights, OUT);
  expect(apart).toEqual({ slotId: "s11", roomId: "Den", people: 3, unseated: 0, rule: null, with: null });
  expect(bestMove(wanted("again"), weights, OUT)).toBe(null);
  expect(bestMove(wanted("move"), { ...weights, cells: [] }, OUT)).toBe(null);
  // From the tray every cell is another one.
  expect(bestMove(wanted("move", null, "x"), weights, OUT)).toMatchObject({ slotId: "s10", roomId: "Hall" });
});

test("of two that bring as much, the one that moves no other card is best, then the one at another time", () => {
  const of = (cells: Record<string, object>[]) =>
    bestMove(
      wanted("move"),
      {
        slots: ["s10", "s11"],
        rooms: ["Hall", "Den"],
        cells: cells.map((row) => [row.hall ?? null, row.den ?? null]),
        why: null,
        again: null,
      },
      OUT,
    );
  expect(of([{ den: {} }, { hall: { with: "c" }, den: {} }])).toMatchObject({ slotId: "s11", roomId: "Den" });
  expect(of([{ den: {} }, { hall: { with: "c" } }])).toMatchObject({ slotId: "s10", roomId: "Den" });
  expect(of([{ den: { unseated: 1 } }, { hall: { with: "c" } }])).toMatchObject({ roomId: "Hall" });
});
