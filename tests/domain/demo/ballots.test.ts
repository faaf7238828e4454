/** The room behaves as rooms were measured to behave. */
import { describe, expect, test } from "vitest";
import { makeBallots, shares } from "#domain/demo/ballots.ts";
import { CAMPS } from "#domain/demo/camp.ts";
import { readIdeas } from "#domain/demo/idea.ts";

const rooms = CAMPS.filter((camp) => camp.ideas !== "");

/** The voters of two pitches who want both, as a share of those who want either. */
function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const both = [...a].filter((voter) => b.has(voter)).length;
  return both / (a.size + b.size - both);
}

describe.each(rooms)("the room of $name", ({ ideas, voters, seed }) => {
  const pitches = readIdeas(ideas).length;
  const ballots = makeBallots(voters, pitches, seed);
  const fans = Array.from(
    { length: pitches },
    (_, rank) => new Set(ballots.flatMap((ballot, voter) => (ballot.includes(rank) ? [voter] : []))),
  );

  test("everybody raises 6 to 10 hands, each once", () => {
    for (const ballot of ballots) {
      expect(ballot.length).toBeGreaterThanOrEqual(6);
      expect(ballot.length).toBeLessThanOrEqual(10);
      expect(new Set(ballot).size).toBe(ballot.length);
    }
  });

  test("the favourite is wanted by 60 to 67 %, the last by 15 %", () => {
    expect(fans[0]!.size / voters).toBeGreaterThan(0.6);
    expect(fans[0]!.size / voters).toBeLessThan(0.67);
    expect(fans.at(-1)!.size / voters).toBeCloseTo(0.15, 1);
    expect(Math.min(...fans.map((voters) => voters.size))).toBe(fans.at(-1)!.size);
  });

  test("a typical pair shares about 12 % of its voters, the two favourites 50 %", () => {
    const pairs = fans.flatMap((a, rank) => fans.slice(rank + 1).map((b) => shared(a, b)));
    const typical = pairs.reduce((sum, pair) => sum + pair, 0) / pairs.length;
    expect(typical).toBeGreaterThan(0.1);
    expect(typical).toBeLessThan(0.14);
    expect(shared(fans[0]!, fans[1]!)).toBeGreaterThan(0.45);
    expect(shared(fans[0]!, fans[1]!)).toBeLessThan(0.55);
  });
});

test("the same seed gives the same hands", () => {
  expect(makeBallots(50, 40, 3)).toEqual(makeBallots(50, 40, 3));
  expect(makeBallots(50, 40, 3)).not.toEqual(makeBallots(50, 40, 4));
});

test("wanting never rises from one pitch to the next", () => {
  const all = shares(43);
  expect([...all].sort((a, b) => b - a)).toEqual(all);
});
