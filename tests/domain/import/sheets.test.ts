import { expect, test } from "vitest";
import { COLUMNS, COLUMNS_OF, SHEET_KINDS } from "#domain/import/sheets.ts";

test("every column means something on some sheet, and is offered once", () => {
  const offered = SHEET_KINDS.flatMap((kind) => COLUMNS_OF[kind]);
  expect([...new Set(offered)].sort()).toEqual([...COLUMNS].sort());
  for (const kind of SHEET_KINDS) expect(new Set(COLUMNS_OF[kind]).size).toBe(COLUMNS_OF[kind].length);
});
