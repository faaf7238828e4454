import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  HELD_BEHIND,
  heldBack,
  hereAgain,
  type InLine,
  type Line,
  lineOf,
  notHere,
  putBefore,
  renumbered,
  type Turn,
} from "#domain/pitch/turn.ts";

const pitch = (id: string, at: number, rest: Partial<InLine> = {}): InLine => ({
  ...{ id, at, turn: null, said: null, away: false, mergedInto: null, owner: null },
  ...rest,
});
const ids = (line: readonly Turn[]) => line.map(({ id }) => id);
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

/** A small camp whose people bring, are called, moved, away and back, merge and withdraw, as the commands do it. */
type Step =
  | { do: "bring"; owner: number }
  | { do: "next" | "hold" | "away" }
  | { do: "move"; which: number; before: number | null }
  | { do: "back" | "part" | "withdraw" | "restore"; which: number }
  | { do: "merge"; which: number; into: number };

const which = fc.nat(20);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant("bring" as const), owner: fc.nat(4) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom("next" as const, "hold" as const, "away" as const) }),
  },
  fc.record({ do: fc.constant("move" as const), which, before: fc.option(which) }),
  fc.record({ do: fc.constant("merge" as const), which, into: which }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom("back" as const, "part" as const, "withdraw" as const, "restore" as const),
      which,
    }),
  },
);

class Camp {
  readonly pitches = new Map<string, InLine>();
  readonly withdrawn = new Map<string, InLine>();
  front: string | null = null;
  #time = 0;

  line = (): Line => lineOf([...this.pitches.values()], this.front);

  /** With which a pitch is one, itself included. */
  group(id: string | null): string[] {
    const root = this.pitches.get(id ?? "")?.mergedInto ?? id;
    return [...this.pitches.values()].filter((it) => (it.mergedInto ?? it.id) === root).map((it) => it.id);
  }

  /** Whom a step is about, beside those of the same owner, whose round it may change. */
  about(step: Step): string[] {
    if (step.do === "move" || step.do === "back") return [this.#waiting(step.which)];
    if (step.do === "merge") return [this.#nth(step.which), this.#nth(step.into)];
    if (step.do === "part" || step.do === "withdraw") return this.group(this.#nth(step.which));
    if (step.do === "restore") return [this.#gone(step.which)];
    return step.do === "hold" || step.do === "away" ? this.group(this.front) : [];
  }

  /** What those who brought these have in the line. */
  ofOwners(some: readonly string[]): string[] {
    const owners = some.map((id) => (this.pitches.get(id) ?? this.withdrawn.get(id))?.owner);
    const theirs = [...this.pitches.values()].filter(({ owner }) => owners.includes(owner));
    return theirs.flatMap(({ id }) => this.group(id));
  }

  take(step: Step): void {
    const { waiting, front } = this.line();
    if (step.do === "bring") {
      const id = `p${this.#time++}`;
      this.pitches.set(id, pitch(id, this.#time, { owner: String(step.owner) }));
    } else if (step.do === "move") {
      const before = step.before === null ? null : this.#waiting(step.before);
      this.#keep(putBefore(waiting, this.#waiting(step.which), before) ?? waiting, true);
    } else if (step.do === "back") {
      this.#set(this.#waiting(step.which), { away: false });
      this.#keep(hereAgain(waiting, this.#waiting(step.which)), true);
    } else if (step.do === "merge") {
      const [goes, stays] = [this.#nth(step.which), this.#nth(step.into)];
      const free = goes !== stays && this.pitches.get(stays)?.mergedInto === null;
      if (!free || this.group(goes).length > 1) return;
      this.#keepPlaces();
      this.#set(goes, { mergedInto: stays });
    } else if (step.do === "part") this.#part(this.#nth(step.which));
    else if (step.do === "withdraw") this.#withdraw(this.#nth(step.which));
    else if (step.do === "restore") this.#restore(this.#gone(step.which));
    else this.#goOn(step.do, front, waiting);
  }

  #nth = (n: number) => [...this.pitches.keys()][n % Math.max(1, this.pitches.size)] ?? "";
  #gone = (n: number) => [...this.withdrawn.keys()][n % Math.max(1, this.withdrawn.size)] ?? "";
  #waiting(n: number): string {
    const { waiting } = this.line();
    return waiting[n % Math.max(1, waiting.length)]?.id ?? "";
  }

  #goOn(how: "next" | "hold" | "away", front: Turn | null, [next, ...rest]: readonly Turn[]): void {
    if (front && how !== "next") this.#say(front.id, null, how === "away");
    if (next) this.#say(next.id, ++this.#time);
    this.front = next?.id ?? null;
    if (front && how === "hold") this.#keep(heldBack(rest, front), true);
    else if (front && how === "away") this.#keep(notHere(rest, front), true);
    else this.#keep(rest);
  }

  #say(id: string, said: number | null, away = false): void {
    for (const one of this.group(id)) this.#set(one, { said, ...(one === id && { away }) });
  }

  #part(id: string): void {
    if (!this.pitches.get(id)?.mergedInto) return;
    this.#keepPlaces();
    this.#set(id, { mergedInto: null });
  }

  #withdraw(id: string): void {
    if (!this.pitches.has(id)) return;
    for (const one of this.group(id)) this.#part(one);
    this.#keepPlaces();
    if (this.front === id) this.front = null;
    this.withdrawn.set(id, this.pitches.get(id)!);
    this.pitches.delete(id);
  }

  #restore(id: string): void {
    const gone = this.withdrawn.get(id);
    if (!gone) return;
    this.#keepPlaces();
    this.withdrawn.delete(id);
    this.pitches.set(id, { ...gone, turn: null, away: false });
  }

  #keepPlaces = () => this.#keep(this.line().waiting);

  #set(id: string, rest: Partial<InLine>): void {
    const found = this.pitches.get(id);
    if (found) this.pitches.set(id, { ...found, ...rest });
  }

