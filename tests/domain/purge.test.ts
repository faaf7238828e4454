import { expect, it } from "vitest";
import { KEEP_DAYS } from "#domain/limits.ts";
import { isPast, isSpent, usualKeepUntil, WITHOUT_PLACE } from "#domain/purge.ts";

it("keeps what a camp needed until so many days after its last day, and that day whole", () => {
  const camp = { lastDay: "2026-07-14", keepDays: KEEP_DAYS };
  expect(usualKeepUntil(camp.lastDay)).toBe("2026-08-13");
  expect(["2026-08-12", "2026-08-13", "2026-08-14"].map((today) => isSpent(camp, today))).toEqual([
    false,
    false,
    true,
  ]);
  expect(["2026-08-12", "2026-08-13", "2026-08-14"].map((today) => isPast("2026-08-13", today))).toEqual([
    false,
    false,
    true,
  ]);
});

it("forgets everybody but those who had a place", () => {
  expect(WITHOUT_PLACE).not.toContain("confirmed");
  expect(WITHOUT_PLACE).toEqual(
    expect.arrayContaining(["waiting", "released", "removed", "expired", "held"]),
  );
});
