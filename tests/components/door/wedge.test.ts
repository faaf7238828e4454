import { expect, test } from "vitest";
import { afterKey } from "#components/door/wedge.ts";

/** Keys that come so many milliseconds apart. */
function typed(keys: readonly string[], apart: number): string | null {
  let burst = { text: "", from: 0, at: 0 };
  let read: string | null = null;
  for (const [n, key] of keys.entries()) {
    const found = afterKey(burst, key, 1_000 + n * apart);
    [burst, read] = [found.burst, found.scanned ?? read];
  }
  return read;
}

const ADDRESS = "https://camps.example/e/canal/badge#KWT4H7";

test("what comes as quick as no hand types, with Enter at its end, was scanned", () => {
  expect(typed([...ADDRESS, "Enter"], 8)).toBe(ADDRESS);
});

test("capitals come with their shift key", () => {
  expect(typed(["Shift", "K", "Shift", "W", "t", "4", "H", "7", "Enter"], 20)).toBe("KWt4H7");
});

test("a person who types, or presses Enter on a button, scans nothing", () => {
  expect(typed([...ADDRESS, "Enter"], 150)).toBeNull();
  expect(typed(["Enter"], 10)).toBeNull();
  expect(typed(["a", "b", "Enter"], 10)).toBeNull();
});

test("a phone that is busy for a moment takes what was scanned as one", () => {
  let burst = { text: "", from: 0, at: 0 };
  for (const [n, key] of [...ADDRESS].entries())
    burst = afterKey(burst, key, 1_000 + n * 5 + (n > 20 ? 300 : 0)).burst;
  expect(afterKey(burst, "Enter", burst.at + 5).scanned).toBe(ADDRESS);
});

test("what was typed before does not belong to the next scan", () => {
  const once = afterKey({ text: "", from: 0, at: 0 }, "x", 1_000).burst;
  const twice = afterKey(once, "K", 2_000).burst;
  expect(twice.text).toBe("K");
  expect(afterKey({ text: "KWT4H7", from: 1_950, at: 2_000 }, "Enter", 2_010)).toEqual({
    burst: { text: "", from: 0, at: 0 },
    scanned: "KWT4H7",
  });
});
