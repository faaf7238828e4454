import { describe, expect, it } from "vitest";
import { type Act, PHASES, permits, phaseAfter, phaseBefore, phasesFor } from "#domain/event.ts";

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

  it("open hands while people pitch and while the grid is made", () => {
    expect(PHASES.filter((phase) => permits(phase, "raiseHand"))).toEqual(["pitching", "grid"]);
    expect(phasesFor("raiseHand")).toEqual(["pitching", "grid"]);
  });
});
