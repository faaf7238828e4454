import { expect, it } from "vitest";
import type { Release } from "#domain/release.ts";
import { opensNow, waitsForRelease } from "#domain/release-consequence.ts";

const OPENS = Date.parse("2026-06-14T15:00:00Z");
const release: Release = {
  ...{ id: "r", way: "batch", opensAt: OPENS, closesAt: null },
  ...{ closed: false, places: 40, drawnAt: null },
};
const camp = { phase: "tickets", zone: "Europe/London" } as const;

it("says that a registration which is open would wait, in the camp's time", () => {
  const soon = { kind: "soon", release } as const;
  expect(waitsForRelease(camp, { kind: "open" }, soon)).toEqual([
    { kind: "waits_for_release", opens: { day: "2026-06-14", time: "16:00" } },
  ]);
  expect(waitsForRelease(camp, soon, soon)).toEqual([]);
  expect(waitsForRelease(camp, { kind: "open" }, { kind: "open" })).toEqual([]);
  expect(waitsForRelease({ ...camp, phase: "draft" }, { kind: "open" }, soon)).toEqual([]);
});

it("says which releases open at once, but in a draft, where they can be changed", () => {
  expect(opensNow("tickets", 2)).toEqual([{ kind: "opens_now", releases: 2 }]);
  expect(opensNow("tickets", 0)).toEqual([]);
  expect(opensNow("draft", 2)).toEqual([]);
});
