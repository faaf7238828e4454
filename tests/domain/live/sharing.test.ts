import fc from "fast-check";
import { expect, test } from "vitest";
import { shared } from "#domain/live/sharing.ts";

const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));
const json = fc.jsonValue().map((value) => copy(value));

test("what has come says what it said, whatever was there before, which stays as it was", () => {
  fc.assert(
    fc.property(json, json, (before, news) => {
      const [was, said] = [copy(before), copy(news)];
      expect(shared(before, news)).toEqual(said);
      expect(before).toEqual(was);
    }),
  );
});

test("what says the same is what was there before", () => {
  fc.assert(
    fc.property(json, (before) => {
      expect(shared(before, copy(before))).toBe(before);
    }),
  );
});

test("a part that says the same is what it was, beside one that does not", () => {
  fc.assert(
    fc.property(json, json, json, (part, old, fresh) => {
      fc.pre(JSON.stringify(old) !== JSON.stringify(fresh));
      const before = { part, other: old, list: [part, old] };
      const made = shared(before, copy({ part, other: fresh, list: [part, fresh] }));
      expect(Object.is(made, before)).toBe(false);
      expect(Object.is(made.part, part)).toBe(true);
      expect(Object.is(made.list[0], part)).toBe(true);
    }),
  );
});

test("what is gone is gone, and what is new is there", () => {
  const before = { a: { n: 1 }, b: 2, list: [1, 2, 3] };
  expect(shared<object>(before, { a: { n: 1 }, list: [1, 2] })).toEqual({ a: { n: 1 }, list: [1, 2] });
  expect(shared<object>({ a: undefined }, { b: undefined })).toEqual({ b: undefined });
  expect(shared<object>([], {})).toEqual({});
});
