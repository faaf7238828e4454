import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ANY_NUMBER, coverExactly, type Option } from "#domain/agenda/exact-cover.ts";

const goOn = () => true;
const ITEMS = 5;

/** The least loss of all choices, by trying them: null when none covers every item once. */
function leastLoss(options: readonly Option[], counts: readonly number[], dear: number): number | null {
  let least: number | null = null;
  const left = [...counts];
  const free = new Set(Array.from({ length: ITEMS }, (_, i) => i));
  const next = (from: number, loss: number, alone: number): void => {
    if (free.size === 0 && left.every((n) => n === 0)) {
      const all = loss + alone * dear;
      if (least === null || all < least) least = all;
    }
    for (let i = from; i < options.length; i++) {
      const { kind, items, loss: more } = options[i]!;
      if (!items.every((item) => free.has(item)) || left[kind] === 0) continue;
      if (kind === ANY_NUMBER && items.length === 0) continue;
      for (const item of items) free.delete(item);
      if (kind !== ANY_NUMBER) left[kind]!--;
      // An option without items may be chosen again.
      next(items.length === 0 ? i : i + 1, loss + more, alone + (kind === ANY_NUMBER ? 1 : 0));
      if (kind !== ANY_NUMBER) left[kind]!++;
      for (const item of items) free.add(item);
    }
  };
  next(0, 0, 0);
  return least;
}

const anyOption = fc.record({
  kind: fc.integer({ min: ANY_NUMBER, max: 1 }),
  items: fc.uniqueArray(fc.integer({ min: 0, max: ITEMS - 1 }), { maxLength: 3 }),
  loss: fc.integer({ min: 0, max: 9 }),
});

/** One of each kind and set: two alike are never offered. */
const anyOptions = fc
  .array(anyOption, { maxLength: 22 })
  .map((list) => list.filter(({ kind, items }) => kind !== ANY_NUMBER || items.length > 0))
  .map((list) => [
    ...new Map(
      list.map((it) => [`${it.kind}:${[...it.items].sort()}`, { ...it, items: [...it.items].sort() }]),
    ).values(),
  ]);

describe("coverExactly", () => {
  test("finds the least loss there is, and none when it is more than allowed", () => {
    let found = 0;
    fc.assert(
      fc.property(anyOptions, fc.tuple(fc.nat(2), fc.nat(2)), fc.nat(3), (options, counts, dear) => {
        const beside = (chosen: readonly number[]) =>
          dear * chosen.filter((i) => options[i]!.kind === ANY_NUMBER).length;
        const puzzle = { items: ITEMS, counts, options, goOn, beside };
        const least = leastLoss(options, counts, dear);
        const { done, chosen, loss } = coverExactly(puzzle, 1000);
        expect(done).toBe(true);
        expect(loss).toBe(least ?? Number.POSITIVE_INFINITY);
        if (least === null || chosen === null) {
          expect(chosen).toBeNull();
          return;
        }
        found++;
        expect(chosen.flatMap((i) => options[i]!.items).sort()).toEqual([0, 1, 2, 3, 4]);
        expect(chosen.reduce((sum, i) => sum + options[i]!.loss, beside(chosen))).toBe(least);
        for (const [kind, count] of counts.entries())
          expect(chosen.filter((i) => options[i]!.kind === kind)).toHaveLength(count);
        expect(coverExactly(puzzle, least).loss).toBe(least);
        expect(coverExactly(puzzle, least - 1).chosen).toBeNull();
      }),
      { numRuns: 1500 },
    );
    expect(found).toBeGreaterThan(40);
  });

  test("never puts together what may not be", () => {
    const options = [
      { kind: 0, items: [0], loss: 0 },
      { kind: ANY_NUMBER, items: [1], loss: 0 },
      { kind: 0, items: [0, 1], loss: 7 },
    ];
    const beside = (chosen: readonly number[]) => (chosen.includes(1) ? null : 0);
    expect(coverExactly({ items: 2, counts: [1], options, goOn, beside }, 9)).toEqual({
      done: true,
      chosen: [2],
      loss: 7,
    });
  });

  test("told to stop, it says that it is not done", () => {
    const items = 14;
    const options = Array.from({ length: items }, (_, a) =>
      Array.from({ length: a }, (_, b) => ({ kind: 0, items: [a, b], loss: 0 })),
    ).flat();
    // Thirteen of fourteen in pairs, and a fifteenth nobody has: every way is tried before that is known.
    const puzzle = { items: items + 1, counts: [7], options: options.slice(0, -1), goOn: () => false };
    const lonely = { kind: ANY_NUMBER, items: [items], loss: 1 };
    const beside = () => null;
    const answer = coverExactly({ ...puzzle, options: [...puzzle.options, lonely], beside }, 100);
    expect(answer).toEqual({ done: false, chosen: null, loss: Number.POSITIVE_INFINITY });
  });
});
