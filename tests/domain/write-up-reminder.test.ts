import { expect, it } from "vitest";
import { PHASES } from "#domain/event.ts";
import { reminderDue } from "#domain/write-up-reminder.ts";

const camp = { phase: "after", lastDay: "2026-07-14", zone: "Europe/London" } as const;
const due = (at: string, rest = {}) => reminderDue({ ...camp, ...rest }, new Date(at));

it("is two days after the last day of a camp, in its morning, and for a fortnight", () => {
  expect([due("2026-07-16T07:59:59Z"), due("2026-07-16T08:00:00Z")]).toEqual(["later", "now"]);
  expect([due("2026-07-17T01:00:00Z"), due("2026-07-28T22:59:59Z"), due("2026-07-28T23:00:00Z")]).toEqual([
    "now",
    "now",
    "never",
  ]);
  const auckland = { zone: "Pacific/Auckland" };
  expect([due("2026-07-15T20:59:59Z", auckland), due("2026-07-15T21:00:00Z", auckland)]).toEqual([
    "later",
    "now",
  ]);
});

it("is of a camp that took place, and can still be written about", () => {
  const now = PHASES.filter((phase) => due("2026-07-16T10:00:00Z", { phase }) === "now");
  expect(now).toEqual(["doors", "pitching", "grid", "sessions", "after"]);
});
