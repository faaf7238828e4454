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

const sizesOf = (batches: ReturnType<typeof gated>["batches"]) => batches.map(({ items }) => items.length);

test("those who come together go together, those who come meanwhile too, and each gets their own answer", async () => {
  const { batches, ask } = gated();
  const answers = [1, 2].map(ask);
  await settle();
  answers.push(ask(3));
  await settle();
  answers.push(...[4, 5].map(ask));
  await settle();
  expect(batches.map(({ items }) => items)).toEqual([[1, 2], [3]]);
  batches[1]?.go();
  await settle();
  expect(batches[2]?.items).toEqual([4, 5]);
  batches[0]?.go();
  batches[2]?.go();
  expect(await Promise.all(answers)).toEqual([10, 20, 30, 40, 50]);
});

test("beside a large go no small one begins, and nobody waits longer than for that one", async () => {
  const { batches, ask } = gated();
  const first = Array.from({ length: 8 }, (_, n) => ask(n));
  await settle();
  const later = [ask(8), ask(9), ask(10)];
  await settle();
  expect(sizesOf(batches)).toEqual([8]);
  later.push(ask(11));
  await settle();
  expect(sizesOf(batches)).toEqual([8, 4]);
  later.push(ask(12));
  batches[1]?.go();
  await settle();
  expect(sizesOf(batches)).toEqual([8, 4]);
  batches[0]?.go();
  await settle();
  expect(sizesOf(batches)).toEqual([8, 4, 1]);
  batches[2]?.go();
  expect(await Promise.all([...first, ...later])).toHaveLength(13);
});

test("a fault is everybody's in that go and nobody's in the next", async () => {
  const { batches, ask } = gated();
  const one = ask(1);
  await settle();
  const other = ask(2);
  await settle();
  const later = ask(3);
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
