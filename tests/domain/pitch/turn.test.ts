import { describe, expect, test } from "vitest";
import {
  HELD_BEHIND,
  heldBack,
  hereAgain,
  type InLine,
  lineOf,
  notHere,
  putBefore,
  renumbered,
  type Turn,
} from "#domain/pitch/turn.ts";
import { ids, pitch } from "#tests/support/pitchers.ts";

const waiting = (...pitches: InLine[]) => ids(lineOf(pitches, null).waiting);
const turn = (id: string, rest: Partial<Turn> = {}): Turn => ({
  ...{ id, round: 1, away: false, turn: null },
  ...rest,
});

describe("whose turn it is", () => {
  test("goes by when they came, and by their ids where they came at once", () => {
    expect(waiting(pitch("late", 9), pitch("b", 5), pitch("a", 5), pitch("early", 1))).toEqual([
      "early",
      "a",
      "b",
      "late",
    ]);
  });

  test("is everybody’s first before anybody’s second, whenever they came", () => {
    const said = pitch("ama 1", 1, { owner: "ama", said: 100 });
    const ama = pitch("ama 2", 2, { owner: "ama" });
    const third = pitch("ama 3", 3, { owner: "ama" });
    const bo = [pitch("bo 1", 4, { owner: "bo" }), pitch("bo 2", 5, { owner: "bo" })];
    expect(waiting(said, ama, third, ...bo)).toEqual(["bo 1", "ama 2", "bo 2", "ama 3"]);
  });

  test("is of the first round for what a campmaker typed, however much that is", () => {
    expect(waiting(pitch("a", 1), pitch("b", 2), pitch("c", 3))).toEqual(["a", "b", "c"]);
  });

  test("is the earlier turn and the earlier round of what was merged, and said once any of it was", () => {
    const second = [pitch("x 1", 1, { owner: "x", said: 50 }), pitch("x 2", 9, { owner: "x" })];
    const part = pitch("y", 2, { owner: "y", mergedInto: "x 2" });
    expect(waiting(...second, part, pitch("z", 5))).toEqual(["x 2", "z"]);
    expect(waiting(...second, { ...part, said: 60 }, pitch("z", 5))).toEqual(["z"]);
  });

  test("keeps an order that was made by hand, with who came since behind the last of their round", () => {
    const by = (n: number) => ({ turn: n });
    const made = [pitch("b", 2, by(1)), pitch("a", 1, by(2)), pitch("o 1", 1, { owner: "o", said: 5 })];
    const round2 = pitch("o 2", 3, { owner: "o", turn: 3 });
    expect(waiting(...made, round2, pitch("new", 9))).toEqual(["b", "a", "new", "o 2"]);
    // Put first by hand, it stays first.
    expect(waiting(...made, { ...round2, turn: 0 }, pitch("new", 9))).toEqual(["o 2", "b", "a", "new"]);
  });

  test("is for whoever joins such an order again where they would have come, and the earlier one of what was merged", () => {
    const made = [pitch("b", 2, { turn: 1 }), pitch("a", 1, { turn: 2 }), pitch("d", 9, { turn: 3 })];
    expect(waiting(...made, pitch("c", 5))).toEqual(["b", "a", "c", "d"]);
    expect(waiting(...made, pitch("part", 7, { turn: 0, mergedInto: "d" }))).toEqual(["d", "b", "a"]);
    expect(waiting(...made, pitch("part", 7, { mergedInto: "d" }))).toEqual(["b", "a", "d"]);
  });

  test("comes before that of whoever was called and not there", () => {
    const away = pitch("away", 1, { turn: 2, away: true });
    expect(waiting(pitch("a", 2, { turn: 1 }), away, pitch("new", 9))).toEqual(["a", "new", "away"]);
    expect(waiting(away, pitch("new", 9))).toEqual(["new", "away"]);
  });

  test("tells who is at the front, also once that became part of another, and nobody who waits again", () => {
    const said = pitch("a", 1, { said: 50 });
    const front = (...pitches: InLine[]) => lineOf(pitches, "a").front?.id;
    expect(front(said, pitch("b", 2))).toBe("a");
    expect(front({ ...said, mergedInto: "b" }, pitch("b", 2))).toBe("b");
    expect(front({ ...said, said: null }, pitch("b", 2))).toBeUndefined();
    expect(front(pitch("b", 2))).toBeUndefined();
  });
});

describe("whoever is held", () => {
  const line = ["b", "c", "d", "e"].map((id) => turn(id));

  test(`is called again after ${HELD_BEHIND} others, the one called now among them`, () => {
    // "now" was called in their place and is in the line no more.
    expect(ids(heldBack(line, turn("held")))).toEqual(["b", "c", "held", "d", "e"]);
  });

  test("is the last of a shorter line", () => {
    expect(ids(heldBack([turn("b")], turn("held")))).toEqual(["b", "held"]);
    expect(ids(heldBack([], turn("held")))).toEqual(["held"]);
  });
});

describe("whoever is not there", () => {
  const gone = turn("gone");

  test("stands at the end of their round, behind who was not there before them", () => {
    const away = turn("away", { away: true });
    const second = turn("second", { round: 2 });
    const line = notHere([turn("a"), turn("b"), away, second], gone);
    expect(ids(line)).toEqual(["a", "b", "away", "gone", "second"]);
    expect(line[3]).toEqual({ ...gone, away: true });
  });

  test("stands behind everybody where nobody of their round is left, so that the second round goes on", () => {
    const away = turn("away", { away: true });
    const second = turn("second", { round: 2 });
    expect(ids(notHere([away, second], gone))).toEqual(["away", "second", "gone"]);
    expect(ids(notHere([second, { ...gone, away: true }], turn("away")))).toEqual(["second", "gone", "away"]);
    expect(ids(notHere([], gone))).toEqual(["gone"]);
  });

  test("is next once they are back, and nobody else is moved by it", () => {
    const line = [turn("a"), turn("b"), turn("away", { away: true }), turn("c")];
    const back = hereAgain(line, "away");
    expect(ids(back)).toEqual(["away", "a", "b", "c"]);
    expect(back[0]!.away).toBe(false);
    expect(hereAgain(line, "b")).toEqual(line);
    expect(hereAgain(back, "away")).toEqual(back);
  });
});

describe("putting one before another", () => {
  const line = ["a", "b", "c", "d"].map((id) => turn(id));
  test.each<[string, string | null, string[] | null]>([
    ["c", "b", ["a", "c", "b", "d"]],
    ["b", "d", ["a", "c", "b", "d"]],
    ["d", "a", ["d", "a", "b", "c"]],
    ["a", null, ["b", "c", "d", "a"]],
    ["b", "b", ["a", "b", "c", "d"]],
    ["b", "c", ["a", "b", "c", "d"]],
    ["gone", "a", null],
    ["a", "gone", null],
  ])("%s before %s", (id, before, after) => {
    const moved = putBefore(line, id, before);
    expect(moved && ids(moved)).toEqual(after);
  });
});

describe("the numbers that keep an order", () => {
  test("are none where those that are there keep it", () => {
    expect(renumbered([])).toEqual([]);
    expect(renumbered([turn("a", { turn: 3 }), turn("b", { turn: 7 })])).toEqual([]);
  });

  test.each([[[2, 1]], [[1, 1]], [[1, null]], [[null, 1]]])("are new ones where those are %j", (turns) => {
    const line = turns.map((n, index) => turn(String(index), { turn: n }));
    expect(renumbered(line)).toEqual([
      { id: "0", turn: 1 },
      { id: "1", turn: 2 },
    ]);
  });
});