  #keep(order: readonly Turn[], byHand = false): void {
    if (!byHand && order.every(({ turn }) => turn === null)) return;
    for (const { id, turn: n } of renumbered(order)) {
      this.#set(id, { turn: n });
      for (const part of this.group(id)) if (part !== id) this.#set(part, { turn: null });
    }
  }
}

/** Those of an order that are in another too. */
const common = (one: readonly string[], other: readonly string[]) => one.filter((id) => other.includes(id));

const steps = fc.array(step, { maxLength: 40 });

describe("whatever is done to a line", () => {
  test("nobody is dropped and nobody doubled: each is at the front, waits, was said or is part of one that is", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const camp = new Camp();
        for (const one of all) {
          camp.take(one);
          const { waiting, front } = camp.line();
          const roots = [...camp.pitches.values()].filter(({ mergedInto }) => mergedInto === null);
          const unsaid = roots
            .map(({ id }) => id)
            .filter((id) => camp.group(id).every((part) => camp.pitches.get(part)!.said === null));
          expect(ids(waiting).sort()).toEqual(unsaid.sort());
          if (front) expect(ids(waiting)).not.toContain(front.id);
        }
      }),
    );
  });

  test("nobody but whom it is about changes places with anybody", () => {
    fc.assert(
      fc.property(steps, step, (all, last) => {
        const camp = new Camp();
        for (const one of all) camp.take(one);
        const before = ids(camp.line().waiting);
        const about = camp.about(last);
        // Where their first goes or comes, their second is of another round, and what it is one with.
        const rounds = ["withdraw", "restore", "merge", "part"].includes(last.do);
        const moved = new Set([...about, ...(rounds ? camp.ofOwners(about) : [])]);
        camp.take(last);
        const after = ids(camp.line().waiting);
        const others = (order: readonly string[]) => order.filter((id) => !moved.has(id));
        expect(common(others(after), before)).toEqual(common(others(before), after));
        // What is brought changes nobody's place with anybody's, and a call takes the first alone.
        if (last.do === "bring") expect(common(after, before)).toEqual(before);
        if (last.do === "next") expect(after).toEqual(before.slice(1));
      }),
      { numRuns: 1_000 },
    );
  });

  test("what is merged and at once taken apart is a line as it was", () => {
    fc.assert(
      fc.property(steps, fc.nat(20), fc.nat(20), (all, which, into) => {
        const camp = new Camp();
        for (const one of all) camp.take(one);
        const before = ids(camp.line().waiting);
        const pair = camp.about({ do: "merge", which, into });
        fc.pre(pair.every((id) => camp.group(id).length === 1));
        camp.take({ do: "merge", which, into });
        camp.take({ do: "part", which });
        expect(ids(camp.line().waiting)).toEqual(before);
      }),
    );
  });

  test("a second round is after a first for whoever nobody moved", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("bring", "next"), { maxLength: 30 }),
        fc.infiniteStream(fc.nat(3)),
        (all, owners) => {
          const camp = new Camp();
          for (const one of all)
            camp.take(one === "bring" ? { do: "bring", owner: owners.next().value! } : { do: "next" });
          const rounds = camp.line().waiting.map(({ round }) => round);
          expect(rounds).toEqual([...rounds].sort((a, b) => a - b));
        },
      ),
    );
  });

  test("a line in which nobody is there comes to its end all the same, once the others were said", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const camp = new Camp();
        for (const one of all) camp.take(one);
        const there = camp
          .line()
          .waiting.filter(({ away }) => !away)
          .map(({ id }) => id);
        // Whoever is away stays so; everybody else says theirs.
        for (let n = 0; n < 3 * camp.pitches.size + 3; n++) {
          const { front } = camp.line();
          camp.take({ do: front && !there.includes(front.id) ? "away" : "next" });
        }
        expect(camp.line().waiting.filter(({ id }) => there.includes(id))).toEqual([]);
      }),
    );
  });
});
