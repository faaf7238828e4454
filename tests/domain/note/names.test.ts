import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namesOf, namesWritten, unnamed } from "#domain/note/names.ts";
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

  it("leave no whole name of anybody behind, whatever stands around it", () => {
    const word = fc.string({ unit: "binary", maxLength: 8 });
    fc.assert(
      fc.property(word, fc.constantFrom("Ada Lovelace", "王伟"), word, (before, name, after) => {
        const text = unnamed(of(`${before} ${name} ${after}`), names, "#").text;
        expect(text).not.toContain(name);
      }),
    );
  });
});
