import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apply, type Change, join } from "#domain/live.ts";
import { grid, pitch, whole } from "#tests/support/snapshot.ts";

describe("a snapshot after a message", () => {
  test("keeps what the message does not name, count by count", () => {
    expect(apply(whole, { v: 6, hands: { b: 2 } })).toEqual({ ...whole, v: 6, hands: { a: 3, b: 2 } });
    expect(apply(whole, { v: 6, pitches: [] })).toEqual({ ...whole, v: 6, pitches: [] });
  });

  test("is what it was when the message is not newer", () => {
    expect(apply(whole, { v: 5, pitches: [] })).toBe(whole);
    expect(apply(whole, { v: 4, hands: { a: 9 } })).toBe(whole);
  });

  test("is the message when that is whole", () => {
    const next = { ...whole, v: 9, hands: { a: 1 } };
    expect(apply(whole, next)).toEqual(next);
  });

  test("hides counts when they become the organisers' own", () => {
    expect(apply(whole, { v: 6, hands: null }).hands).toBeNull();
    expect(apply({ ...whole, hands: null }, { v: 6, hands: { a: 1 } }).hands).toEqual({ a: 1 });
  });
});

test("messages joined say the same as one after the other, whatever they say", () => {
  const change = fc.record(
    {
      hands: fc.dictionary(fc.constantFrom("a", "b", "c"), fc.nat(9)),
      pitches: fc.constantFrom([], [pitch("a")]),
      grid: fc.constantFrom(null, grid),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (parts) => {
      const changes = parts.map((part, index): Change => ({ ...part, v: 6 + index }));
      const joined = changes.reduce(join);
      expect(apply(whole, joined)).toEqual(changes.reduce(apply, whole));
    }),
  );
});

test("repeated and reordered messages of whole parts end where the newest ends", () => {
  const newest = { ...whole, v: 9, pitches: [pitch("c")] };
  const messages = [{ ...whole, v: 7 }, newest, { ...whole, v: 8 }];
  fc.assert(
    fc.property(fc.shuffledSubarray([...messages, ...messages], { minLength: 6 }), (order) => {
      expect(order.reduce(apply, whole)).toEqual(newest);
    }),
  );
});
