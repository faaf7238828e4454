import { expect, test } from "vitest";
import { keepsListUntil } from "#domain/door/news.ts";
import { PHASES, wentBy } from "#domain/event.ts";

test("a phone keeps the names for longer than a day, and not a moment once the camp is over", () => {
  for (const phase of PHASES) {
    const kept = keepsListUntil(phase, 1_000) - 1_000;
    expect(kept).toBe(wentBy(phase) ? 0 : 16 * 3_600_000);
  }
});
