import { describe, expect, test } from "vitest";
import { MOST } from "#domain/limits.ts";
import { type HOST_ASKS, nameKey, typedOf, whyNotAsked } from "#domain/pitch/host-ask.ts";

test("a name is the same in either case, with or without accents, and with any space between", () => {
  const same = ["Zoë  O’Neill", "zoe o'neill", " ZOË ONEILL ", "Zoë\u00a0O'Neill"];
  expect(new Set(same.map(nameKey))).toEqual(new Set(["zoe oneill"]));
  expect(nameKey("Zoë O’Neil")).not.toBe(nameKey("Zoë O’Neill"));
  expect(nameKey(" \u200d ")).toBe("");
});

test("what is typed is the code of a badge where it can be one, and else a name", () => {
  expect(typedOf("kwt 4h7")).toEqual({ code: "KWT4H7" });
  expect(typedOf(" Rhys Davies ")).toEqual({ name: "Rhys Davies" });
});

describe("one more question", () => {
  const open = (...kinds: readonly (typeof HOST_ASKS)[number][]) => kinds.map((kind) => ({ kind }));

  test("is asked while there is room for hosts with those who are asked", () => {
    expect(whyNotAsked("beside", MOST.hosts - 1, [])).toBeNull();
    expect(whyNotAsked("beside", MOST.hosts, [])).toBe("hosts_full");
    expect(whyNotAsked("beside", MOST.hosts - 2, open("beside"))).toBeNull();
    expect(whyNotAsked("beside", MOST.hosts - 2, open("beside", "beside"))).toBe("hosts_full");
    expect(whyNotAsked("beside", MOST.hosts - 1, open("instead"))).toBeNull();
  });

  test("about taking over is asked of one at a time, however many host it", () => {
    expect(whyNotAsked("instead", MOST.hosts, open("beside"))).toBeNull();
    expect(whyNotAsked("instead", 1, open("instead"))).toBe("handing_on");
  });
});
