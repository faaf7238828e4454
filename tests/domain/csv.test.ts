import { expect, it } from "vitest";
import { writeCsv } from "#domain/csv.ts";

it("writes cells with commas, quotes and line breaks so that they come back whole", () => {
  expect(writeCsv([["Ama", 'says "hello", twice', "two\nlines"], [1]])).toBe(
    'Ama,"says ""hello"", twice","two\nlines"\r\n1\r\n',
  );
});

const formulas = [
  "=1+1",
  "+44 7700",
  "-2",
  "@cmd",
  "\tx",
  "\rx",
  "\nx",
  " =1",
  "\u00a0\u200b=1",
  "＝1",
  "＋1",
  "－1",
  "＠cmd",
  "﹦1",
  "−1",
];

it.each(formulas)("never lets %j be a formula", (text) => {
  expect(writeCsv([[text]]).replace(/^"/, "")).toMatch(/^'/);
});

it("leaves everything else as it is", () => {
  for (const text of ["Ama", " Ama", "a=b", "Zoë", "किरण", "’quoted’", ""])
    expect(writeCsv([[text]])).toBe(`${text}\r\n`);
});

it("leaves numbers alone, which cannot be formulas", () => {
  expect(writeCsv([[-5]])).toBe("-5\r\n");
});
