import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { manyLines, oneLine, shortened, unlinked } from "#domain/text.ts";

/** Anything at all, rich in the signs that have made trouble. */
const anything = fc
  .array(
    fc.oneof(
      fc.uint16Array({ maxLength: 20 }).map((units) => String.fromCharCode(...units)),
      fc.constantFrom(
        ..."\0\t\r\n\u0085\u00ad\u0301\u061c\u115f\u200b\u200c\u200d\u200e\u202e\u2028\u2066\u2800\u3164\ufe0f\ufeff\uffff\ud800\udc00",
        "\u{1f3f4}",
        "\u{e0067}",
        "\u{e007f}",
        "é",
        "क्",
        "👩",
        " ",
      ),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(""));

describe("whatever is written", () => {
  test("becomes a text that the same rule leaves alone", () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const rule of [oneLine, manyLines]) expect(rule(rule(text))).toBe(rule(text));
      }),
    );
  });
  test("holds nothing that a database, a page or a mail cannot carry", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(/[\p{Cc}\p{Cs}]/u.exec(oneLine(text))).toBeNull();
        expect(/[\p{Cc}\p{Cs}]/u.exec(manyLines(text).replaceAll("\n", ""))).toBeNull();
        expect(oneLine(text)).toBe(oneLine(text).normalize("NFC").trim());
      }),
    );
  });
  test("is one text, however its accents and line breaks were typed", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const clean = oneLine(text);
        expect(oneLine(clean.normalize("NFD"))).toBe(clean);
        expect(manyLines(manyLines(text).replaceAll("\n", "\r\n"))).toBe(manyLines(text));
      }),
    );
  });
});

test("signs that only hide are taken out, and a text of nothing else is empty", () => {
  expect(oneLine("a\0b\u200bc\u202ed\ufeff")).toBe("abcd");
  expect(oneLine(" two\r\n\t words\u2028here ")).toBe("two words here");
  expect(oneLine("half \ud83d of a face")).toBe("half of a face");
  const blanks = [
    "",
    " \u3000",
    "\u200b\u200b",
    "\u200d",
    "\ufeff",
    "\u202e\u2066",
    "\u3164",
    "\u2800",
    "\u0301",
  ];
  expect(blanks.map(oneLine)).toEqual(blanks.map(() => ""));
  expect(blanks.map(manyLines)).toEqual(blanks.map(() => ""));
  expect(oneLine("boss\u{e0068}\u{e0069}")).toBe("boss");
});

test("what scripts and emoji need is kept", () => {
  const fine = ["می‌خواهم", "അവന്‍", "क्‍ष", "👩‍💻", "❤️‍🔥", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "Zoë", "किरण", "O’Brien", "C# & <b>", "🤦🏽‍♀️"];
  expect(fine.map(oneLine)).toEqual(fine);
});

test("lines stay lines, and a break counts once whatever the browser sent", () => {
  expect(manyLines("\r\none\r\ntwo\rthree\n\nfour \u0085")).toBe("one\ntwo\nthree\n\nfour");
  expect(manyLines(`${"x".repeat(985)}${"\r\n".repeat(10)}y`)).toHaveLength(996);
});

describe("a text that is too long", () => {
  test("is cut at a word, with an ellipsis", () => {
    expect(shortened("One two three four", 12)).toBe("One two…");
    expect(shortened("One two", 7)).toBe("One two");
  });
  test("is never longer than asked, nor cut within a character", () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 30 }), (text, most) => {
        const short = shortened(oneLine(text), most);
        expect(short.length).toBeLessThanOrEqual(most);
        expect(oneLine(short)).toBe(short);
      }),
    );
    expect(shortened("👩‍💻👩‍💻👩‍💻", 11)).toBe("👩‍💻👩‍💻…");
  });
});

test("a name in a mail looks as it is written, and no part of it like a link", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z.:/@。．｡ ]{0,30}$/), (name) => {
      const said = unlinked(name);
      expect(said.replaceAll("\u200b", "")).toBe(name);
      expect(said).not.toMatch(/[a-z][.。．｡][a-z]|:\/|@[a-z]/);
    }),
  );
  expect(unlinked("Priya Nair-O’Brien Jr.")).toBe("Priya Nair-O’Brien Jr.");
});
