import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { goesBy, NAME_SIGNS } from "#domain/pass.ts";

describe("how somebody says that a name is theirs", () => {
  test.each([
    ["Siân ap Dafydd", "sia"],
    ["Siân ap Dafydd", "SIÂN"],
    ["Siân ap Dafydd", "Daf"],
    ["Siân ap Dafydd", "Siân ap"],
    ["Siân ap Dafydd", "ap Dafydd"],
    ["Amira Ndlovu-Hughes", "hug"],
    ["Amira Ndlovu-Hughes", "Ndlovu Hugh"],
    ["Dr O’Brien", "obr"],
    ["Bo Li", "bo"],
    ["Bo Li", "Bo L"],
    ["李小龙", "李小龙"],
    ["محمد علي", "محم"],
  ])("%s goes by %s", (name, typed) => {
    expect(goesBy(name, typed)).toBe(true);
  });

  test.each([
    ["Siân ap Dafydd", "si"],
    ["Siân ap Dafydd", "ian"],
    ["Siân ap Dafydd", "Dafydd Siân"],
    ["Siân ap Dafydd", "Siân Dafydd"],
    ["Siân ap Dafydd", ""],
    ["Siân ap Dafydd", " . - "],
    ["Bo Li", "b"],
    ["Bo", "Bo Li"],
  ])("%s does not go by %s", (name, typed) => {
    expect(goesBy(name, typed)).toBe(false);
  });

  test("any whole name goes by itself, if it has a letter or a figure", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), (name) => {
        fc.pre(/[\p{L}\p{N}]/u.test(name));
        return goesBy(name, name);
      }),
    );
  });

  test("fewer signs than are asked for say nothing of a longer name", () => {
    expect(NAME_SIGNS).toBe(3);
    for (const typed of ["a", "am", "n", "nd"]) expect(goesBy("Amira Ndlovu", typed)).toBe(false);
  });
});
