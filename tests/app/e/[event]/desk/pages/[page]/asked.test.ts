import { expect, test } from "vitest";
import { asked } from "#app/e/[event]/desk/pages/[page]/asked.ts";

test("an address asks for a version that there can be, or for none", () => {
  expect(asked.parse({ from: "3", before: "5" })).toEqual({ from: 3, before: 5 });
  for (const wrong of ["2147483647", "99999999999", "1e300", "0", "-1", "x", ["1", "2"]])
    expect(asked.parse({ from: wrong, before: wrong })).toEqual({});
});
