import { expect, test } from "vitest";
import { daysFrom } from "#domain/demo/ways.ts";

const LONDON = "Europe/London";
const at = (now: string, days: number, time: string) =>
  new Date(daysFrom(Date.parse(now), { days, time }, LONDON)).toISOString();

test("counts days on the camp's clocks, over a change of them", () => {
  expect(at("2026-03-27T23:30:00.000Z", 4, "18:00")).toBe("2026-03-31T17:00:00.000Z");
  expect(at("2026-10-27T08:00:00.000Z", -3, "09:00")).toBe("2026-10-24T08:00:00.000Z");
});

test("takes today from the camp's clocks, not from those of Greenwich", () => {
  expect(at("2026-07-01T23:30:00.000Z", 0, "09:00")).toBe("2026-07-02T08:00:00.000Z");
});
