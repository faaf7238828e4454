/** A workbook that is written holds texts and nothing else. */
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { readWorkbook } from "#domain/import/workbook.ts";
import { writeWorkbook } from "#domain/workbook.ts";

it("has no formula in it, whatever somebody called their session", async () => {
  const bytes = await writeWorkbook(
    [["Title"], ['=HYPERLINK("https://evil.example")'], ["+44"], ["<b>&"]],
    "Grid",
  );
  const parts = Object.entries(unzipSync(bytes)).map(([, part]) => strFromU8(part));
  expect(parts.join("")).not.toMatch(/<f[ >]/);
  const read = await readWorkbook(bytes, 10_000);
  expect(read).toEqual({
    pages: [{ name: "Grid", text: 'Title\n"\'=HYPERLINK(""https://evil.example"")"\n\'+44\n<b>&\n' }],
  });
});

it("is one of rows of any length, also of none", async () => {
  const bytes = await writeWorkbook([["a", "b"], ["c"]], "Grid");
  expect(await readWorkbook(bytes, 10_000)).toEqual({ pages: [{ name: "Grid", text: "a,b\nc,\n" }] });
  expect((await writeWorkbook([], "Grid")).length).toBeGreaterThan(0);
});
