import { expect, it } from "vitest";
import { writeCsv } from "#domain/csv.ts";

it("writes cells with commas, quotes and line breaks so that they come back whole", () => {
  expect(writeCsv([["Ama", 'says "hello", twice', "two\nlines"], [1]])).toBe(
    'Ama,"says ""hello"", twice","two\nlines"\r\n1\r\n',
  );
});

it.each(["=1+1", "+44 7700", "-2", "@cmd", "\tx", "\rx"])("never lets %j be a formula", (text) => {
  expect(writeCsv([[text]]).replace(/^"/, "")).toMatch(/^'/);
});

it("leaves numbers alone, which cannot be formulas", () => {
  expect(writeCsv([[-5]])).toBe("-5\r\n");
});
