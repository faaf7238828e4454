import { describe, expect, test } from "vitest";
import { adoptTap, handWish, isWaiting, leftOf, overlaid } from "#components/voting/hands.ts";

const alone = (pitch: string) => pitch;

const entry = (slug: string, pitch: string, up: boolean) => ({
  ...handWish(slug, pitch, up),
  owner: "ama",
  castAt: 1,
});
const waiting = (...entries: ReturnType<typeof entry>[]) => new Map(entries.map((it) => [it.key, it]));

test("hands that wait lie over the ballot of their own camp alone", () => {
  const taps = waiting(entry("brum", "a", true), entry("brum", "b", false), entry("york", "c", true));
  expect(overlaid(["b", "d"], "brum", taps, alone)).toEqual(["d", "a"]);
  expect(isWaiting(taps, "brum", "a")).toBe(true);
  expect(isWaiting(taps, "brum", "c")).toBe(false);
});

test("what was merged has one hand, also where one waits for a part of it", () => {
  const root = (pitch: string) => (pitch === "part" ? "a" : pitch);
  expect(overlaid(["part", "a", "b"], "brum", waiting(), root)).toEqual(["a", "b"]);
  expect(overlaid(["b"], "brum", waiting(entry("brum", "part", true)), root)).toEqual(["b", "a"]);
  expect(overlaid(["part", "a"], "brum", waiting(entry("brum", "a", false)), root)).toEqual([]);
});

test("hands that wait are spent already, and a pitch that was withdrawn has given its own back", () => {
  const taps = waiting(entry("brum", "a", true), entry("brum", "b", false));
  const ballot = overlaid(["b", "c", "gone"], "brum", taps, alone);
  const pitches = ["a", "b", "c", "d"].map((id) => ({ id }));
  expect(leftOf(ballot, pitches, 3)).toBe(1);
  expect(leftOf(ballot, pitches, 1)).toBe(0);
  expect(leftOf(ballot, pitches, null)).toBeNull();
});

describe("a tap that an older page left unsent", () => {
  const left = { slug: "brum", pitch: "a", up: false, castAt: 5, ahead: 2 };

  test("goes as it would have gone, from the page of its camp", () => {
    expect(adoptTap(left, "brum", "ama")).toEqual({
      ...handWish("brum", "a", false),
      owner: "ama",
      castAt: 5,
      ahead: 2,
    });
    const { ahead, ...older } = left;
    expect(adoptTap(older, "brum", "ama")).not.toHaveProperty("ahead");
  });

  test("stays where it is on another camp's page, and while nobody holds the phone", () => {
    expect(adoptTap(left, "york", "ama")).toBeNull();
    expect(adoptTap(left, "brum", null)).toBeNull();
    expect(adoptTap(undefined, "brum", "ama")).toBeNull();
  });
});
