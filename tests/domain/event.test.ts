import { describe, expect, it } from "vitest";
import { type Act, isOver, PHASES, permits, phasesFor } from "#domain/event.ts";

describe("the phases of a camp", () => {
  /** What people may do, said once more: a column for each phase from draft to archived, called off and put off. */
  const ALLOWED: Record<Act, string> = {
    visit: ".xxxxxxxxxx",
    lookAhead: "xxx........",
    attend: "...xxxx....",
    hearPitches: "....x......",
    awaitGrid: "...x.x.....",
    followGrid: ".....xx....",
    sit: "......x....",
    register: ".x.........",
    offer: ".xxxxxx....",
    answer: ".xxxxxx....",
    letGo: ".xxxxxx..xx",
    tidyByHand: "xxxxxxx..xx",
    callOff: ".xxxxxx...x",
    putOff: ".xxx.......",
    takePlace: ".........xx",
    moveByHand: "xxxxxxx....",
    putBack: "xxxx.......",
    pitch: "...xxx.....",
    stand: "...xxx.....",
    call: "...xx......",
    change: "...xxx.....",
    amend: "...xxxxx...",
    set: "xxxxxxxx.xx",
    swap: ".xxxxxxx...",
    delete: "x.......xx.",
    withdraw: "...xxxx....",
    restore: "...xxxx....",
    merge: "...xxxx....",
    agree: "...xxx.....",
    report: "...xxxxx...",
    hide: "...xxxxx...",
    raiseHand: "....xx.....",
    count: "...xxxx....",
    prepareDoor: ".xxxxxxx.xx",
    checkIn: "...xxxxx.xx",
    announce: ".xxxxxxx.xx",
    star: "...xxxx....",
    arrange: "xxxxxxx....",
    publish: "...xxxx....",
    note: "...xxxxx...",
    giveFeedback: "......xx...",
    addLink: "......xx...",
    writeUp: "...xxxxx...",
    tidyWriteUps: "...xxxxxx..",
    rehearse: "xxx........",
  };

  it.each(Object.entries(ALLOWED))("let people %s in %s", (act, allowed) => {
    const may = PHASES.map((phase) => (permits(phase, act as Act) ? "x" : ".")).join("");
    expect(may).toBe(allowed);
    expect(phasesFor(act as Act)).toEqual(PHASES.filter((_, n) => allowed[n] === "x"));
  });

  it("let whoever may pitch mend it and take it back", () => {
    const after: Act[] = ["change", "amend", "withdraw", "restore"];
    const stuck = phasesFor("pitch").flatMap((phase) =>
      after.filter((act) => !permits(phase, act)).map((act) => `no ${act} in ${phase}`),
    );
    expect(stuck).toEqual([]);
  });

  it("let a phone have the door's list wherever people are let in by it", () => {
    const without = phasesFor("checkIn").filter((phase) => !permits(phase, "prepareDoor"));
    expect(without).toEqual([]);
  });

  it("are over by their name or by the calendar", () => {
    const over = (now: number) => PHASES.filter((phase) => isOver(phase, 1000, now));
    expect(over(999)).toEqual(["after", "archived"]);
    expect(over(1000)).toEqual(PHASES.filter((phase) => phase !== "put_off"));
  });
});
