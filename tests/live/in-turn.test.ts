import { expect, test } from "vitest";
import { inTurn } from "#live/in-turn.ts";

const settle = () => new Promise((resolve) => setImmediate(resolve));

/** Work that waits to be told what happens. */
function gated() {
  const begun: { item: number; next: () => void; end: (fault?: Error) => void }[] = [];
  const ask = inTurn((item: number, next) => {
    return new Promise<number>((resolve, reject) => {
      begun.push({ item, next, end: (fault) => (fault ? reject(fault) : resolve(item * 10)) });
    });
  });
  return { ask, items: () => begun.map(({ item }) => item), begun };
}

test("the next begins once the one before lets it, and neither waits for the other's end", async () => {
  const { ask, items, begun } = gated();
  const answers = [1, 2, 3].map(ask);
  await settle();
  expect(items()).toEqual([1]);
  begun[0]!.next();
  await settle();
  expect(items()).toEqual([1, 2]);
  begun[1]!.next();
  await settle();
  for (const { end } of begun) end();
  expect(await Promise.all(answers)).toEqual([10, 20, 30]);
});

test("one that ends without a word, or with a fault, holds up nobody", async () => {
  const { ask, items, begun } = gated();
  const [one, two, three] = [1, 2, 3].map(ask);
  await settle();
  begun[0]!.end();
  expect(await one).toBe(10);
  await settle();
  begun[1]!.end(new Error("away"));
  await expect(two).rejects.toThrow("away");
  await settle();
  expect(items()).toEqual([1, 2, 3]);
  begun[2]!.end();
  expect(await three).toBe(30);
});
