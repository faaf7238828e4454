/** Needs as counts: by the words people use, and never a word of theirs in what comes out. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { ACCESS_KINDS, countAccess, sumAccess } from "#domain/access.ts";

const named = (text: string) => {
  const { kinds, other, wrote } = countAccess([text]);
  return [...ACCESS_KINDS.filter((kind) => kinds[kind] === 1), ...(other ? ["other"] : []), wrote];
};

test.each([
  ["Vegetarian please", ["vegetarian", 1]],
  ["veggie, no dairy", ["vegetarian", "dairy", 1]],
  ["Vegan. I use a wheelchair", ["vegan", "stepFree", 1]],
  ["I'm coeliac", ["gluten", 1]],
  ["peanuts could kill me", ["nuts", 1]],
  ["A hearing loop and a BSL interpreter", ["hearing", "signing", 1]],
  ["Step free, and somewhere quiet", ["stepFree", "quiet", 1]],
  ["Halal or kosher", ["halal", "kosher", 1]],
  ["A lift-share from Dudley", ["other", 1]],
  ["", [0]],
  ["None", [0]],
  ["n/a.", [0]],
  ["No, thanks", ["other", 1]],
])("%j", (text, says) => {
  expect(named(text)).toEqual(says);
});

test("everybody who wrote something is counted, in a kind or as something else, and no text comes out", () => {
  const texts = fc.array(fc.oneof(fc.string(), fc.constantFrom("vegan", "vegan, halal", "no", "a ramp")));
  fc.assert(
    fc.property(texts, (all) => {
      const { wrote, kinds, other } = countAccess(all);
      const inKinds = Object.values(kinds).reduce((sum, n) => sum + n, 0);
      expect(other).toBeLessThanOrEqual(wrote);
      expect(inKinds).toBeGreaterThanOrEqual(wrote - other);
      expect(Math.max(...Object.values(kinds))).toBeLessThanOrEqual(wrote);
    }),
  );
});

test("counted in parts and summed, needs are what they are counted at once", () => {
  const texts = fc.array(fc.constantFrom("vegan", "vegan, halal", "no", "a ramp", "a lift"));
  fc.assert(
    fc.property(fc.array(texts), (parts) => {
      expect(sumAccess(parts.map(countAccess))).toEqual(countAccess(parts.flat()));
    }),
  );
});
