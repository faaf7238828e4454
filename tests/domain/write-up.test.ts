import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { LONGEST } from "#domain/limits.ts";
import { NOTE_LEVELS, PITCH_KINDS, usualNoteLevel } from "#domain/pitch.ts";
import {
  BLANK_WRITE_UP,
  begunOf,
  canBeNamed,
  KEPT_FROM,
  levelsFor,
  linesOf,
  saysAName,
  saysSomething,
  WRITE_UP_LEVELS,
  withoutNames,
  writeUpKey,
} from "#domain/write-up.ts";

const notes = fc.uniqueArray(fc.constantFrom(...NOTE_LEVELS));

test("whatever is agreed besides, nobody more reads it, and its writer always may", () => {
  fc.assert(
    fc.property(notes, fc.constantFrom(...NOTE_LEVELS), (agreed, more) => {
      const [open, then] = [levelsFor(agreed), levelsFor([...agreed, more])];
      expect(then.filter((level) => !open.includes(level))).toEqual([]);
      expect(then.at(-1)).toBe("me");
      // Fewer readers are always possible where more are.
      expect(WRITE_UP_LEVELS.slice(WRITE_UP_LEVELS.indexOf(then[0]!))).toEqual(then);
    }),
  );
  expect(levelsFor([])).toEqual([...WRITE_UP_LEVELS]);
});

test("what strangers are kept from is what its levels leave out", () => {
  for (const level of NOTE_LEVELS) {
    const open = levelsFor([level]);
    expect(open.includes("public")).toBe(!(KEPT_FROM.public as readonly string[]).includes(level));
    expect(open.includes("camp")).toBe(!(KEPT_FROM.camp as readonly string[]).includes(level));
  }
});

test("nobody is named of what goes without names, nor of what went wrong", () => {
  const named = PITCH_KINDS.map((kind) => NOTE_LEVELS.filter((level) => canBeNamed([level], kind)));
  const but = ["open", "no_notes", "unlisted"];
  expect(named).toEqual([but, but, but, []]);
  expect(canBeNamed([], null)).toBe(true);
  expect(PITCH_KINDS.map(usualNoteLevel)).toEqual(["open", "open", "open", "no_names"]);
});

describe("a name in a text", () => {
  it.each([
    ["So said rhys PRYCE.", "So said …."],
    ["Rhys\nPryce, and RHYS-PRYCE", "…, and …"],
    ["Rhys’s idea", "Rhys’s idea"],
    ["The Pryces, Rhys Prycelike", "The Pryces, Rhys Prycelike"],
    ["", ""],
  ])("is found whole, in whatever case: %s", (text, left) => {
    expect(withoutNames(text, ["Rhys Pryce"])).toBe(left);
    expect(saysAName(text, ["Rhys Pryce"])).toBe(text !== left);
  });

  it("is found in any script, and never where there is none to find", () => {
    expect(withoutNames("和田さん 田中さん", ["田中さん", "–", ""])).toBe("和田さん …");
    expect(saysAName("Anything – at all", ["–", ""])).toBe(false);
  });

  it("is gone once it was taken out, and no sign of a name is read as more than itself", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string({ minLength: 1 }), { maxLength: 3 }), (text, names) => {
        expect(saysAName(withoutNames(text, names), names)).toBe(false);
      }),
    );
    expect(withoutNames("a.b aXb", ["a.b"])).toBe("… aXb");
    expect(withoutNames("Al Al Bo Bo", ["Al Bo"])).toBe("…");
  });
});

describe("the lines of one", () => {
  it("are its sentences, each once and in one line, but for those too short to stand alone", () => {
    const text = {
      learned: "Ask before you build. Ask again!\nNo.\n  Then   build it small",
      doing: "Ask again!",
    };
    expect(linesOf(text)).toEqual(["Ask before you build.", "Ask again!", "Then build it small"]);
    expect(linesOf({ learned: "先问再造，然后再问一次。小步前进，每次都要问。", doing: "" })).toHaveLength(2);
  });

  it("are never longer than a line may be", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 1_500 }), (learned) => {
        for (const line of linesOf({ learned, doing: "W".repeat(LONGEST.writeUpLine + 1) }))
          expect([line.length <= LONGEST.writeUpLine, line.includes("\n")]).toEqual([true, false]);
      }),
    );
  });
});

test("it says something once any question is answered, and is named by its session or its day", () => {
  expect(saysSomething(BLANK_WRITE_UP)).toBe(false);
  expect(saysSomething({ ...BLANK_WRITE_UP, readers: "Planners" })).toBe(true);
  expect([writeUpKey({ pitchId: "a", day: null }), writeUpKey({ pitchId: null, day: "2026-07-14" })]).toEqual(
    ["a", "2026-07-14"],
  );
  const at = (startsAt: string) => ({ startsAt });
  const [one, two] = [at("2026-07-14T08:00:00Z"), at("2026-07-14T08:00:00.001Z")];
  expect(begunOf([one, two], Date.parse(one.startsAt))).toEqual([one]);
});
