import { describe, expect, test } from "vitest";
import { clean, decode, same, shortened } from "#domain/import/text.ts";

const words = "title\nCafé – “Siân”\n";

describe("bytes from any spreadsheet", () => {
  test("UTF-8, with and without its mark", () => {
    expect(decode(new TextEncoder().encode(words))).toBe(words);
    expect(decode(new TextEncoder().encode(`\ufeff${words}`))).toContain(words);
  });

  test("Windows-1252 from an older Excel", () => {
    expect(decode(Uint8Array.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0x96, 0x20, 0x93, 0x80]))).toBe("Café – “€");
  });

  test("UTF-16 as Excel's Unicode text", () => {
    const bytes = new Uint8Array(Buffer.from(`\ufeff${words}`, "utf16le"));
    expect(decode(bytes)).toBe(words);
  });
});

test("a cell becomes one line without what hides or reorders", () => {
  expect(clean("  a\r\n b\tc\u0000\u202e\u200b ")).toBe("a b c");
});

test("a formula stays the text it is", () => {
  expect(clean('=HYPERLINK("x")')).toBe('=HYPERLINK("x")');
});

test("the same words are the same however they are typed", () => {
  expect(same("Don’t  Panic")).toBe(same("don't panic"));
  expect(same("Sia\u0302n")).toBe(same("Siân"));
});

test("a long text ends at a word, inside the limit", () => {
  expect(shortened("one two three", 13)).toBe("one two three");
  expect(shortened("one two three four", 13)).toBe("one two…");
  expect([...shortened("x".repeat(200), 90)]).toHaveLength(90);
});
