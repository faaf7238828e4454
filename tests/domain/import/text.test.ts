import { describe, expect, test } from "vitest";
import { decode, outline, same } from "#domain/import/text.ts";

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

  test("UTF-16 of either kind without its mark", () => {
    const bytes = Buffer.from(words, "utf16le");
    expect(decode(new Uint8Array(bytes))).toBe(words);
    expect(decode(new Uint8Array(bytes.swap16()))).toBe(words);
  });

  test.each([
    ["a workbook of the old kind", [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 0x0d]],
    ["bytes of no text", Array.from({ length: 200 }, (_, n) => n % 8)],
  ])("%s is no text", (_, bytes) => {
    expect(decode(Uint8Array.from(bytes))).toBeNull();
  });
});

test("the same words are the same however they are typed", () => {
  expect(same("Don’t  Panic")).toBe(same("don't panic"));
  expect(same("Sia\u0302n")).toBe(same("Siân"));
});

test("marks count when names are compared, and not when they are asked about", () => {
  for (const [one, other] of [
    ["Zoë", "Zoe"],
    ["किरण", "करण"],
    ["O’Brien, Zoë", "Zoe OBrien"],
    ["Łukasz", "lukasz"],
  ] as const) {
    expect([one, same(one) === same(other), outline(one) === outline(other)]).toEqual([one, false, true]);
  }
  expect(outline("Ama Boateng")).not.toBe(outline("Ama Boadu"));
});
