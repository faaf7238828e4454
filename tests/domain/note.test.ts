import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keepsBefore, linesOf, NO_WORDS, noteRule, withoutLine } from "#domain/note.ts";
import { NOTE_LEVELS } from "#domain/pitch.ts";

const MINUTE = 60_000;

describe("the level of notes", () => {
  it("is the strictest of several in each thing by itself", () => {
    expect(noteRule(["open"])).toEqual({ written: true, listed: true, named: true });
    expect(noteRule(["open", "no_names"])).toEqual({ written: true, listed: true, named: false });
    expect(noteRule(["no_notes", "open"])).toEqual({ written: false, listed: true, named: true });
    expect(noteRule(["unlisted", "no_names"])).toEqual({ written: true, listed: false, named: false });
    expect(noteRule(["unlisted", "no_notes"])).toEqual({ written: false, listed: false, named: true });
  });

  it("never lets a looser one beside it loosen anything", () => {
    const levels = fc.array(fc.constantFrom(...NOTE_LEVELS), { minLength: 1 });
    fc.assert(
      fc.property(levels, fc.constantFrom(...NOTE_LEVELS), (all, one) => {
        const [rule, more] = [noteRule(all), noteRule([...all, one])];
        for (const what of ["written", "listed", "named"] as const)
          expect(rule[what] || !more[what]).toBe(true);
      }),
    );
  });
});

describe("lines", () => {
  const words = { text: "One\n\n two \nOne", actions: "Ask Ama", links: "One" };

  it("are those that say something, each once", () => {
    expect(linesOf(words)).toEqual(["One", "two", "Ask Ama"]);
    expect(linesOf(NO_WORDS)).toEqual([]);
  });

  it("go wherever they stand, and take no other with them", () => {
    expect(withoutLine(words, "One")).toEqual({ text: "\n two ", actions: "Ask Ama", links: "" });
    expect(withoutLine(words, "two").text).toBe("One\n\nOne");
    expect(withoutLine(words, "tw")).toEqual(words);
  });
});

describe("a version", () => {
  const of = (length: number) => ({ ...NO_WORDS, text: "a".repeat(length) });

  it("is kept of what stood five minutes after the last one, and never of nothing", () => {
    expect(keepsBefore(of(3), of(4), 0, 5 * MINUTE - 1)).toBe(false);
    expect(keepsBefore(of(3), of(4), 0, 5 * MINUTE)).toBe(true);
    expect(keepsBefore(of(3), of(4), null, 0)).toBe(true);
    expect(keepsBefore(NO_WORDS, of(4), null, 0)).toBe(false);
  });

  it("is kept at once before most of a note goes, and not before a word of it does", () => {
    expect(keepsBefore(of(240), of(120), 0, 1)).toBe(true);
    expect(keepsBefore(of(241), of(121), 0, 1)).toBe(false);
    expect(keepsBefore(of(119), of(0), 0, 1)).toBe(false);
  });
});
