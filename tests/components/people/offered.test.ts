import fc from "fast-check";
import { expect, it } from "vitest";
import { offeredAnswer } from "#components/people/offered.ts";
import { people as words } from "#messages/en/people.ts";

const count = fc.integer({ min: 0, max: 999 });

// At six in the morning of the day it was seen to say that nobody could be reached, while somebody was ready.
it("says the hour where that is why nobody was offered a place, and blames nobody's address for it", () => {
  fc.assert(
    fc.property(count, count, (free, waiting) => {
      const { next } = offeredAnswer([0, free + 1, waiting + 1, 0]);
      expect(next).toBe(words.nothing.asleep);
    }),
  );
});

it("says by day what else is in the way", () => {
  const { title, full, nobody, unready } = words.nothing;
  expect([offeredAnswer([0, 0, 3, 1]), offeredAnswer([0, 2, 0, 1]), offeredAnswer([0, 2, 3, 1])]).toEqual(
    [full, nobody, unready(3)].map((next) => ({ tone: "wait", title, next })),
  );
  expect(offeredAnswer([0, 2, 3, 1, 1]).next).toBe(words.nothing.kept);
  expect(offeredAnswer([2, 0, 1, 1])).toEqual({ title: words.offered(2) });
});
