import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finder, fold, searchText } from "#domain/search.ts";

const finds = (search: string, texts: readonly string[]) => finder(search)(searchText(texts));

describe("somebody is found", () => {
  it.each([
    ["o'brien", "Ann O’Brien"],
    ["O’BRIEN", "Ann O'Brien"],
    ["oʼbrien", "Ann OBrien"],
    ["sian", "Siân Evans"],
    ["EVANS  siân", "Sian Evans"],
    ["mary jane", "Mary-Jane Platt"],
    ["mary-jane", "Mary Jane Platt"],
    ["maryjane", "Mary‑Jane Platt"],
    ["macdonald", "Flora McDonald"],
    ["McDonald", "Flora MacDonald"],
    ["strasse", "Jo Straße"],
    ["lodz soren", "Søren Łódź"],
    ["किर", "किरण"],
    ["οδυσσεύς", "ΟΔΥΣΣΕΎΣ"],
    ["فاطمة", "فاطمة الزهراء"],
  ])("by %j as %j", (search, name) => {
    expect(finds(search, [name])).toBe(true);
  });
});

describe("two people stay two", () => {
  it.each([
    ["करण", "किरण"],
    ["किरण", "करण"],
    ["حمد", "حُمَّد"],
    ["елка", "ёлка"],
    ["mcdonald", "Ronald Mace"],
    ["ann smith", "Ann Jones"],
  ])("%j does not find %j", (search, name) => {
    expect(finds(search, [name])).toBe(false);
  });
});

it("looks in name, organisation and address, each word anywhere", () => {
  const known = ["Ann O’Brien", "Sandwell Council", "ann.o'brien@sandwell.example"];
  expect(finds("sandwell ann", known)).toBe(true);
  expect(finds("obrien@sandwell", known)).toBe(true);
  expect(finds("dudley ann", known)).toBe(false);
});

it("finds everybody by nothing", () => {
  expect(finds("  ", ["Ann"])).toBe(true);
});

/** Letters of many scripts as people write them, with what stands between the parts of a name. */
const letter = fc.constantFrom(
  ..."abcxyzABCXYZ",
  ..."áàâäãåçéèêëíñóòôöøúüýÿžšßæœłđþðŵŷİıŉ",
  ..."αβγσςωΑΣΩάήώᾳ",
  ..."абвйёжяЁЖ",
  ...["कि", "कु", "क्ष", "ज़", "रा"],
  ...["م", "حَ", "دّ", "ة", "لا"],
  ..."李小龍한글",
);
const part = fc.array(letter, { minLength: 1, maxLength: 8 }).map((letters) => letters.join(""));
const name = fc
  .array(fc.tuple(part, fc.constantFrom(" ", "  ", "-", "’", "'")), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.map(([text, gap]) => text + gap).join(""));

/** A way to type what one read: in another case, decomposed, without accents, with another apostrophe or hyphen. */
const retyped = fc.constantFrom<((text: string) => string)[]>(
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.normalize("NFD"),
  (text) => text.normalize("NFC"),
  (text) => text.normalize("NFD").replace(/(\p{Script=Latin})\p{M}+/gu, "$1"),
  (text) => text.replace(/['’]/gu, "ʼ"),
  (text) => text.replace(/['’]/gu, ""),
  (text) => text.replace(/-/gu, " "),
  (text) => text.replace(/-/gu, "‐"),
  (text) => text.replace(/ /gu, "   "),
  (text) => fold(text),
);

it("finds a person by any piece of their own name, however it is typed, in any order", () => {
  const segments = new Intl.Segmenter("en", { granularity: "grapheme" });
  fc.assert(
    fc.property(
      name,
      fc.nat(30),
      fc.nat(30),
      fc.array(retyped, { maxLength: 3 }),
      (whole, from, to, ways) => {
        const signs = [...segments.segment(whole)].map(({ segment }) => segment);
        const piece = signs.slice(Math.min(from, to), Math.max(from, to) + 1).join("");
        const typed = ways.reduce((text, way) => way(text), piece);
        expect(finds(typed, [whole])).toBe(true);
        const turned = typed.split(/\s+/u).reverse().join(" ");
        expect(finds(turned, [whole])).toBe(true);
      },
    ),
    { numRuns: 2_000 },
  );
});

it("changes nothing by folding twice", () => {
  // Every sign there is, once: a draw seldom meets those whose capital has no way back.
  for (let code = 0; code <= 0x1_ffff; code++) {
    const sign = String.fromCodePoint(code);
    if (fold(fold(sign)) !== fold(sign))
      expect.fail(`U+${code.toString(16)} is folded otherwise a second time`);
  }
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});
