import { describe, expect, it } from "vitest";
import {
  type Act,
  isOver,
  isSlug,
  PHASES,
  permits,
  phaseAfter,
  phaseBefore,
  phasesFor,
} from "#domain/event.ts";

describe("the phases of a camp", () => {
  it("lead forward to the archive and back to the draft", () => {
    expect(phaseAfter("draft")).toBe("tickets");
    expect(phaseAfter("archived")).toBe(null);
    expect(phaseBefore("tickets")).toBe("draft");
    expect(phaseBefore("draft")).toBe(null);
  });

  it("allow nothing in a draft and nothing once it is over", () => {
    const acts: Act[] = ["register", "offer", "answer", "pitch", "raiseHand", "arrange"];
    for (const phase of ["draft", "after", "archived"] as const) {
      expect(acts.filter((act) => permits(phase, act))).toEqual([]);
    }
  });

  it("are over by their name or by the calendar", () => {
    const over = (now: number) => PHASES.filter((phase) => isOver(phase, 1000, now));
    expect(over(999)).toEqual(["after", "archived"]);
    expect(over(1000)).toEqual(PHASES);
  });

  it("open hands while people pitch and while the grid is made", () => {
    expect(PHASES.filter((phase) => permits(phase, "raiseHand"))).toEqual(["pitching", "grid"]);
    expect(phasesFor("raiseHand")).toEqual(["pitching", "grid"]);
  });
});

it("knows what may be a camp's address", () => {
  expect(["commscamp", "comms-camp-26"].map(isSlug)).toEqual([true, true]);
  expect(["", "c", "Comms", "comms--camp", "-comms", "comms camp", "a".repeat(61)].filter(isSlug)).toEqual(
    [],
  );
});
