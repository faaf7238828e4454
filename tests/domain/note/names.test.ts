import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namesOf, namesWritten, replaced, unnamed, wholeNamesOf } from "#domain/note/names.ts";
import { NO_WORDS } from "#domain/note.ts";

const names = namesOf(["Ada Lovelace", "Will Smith", "José Álvarez-Núñez", "王伟", "Bo", "X"]);
const of = (text: string) => ({ ...NO_WORDS, text });
const found = (text: string) => namesWritten(of(text), names);

describe("names in a text", () => {
  it.each([
    ["Ada Lovelace said so", ["Ada Lovelace"]],
    ["As Ada’s own note has it", ["Ada"]],
    ["ada lovelace, in no capitals", ["ada lovelace"]],
    ["ADA LOVELACE", ["ADA LOVELACE"]],
    ["Jose Alvarez Nunez without an accent", ["Jose Alvarez Nunez"]],
    ["Mr. SMITH of Leeds", ["SMITH"]],
    ["昨天王伟说", ["王伟"]],
    ["Bo", ["Bo"]],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it("are no words that only look like one", () => {
    expect(found("I will go, and an adaptation of Adam’s; X marks it")).toEqual([]);
  });

  it("are found in every box, and each once", () => {
    expect(namesWritten({ text: "Ada", actions: "Ask Will", links: "Ada" }, names)).toEqual(["Ada", "Will"]);
  });

  it("are said by something else, and the rest stays as it was", () => {
    expect(unnamed(of("Then Ada Lovelace, and Will:\n- no"), names, "[name]").text).toBe(
      "Then [name], and [name]:\n- no",
    );
  });

  it("count as a whole alone where that is asked", () => {
    const whole = wholeNamesOf(["Ada Lovelace", "Bo"]);
    const words = of("ada lovelace, Ada and Bo, Lovelace");
    expect(namesWritten(words, whole)).toEqual(["ada lovelace"]);
  });

  it("are replaced where they were found, and not within another word", () => {
    expect(replaced("Bo and Boat, Bo", "Bo", "#")).toBe("# and Boat, #");
    expect(replaced("昨天王伟说", "王伟", "#")).toBe("昨天#说");
    expect(replaced("A. Smith (A. Smith)", "A. Smith", "$&")).toBe("$& ($&)");
  });

  it("leave no whole name of anybody behind, whatever stands around it", () => {
    const sign = fc.constantFrom("a", "Ä", "A", " ", "-", "’", "王", "\u0301", "1", "\n", "😀", "Ada");
    const word = fc.string({ unit: sign, maxLength: 8 });
    fc.assert(
      fc.property(word, fc.constantFrom("Ada Lovelace", "王伟"), word, (before, name, after) => {
        const text = unnamed(of(`${before} ${name} ${after}`), names, "#").text;
        expect(text).not.toContain(name);
      }),
    );
  });
});
