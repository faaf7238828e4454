import fc from "fast-check";
import { expect, test } from "vitest";
import { ownOrder } from "#domain/pitch/own-order.ts";

const ids = fc.uniqueArray(fc.uuid(), { maxLength: 60 });
const people = fc.uniqueArray(fc.uuid(), { minLength: 2, maxLength: 2 });

test("everybody goes through all of them, each once", () => {
  fc.assert(
    fc.property(ids, fc.uuid(), (all, seed) => {
      expect(ownOrder(all, seed).sort()).toEqual([...all].sort());
    }),
  );
});

test("it is the same again, in whatever order the pitches are told", () => {
  fc.assert(
    fc.property(ids, fc.uuid(), (all, seed) => {
      expect(ownOrder([...all].reverse(), seed)).toEqual(ownOrder(all, seed));
    }),
  );
});

test("pitches that are added leave the others in their order, opened anew or not", () => {
  fc.assert(
    fc.property(ids, ids, fc.uuid(), (first, more, seed) => {
      const before = ownOrder(first, seed);
      const all = [...new Set([...first, ...more])];
      const anew = ownOrder(all, seed);
      expect(anew.filter((id) => first.includes(id))).toEqual(before);
      const open = ownOrder(all, seed, before);
      expect(open.slice(0, before.length)).toEqual(before);
      expect([...open].sort()).toEqual([...all].sort());
    }),
  );
});

test("pitches that are gone leave the others in their order", () => {
  fc.assert(
    fc.property(ids, fc.uuid(), fc.func(fc.boolean()), (all, seed, stays) => {
      const before = ownOrder(all, seed);
      const left = all.filter((id) => stays(id));
      expect(ownOrder(left, seed, before)).toEqual(before.filter((id) => left.includes(id)));
    }),
  );
});

test("two people have two orders", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.uuid(), { minLength: 20, maxLength: 60 }), people, (all, [one, other]) => {
      expect(ownOrder(all, one!)).not.toEqual(ownOrder(all, other!));
    }),
  );
});

test("over many people every pitch comes first, and after every other, about as often", () => {
  const all = Array.from({ length: 10 }, (_, n) => `0192f8a0-0000-7000-8000-00000000000${n}`);
  const orders = Array.from({ length: 5_000 }, (_, n) => ownOrder(all, `person ${n}`));
  const often = new Map<string, number>();
  for (const order of orders)
    for (const [n, id] of order.entries()) {
      const pair = `${order[n - 1] ?? "nothing"} ${id}`;
      often.set(pair, (often.get(pair) ?? 0) + 1);
    }
  // Ten firsts and ninety pairs, each expected 500 times, give or take 21.
  expect(often.size).toBe(100);
  for (const times of often.values()) expect(Math.abs(times - 500)).toBeLessThan(75);
});
