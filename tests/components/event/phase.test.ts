import { expect, test } from "vitest";
import { phaseOf } from "#components/event/phase.ts";
import type { DayPhase, EventView, Phase } from "#domain/event.ts";

function campOf(phase: Phase, ...days: DayPhase[]): EventView {
  return {
    zone: "Europe/London",
    locale: "en",
    phase,
    days: days.map((it, index) => ({
      id: String(index),
      date: `2027-07-0${index + 2}`,
      startsAt: `2027-07-0${index + 2}T08:00:00.000Z`,
      phase: it,
    })),
  } as unknown as EventView;
}

test("a camp of one day is in a phase, and one of several on a day", () => {
  expect(phaseOf(campOf("sessions", "sessions"))).toBe("Sessions are on");
  expect(phaseOf(campOf("sessions", "over", "sessions"))).toBe("Sat 3 Jul: Sessions are on");
});

test("before its first day and after its last no day is named", () => {
  expect(phaseOf(campOf("tickets", "doors", "doors"))).toBe("Tickets are open");
  expect(phaseOf(campOf("after", "over", "over"))).toBe("Been and gone");
});

test("a step ahead is named with its own day", () => {
  const camp = campOf("sessions", "sessions", "doors");
  expect(phaseOf(camp, { phase: "doors", dayId: "1" })).toBe("Sat 3 Jul: Doors are open");
});
