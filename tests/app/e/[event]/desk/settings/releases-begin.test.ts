/** What the settings say of the places kept back: how many, and how many of them are given out. */
import { expect, test } from "vitest";
import type { ReleaseRow } from "#db/schema/release.ts";
import type { EventView } from "#domain/event.ts";
import { releasesBegin } from "../../../../../../app/e/[event]/desk/settings/releases.ts";

const row = {
  ...{ id: "r", way: "first_come", places: 31, source: "", opensAt: new Date("2027-01-01T10:00:00Z") },
  ...{ closesAt: null, drawnAt: null },
} as unknown as ReleaseRow;
const camp = { zone: "Europe/London", phase: "draft" } as EventView;
const kept = (byHand: number, rows = [row]) => releasesBegin(rows, camp, { capacity: 40, byHand }).kept;

test("both parts are said, and never more given out than were kept back", () => {
  expect(kept(0)).toBe("9 places kept back, to be given by hand.");
  expect(kept(1)).toBe("9 places kept back, to be given by hand, of which 1 is given out.");
  expect(kept(6)).toBe("9 places kept back, to be given by hand, of which 6 are given out.");
  expect(kept(12)).toContain("of which 9 are");
  expect(kept(3, [])).toBe("No places are kept back.");
});
