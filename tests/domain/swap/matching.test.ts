import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Circle, circlesAmong, type Swapper } from "#domain/swap/circles.ts";
import { MOST_SWAPPERS, matchSwaps, worthOf } from "#domain/swap/matching.ts";
import { people, said, showing } from "./people.ts";

const none = new Set<string>();
const match = (text: string) => matchSwaps(people(text)).circles.map(said);

describe("swaps that are proposed", () => {
  it("are a pair that fits, and a circle of three where no pair does", () => {
    expect(match("a:x>y b:y>x c:z>w")).toEqual(["ab"]);
    expect(match("a:x>z b:y>x c:z>y")).toEqual(["abc"]);
    expect(match("a:x>y b:z>w")).toEqual([]);
    expect(matchSwaps([])).toEqual({ circles: [], proven: true });
  });

  it("rather reach everybody by pairs than leave two out by the first that fits", () => {
    // a fits b and d, c fits b alone.
    expect(match("a:x>x b:x>x c:y>x")).toEqual(["ab"]);
    const all = match("a:x>x b:x>x c:x>x d:x>x");
    expect(all).toEqual(["ab", "cd"]);
  });

  it("go across sectors first, also where others waited longer", () => {
    expect(match("a:x>x b:x>x c:x>x/central")).toEqual(["abc"]);
    expect(match("a:x>x b:x>x c:x>x/central d:x>x/central")).toEqual(["ac", "bd"]);
  });

  it("rather go across for two than stay at home for three", () => {
    expect(matchSwaps(showing("az za ab bc ca", "z")).circles.map(said)).toEqual(["az"]);
    expect(matchSwaps(showing("az za ab bc ca")).circles.map(said)).toEqual(["abc"]);
  });

  it("rather are pairs than rings where both reach as many", () => {
    const all = showing("af fa ag ga bc cb cd db eg gh he de ed fh hf");
    expect(matchSwaps(all).circles.map(said)).toEqual(["ag", "bc", "de", "fh"]);
  });

  it("are the same whoever is asked again, and at most among so many people", () => {
    const many = people(Array.from({ length: MOST_SWAPPERS + 4 }, (_, n) => `p${n}:x>x`).join(" "));
    const { circles } = matchSwaps(many);
    expect(circles.flatMap((circle) => circle.map(({ from }) => from))).toHaveLength(MOST_SWAPPERS);
    expect(matchSwaps(many).circles).toEqual(circles);
  });

  it("are the best so far where the search is ended, and say so", () => {
    const many = people("a:x>x b:x>x c:x>x d:x>x e:x>x");
    const { circles, proven } = matchSwaps(many, none, 3);
    expect([circles.length > 0, proven]).toEqual([true, false]);
  });
});

/** Every choice of circles that share nobody, and what the best is worth. */
function bestOf(circles: readonly Circle[], taken: ReadonlySet<string> = new Set()): number {
  const [first, ...rest] = circles;
  if (!first) return 0;
  const without = bestOf(rest, taken);
  const members = first.map(({ from }) => from);
  if (members.some((member) => taken.has(member))) return without;
  return Math.max(without, worthOf(first) + bestOf(rest, new Set([...taken, ...members])));
}

const AREAS = ["x", "y", "z"];
const one = fc.record({
  shows: fc.constantFrom(...AREAS),
  wants: fc.constantFrom(...AREAS),
  sectorId: fc.constantFrom("local", "central", "health"),
});
const some = fc
  .array(one, { minLength: 1, maxLength: 7 })
  .map((rows) => people(rows.map((row, n) => `p${n}:${row.shows}>${row.wants}/${row.sectorId}`).join(" ")));

const everybody = (circles: readonly Circle[]) => circles.flatMap((circle) => circle.map(({ from }) => from));
const worth = (circles: readonly Circle[]) => circles.reduce((sum, circle) => sum + worthOf(circle), 0);

describe("whoever there is", () => {
  it("nobody is in two, everybody in one gives and gets, and nothing is worth more", () => {
    fc.assert(
      fc.property(some, (all: Swapper[]) => {
        const { circles, proven } = matchSwaps(all);
        expect(proven).toBe(true);
        expect(new Set(everybody(circles)).size).toBe(everybody(circles).length);
        for (const circle of circles) {
          expect(circle.length === 2 || circle.length === 3).toBe(true);
          circle.forEach((leg, n) => {
            expect(leg.to).toBe(circle[(n + 1) % circle.length]!.from);
          });
        }
        expect(worth(circles)).toBe(bestOf(circlesAmong(all, none)));
      }),
      { numRuns: 200 },
    );
  });

  it("the order of people decides a tie and never how much is reached", () => {
    fc.assert(
      fc.property(some, (all: Swapper[]) => {
        expect(worth(matchSwaps([...all].reverse()).circles)).toBe(worth(matchSwaps(all).circles));
      }),
      { numRuns: 100 },
    );
  });
});
