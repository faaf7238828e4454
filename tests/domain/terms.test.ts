import { expect, it } from "vitest";
import { type Terms, wrongTerms } from "#domain/terms.ts";

const CAMP = { day: "2026-07-14", zone: "Europe/London" };
const at = (text: string) => Date.parse(`${text}+01:00`);

it("lets no place go back of whoever was never asked", () => {
  const terms = { transferHours: 24, rounds: [5, 1] as const, backDays: null, passOnMinutes: null };
  const wrong = (backDays: number | null, now = "2026-06-24T12:00:00", told = false) =>
    wrongTerms(terms, { ...terms, backDays }, CAMP, told, at(now));
  expect([wrong(null), wrong(4), wrong(5)]).toEqual([null, null, "asked_too_late"]);
  // Seen: the round was over before the camp had anybody, and its page announced what could not be.
  expect([wrong(4, "2026-07-09T09:59:59"), wrong(4, "2026-07-09T10:00:00")]).toEqual([
    null,
    "asked_too_late",
  ]);
  expect(wrong(4, "2026-07-09T10:00:00", true)).toBe(null);
});

it("leaves alone what was so before, whatever else is changed", () => {
  const before = { transferHours: 24, rounds: [5] as const, backDays: 2, passOnMinutes: null };
  const change = (more: Partial<Terms>) =>
    wrongTerms(before, { ...before, ...more }, CAMP, false, at("2026-07-10T12:00:00"));
  expect(change({ transferHours: 2 })).toBe(null);
  expect([change({ backDays: 1 }), change({ rounds: [5, 1] })]).toEqual(["asked_too_late", "asked_too_late"]);
});
