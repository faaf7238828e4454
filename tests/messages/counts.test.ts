import { describe, expect, test } from "vitest";
import { count, list, number } from "#messages/counts.ts";

describe("count", () => {
  const hands = { one: "# hand", other: "# hands" };

  test.each([
    [0, "0 hands"],
    [1, "1 hand"],
    [41, "41 hands"],
    [1200, "1,200 hands"],
  ])("%i is %s", (n, words) => {
    expect(count(n, hands, "en-GB")).toBe(words);
  });

  test("Welsh has six forms, and a missing one falls back to other", () => {
    const dogs = { zero: "# cŵn", one: "# ci", two: "# gi", few: "# chi", many: "# chi", other: "# ci" };
    expect([0, 1, 2, 3, 6, 4].map((n) => count(n, dogs, "cy"))).toEqual([
      "0 cŵn",
      "1 ci",
      "2 gi",
      "3 chi",
      "6 chi",
      "4 ci",
    ]);
    expect(count(2, { other: "# ci" }, "cy")).toBe("2 ci");
  });
});

test("numbers and lists are sentences", () => {
  expect(number(1145, "en-GB")).toBe("1,145");
  expect(list(["Ama"], "en-GB")).toBe("Ama");
  expect(list(["Ama", "Rhys", "Mei"], "en-GB")).toBe("Ama, Rhys and Mei");
});
