import { expect, test } from "vitest";
import { pagesOf } from "#domain/import/pages.ts";
import { workbook } from "#tests/support/workbook.ts";

test("a text is one page without a name", async () => {
  const bytes = new TextEncoder().encode("title\nBins\n");
  expect(await pagesOf(bytes, 100)).toEqual({ pages: [{ name: "", text: "title\nBins\n" }] });
});

test("a workbook has its own pages", async () => {
  const bytes = workbook({ Ideas: [["title"], ["Bins"]], Rest: [["x"]] });
  expect(await pagesOf(bytes, 100)).toEqual({
    pages: [
      { name: "Ideas", text: "title\nBins\n" },
      { name: "Rest", text: "x\n" },
    ],
  });
});

test("what is neither is said to be unreadable", async () => {
  expect(await pagesOf(new Uint8Array([0x25, 0x50, 0x44, 0x46]), 100)).toEqual({ wrong: "unreadable" });
});
