import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cornerOf, FORMAT_NAMES, FORMATS, onSheet, onSheets, SHEET } from "#domain/badge/format.ts";

const formats = fc.constantFrom(...FORMAT_NAMES);

test("every label is on its sheet, and none on another", () => {
  for (const format of FORMAT_NAMES) {
    const { width, height } = FORMATS[format];
    const corners = Array.from({ length: onSheet(format) }, (_, n) => cornerOf(format, n));
    for (const { x, y } of corners) {
      expect(x).toBeGreaterThan(-0.01);
      expect(y).toBeGreaterThan(-0.01);
      expect(x + width).toBeLessThan(SHEET.width + 0.01);
      expect(y + height).toBeLessThan(SHEET.height + 0.01);
    }
    for (const [i, a] of corners.entries())
      for (const b of corners.slice(i + 1))
        expect(Math.abs(a.x - b.x) > width - 0.01 || Math.abs(a.y - b.y) > height - 0.01).toBe(true);
  }
});

test("sheets are cut where their makers say", () => {
  const first = (format: (typeof FORMAT_NAMES)[number]) => {
    const { x, y } = cornerOf(format, 0);
    return [onSheet(format), Number(x.toFixed(2)), Number(y.toFixed(2))];
  };
  expect(first("l7160")).toEqual([21, 7.21, 15.15]);
  expect(first("l7163")).toEqual([14, 4.65, 15.15]);
  expect(first("l4785")).toEqual([10, 17.5, 13.5]);
  expect(first("card")).toEqual([10, 15, 12]);
  expect(first("a6")).toEqual([4, 0, 0]);
  expect(cornerOf("l4785", 3)).toEqual({ x: 112.5, y: 68.5 });
});

test("a sheet that is part used goes on at its first free label, and nobody is left out or twice", () => {
  fc.assert(
    fc.property(formats, fc.nat(60), fc.nat(20), (format, many, used) => {
      const start = (used % onSheet(format)) + 1;
      const badges = Array.from({ length: many }, (_, n) => n);
      const sheets = onSheets(badges, format, start);
      expect(sheets.flat().map(({ badge }) => badge)).toEqual(badges);
      expect(sheets.length).toBe(many === 0 ? 0 : Math.ceil((many + start - 1) / onSheet(format)));
      for (const [index, sheet] of sheets.entries())
        expect(sheet.map(({ n }) => n)).toEqual(sheet.map((_, n) => n + (index === 0 ? start - 1 : 0)));
    }),
  );
});

test("a page of a label printer is as large as the label", () => {
  const css = readFileSync("components/badge/badge.module.css", "utf8");
  for (const format of FORMAT_NAMES) {
    const { width, height } = FORMATS[format];
    expect(css).toContain(`@page ${format} {\n    size: ${width}mm ${height}mm;`);
    expect(css).toContain(`[data-single="${format}"] {\n      page: ${format};`);
  }
});
