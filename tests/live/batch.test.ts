import { expect, test } from "vitest";
import { inBatches } from "#live/batch.ts";

/** Work that waits to be let go, batch by batch. */
function gated() {
  const batches: { items: readonly number[]; go: (fault?: Error) => void }[] = [];
  const work = (items: readonly number[]) =>
    new Promise<number[]>((resolve, reject) => {
      const go = (fault?: Error) => (fault ? reject(fault) : resolve(items.map((item) => item * 10)));
      batches.push({ items, go });
    });
  return { batches, ask: inBatches(work) };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test("the first go at once, those who come meanwhile go together, and each gets their own answer", async () => {
  const { batches, ask } = gated();
  const answers = [1, 2, 3, 4].map(ask);
  expect(batches.map(({ items }) => items)).toEqual([[1], [2]]);
  batches[0]?.go();
  await settle();
  expect(batches[2]?.items).toEqual([3, 4]);
  batches[1]?.go();
  batches[2]?.go();
  expect(await Promise.all(answers)).toEqual([10, 20, 30, 40]);
});

test("a fault is everybody's in that go and nobody's in the next", async () => {
  const { batches, ask } = gated();
  const [one, other, later] = [ask(1), ask(2), ask(3)];
  batches[0]?.go(new Error("away"));
  await expect(one).rejects.toThrow("away");
  batches[1]?.go();
  expect(await other).toBe(20);
  await settle();
  batches[2]?.go();
  expect(await later).toBe(30);
});

test("a crowd goes in several goes", async () => {
  const sizes: number[] = [];
  const ask = inBatches(async (items: readonly number[]) => {
    sizes.push(items.length);
    await settle();
    return items;
  });
  const all = Array.from({ length: 1_000 }, (_, n) => n);
  expect(await Promise.all(all.map(ask))).toEqual(all);
  expect(Math.max(...sizes)).toBe(250);
});
