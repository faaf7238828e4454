import { expect, it } from "vitest";
import { endOfCamp } from "#domain/time/end.ts";

const at = (text: string) => Date.parse(text);
const camp = { startsAt: at("2026-10-25T09:00:00Z"), zone: "Europe/London" };

it("is the end of the last slot, also past midnight", () => {
  const late = at("2026-10-26T01:30:00Z");
  expect(endOfCamp(camp, late)).toBe(late);
});

it("without slots is the end of the day on the camp's own clocks, also when they change", () => {
  expect(endOfCamp(camp, null)).toBe(at("2026-10-26T00:00:00Z"));
  expect(endOfCamp({ startsAt: at("2026-03-28T09:00:00Z"), zone: "Pacific/Auckland" }, null)).toBe(
    at("2026-03-28T11:00:00Z"),
  );
});

it("is not taken from slots of another day that ended before doors", () => {
  expect(endOfCamp(camp, at("2026-10-19T17:00:00Z"))).toBe(at("2026-10-26T00:00:00Z"));
});
