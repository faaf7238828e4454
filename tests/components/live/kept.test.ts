import { describe, expect, test } from "vitest";
import { type Kept, newer } from "#components/live/kept.ts";
import type { Snapshot } from "#domain/live.ts";

const page = (served: string, v: number, ballot: string[] | null): Kept => ({
  served,
  snapshot: { v } as Snapshot,
  ballot,
  owner: "ama",
});

describe("what a page shows", () => {
  test("is its own when nothing was kept", () => {
    const fresh = page("10:00", 3, ["a"]);
    expect(newer(fresh, null)).toBe(fresh);
  });

  test("is what was kept, when the very same page is shown again", () => {
    const shown = newer(page("10:00", 3, ["a"]), page("10:00", 9, ["a", "b"]));
    expect(shown).toEqual(page("10:00", 9, ["a", "b"]));
  });

  test("is its own ballot when it is newer than what was kept, whose hand may be down again", () => {
    const shown = newer(page("11:00", 9, []), page("10:00", 9, ["a", "b"]));
    expect(shown.ballot).toEqual([]);
    expect(shown.served).toBe("11:00");
  });

  test("is whichever counts have the higher version", () => {
    expect(newer(page("11:00", 4, []), page("10:00", 9, [])).snapshot.v).toBe(9);
    expect(newer(page("11:00", 12, []), page("10:00", 9, [])).snapshot.v).toBe(12);
  });

  test("is nobody's ballot on a phone that holds no ticket any more", () => {
    expect(newer(page("10:00", 3, null), page("10:00", 3, ["a"])).ballot).toBeNull();
  });
});
