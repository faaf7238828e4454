import { describe, expect, test } from "vitest";
import { adoptTap, handWish, isWaiting, overlaid } from "#components/voting/hands.ts";

const entry = (slug: string, pitch: string, up: boolean) => ({
  ...handWish(slug, pitch, up),
  owner: "ama",
  castAt: 1,
});
const waiting = (...entries: ReturnType<typeof entry>[]) => new Map(entries.map((it) => [it.key, it]));

test("hands that wait lie over the ballot of their own camp alone", () => {
  const taps = waiting(entry("brum", "a", true), entry("brum", "b", false), entry("york", "c", true));
  expect(overlaid(["b", "d"], "brum", taps)).toEqual(["d", "a"]);
  expect(isWaiting(taps, "brum", "a")).toBe(true);
  expect(isWaiting(taps, "brum", "c")).toBe(false);
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
