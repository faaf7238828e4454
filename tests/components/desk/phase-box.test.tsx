/** The box an organiser moves a camp on with. */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { PhaseBox } from "#components/desk/phase-box.tsx";
import type { DayView, EventView, Phase } from "#domain/event.ts";

const act = async () => {
  throw new Error("nobody presses");
};
const day = (id: string, date: string): DayView => ({
  ...{ id, date, startsAt: `${date}T08:00:00.000Z`, phase: "doors" },
});

function textOf(
  phase: Phase,
  days: readonly DayView[],
  daysAway: Record<string, number>,
  more: Partial<EventView> = {},
): string {
  const camp: EventView = {
    ...{
      id: "e",
      slug: "camp",
      name: "Camp",
      strapline: "",
      place: "Leeds",
      day: days[0]!.date,
      demo: false,
    },
    ...{ startsAt: days[0]!.startsAt, zone: "Europe/London", locale: "en-GB", capacity: 130 },
    ...{ phase, tally: "shown", days: [...days], ...more },
  };
  const box = <PhaseBox event={camp} people={null} action={act} lacks={[]} daysAway={daysAway} />;
  return renderToStaticMarkup(box).replace(/<[^>]*>/g, " ");
}

it("says what its buttons do, and that a step back is one", () => {
  const text = textOf("tickets", [day("a", "2026-05-08")], { a: 0 });
  expect(text).toContain("Yes, close the tickets");
  expect(text).toContain("Yes, move it back");
});

it("says that a step comes before its day, and nothing of one that takes no day", () => {
  const two = [day("a", "2026-05-08"), day("b", "2026-05-09")];
  expect(textOf("closed", two, { a: 174, b: 175 })).toContain("The day is 174 days away");
  expect(textOf("closed", two, { a: 1, b: 2 })).toContain("The day is tomorrow");
  expect(textOf("closed", two, { a: 0, b: 1 })).not.toContain("The day is");
  expect(textOf("closed", two, { a: -3, b: -2 })).not.toContain("The day is");
  expect(textOf("draft", two, { a: 174, b: 175 })).not.toContain("The day is");
  // A camp is over after the last of its days.
  expect(textOf("after", two, { a: -1, b: 1 })).toContain(
    "The day is tomorrow, and everybody who looks is told that the camp is over.",
  );
});

// Before, it said that hands stay open which the crew had closed.
it("says that hands stay closed where the crew has closed them", () => {
  const one = [day("a", "2026-05-08")];
  const box = (phase: Phase, handsClosed: boolean) => textOf(phase, one, { a: 0 }, { handsClosed });
  const pitching = [{ ...one[0]!, phase: "pitching" as const }];
  const grid = (handsClosed: boolean) => textOf("pitching", pitching, { a: 0 }, { handsClosed });
  expect(grid(false)).toContain("Hands stay open while you place the cards.");
  expect(grid(true)).not.toContain("Hands stay open");
  expect(grid(true)).toContain("Hands stay closed, as the crew has closed them");
  expect(box("closed", true)).toContain("Campers can pitch on their phones.");
});
