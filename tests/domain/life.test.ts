import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DayView, isHalted, PHASES, type Phase } from "#domain/event.ts";
import {
  dayPhasesAt,
  dayUnderWay,
  goesOnAt,
  hasSeveralDays,
  isOn,
  type Step,
  stepAt,
  stepsBeside,
} from "#domain/life.ts";

const START: Step = { phase: "draft", dayId: null };

const daysOf = (n: number): DayView[] =>
  Array.from({ length: n }, (_, index) => ({
    id: `day-${index}`,
    date: `2026-07-${14 + index}`,
    startsAt: `2026-07-${14 + index}T08:00:00.000Z`,
    phase: "doors",
  }));

const standingAt = (step: Step, days: readonly DayView[]) => {
  const phases = dayPhasesAt(step, days);
  return { phase: step.phase, days: days.map((day, index) => ({ ...day, phase: phases[index]! })) };
};

function walk(days: readonly DayView[]): Step[] {
  const steps = [START];
  for (let next = stepsBeside(START, days).next; next; next = stepsBeside(next, days).next) steps.push(next);
  return steps;
}

describe("the life of a camp", () => {
  test("with one day is one row of phases", () => {
    expect(walk(daysOf(1)).map(({ phase }) => phase)).toEqual(PHASES.filter((phase) => !isHalted(phase)));
  });

  test("with two, the second begins at its own doors once the first is over", () => {
    const on: Phase[] = ["doors", "pitching", "grid", "sessions"];
    expect(walk(daysOf(2)).map(({ phase }) => phase)).toEqual([
      "draft",
      "tickets",
      "closed",
      ...on,
      ...on,
      "after",
      "archived",
    ]);
    const pitching = { phase: "pitching", dayId: "day-1" } as const;
    expect(dayPhasesAt(pitching, daysOf(2))).toEqual(["over", "pitching"]);
  });

  test("can be walked back from anywhere, and where it stands is known from what is kept", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.nat(), (many, nth) => {
        const days = daysOf(many);
        const steps = walk(days);
        const step = steps[nth % steps.length]!;
        expect(stepAt(standingAt(step, days))).toEqual(step);
        const { next, back } = stepsBeside(step, days);
        if (next) expect(stepsBeside(next, days).back).toEqual(step);
        if (back) expect(stepsBeside(back, days).next).toEqual(step);
        expect([next === null, back === null]).toEqual([step.phase === "archived", step.phase === "draft"]);
      }),
    );
  });

  test("never has two days under way", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.nat(), (many, nth) => {
        const steps = walk(daysOf(many));
        const { phase, days } = standingAt(steps[nth % steps.length]!, daysOf(many));
        const at = days.indexOf(dayUnderWay(days)!);
        const [before, after] = [days.slice(0, at), days.slice(at + 1)];
        expect(before.every((day) => day.phase === "over")).toBe(true);
        if (isOn(phase)) expect(after.every((day) => day.phase === "doors")).toBe(true);
      }),
    );
  });
});

test("between two days a camp says when it goes on, and at no other time", () => {
  const days = daysOf(2);
  const night = Date.parse("2026-07-14T20:00:00Z");
  const between = standingAt({ phase: "doors", dayId: "day-1" }, days);
  expect(goesOnAt(between, night)).toBe("2026-07-15T08:00:00.000Z");
  expect(goesOnAt(between, Date.parse("2026-07-15T08:00:00Z"))).toBe(null);
  expect(goesOnAt(standingAt({ phase: "doors", dayId: "day-0" }, days), 0)).toBe(null);
  expect(goesOnAt(standingAt({ phase: "sessions", dayId: "day-0" }, days), night)).toBe(null);
  const sessions = standingAt({ phase: "sessions", dayId: "day-0" }, days);
  expect(goesOnAt(sessions, night, true)).toBe("2026-07-15T08:00:00.000Z");
  expect(goesOnAt(standingAt({ phase: "sessions", dayId: "day-1" }, days), night, true)).toBe(null);
  expect(goesOnAt(standingAt({ phase: "tickets", dayId: null }, days), night, true)).toBe(null);
  expect([hasSeveralDays({ days }), hasSeveralDays({ days: daysOf(1) })]).toEqual([true, false]);
});
