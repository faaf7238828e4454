/** Rows as a workbook (`.xlsx`). Every cell is a text, so that none is taken for a formula. */

import writeWorkbookFile from "write-excel-file/node";
import { defused } from "#domain/csv.ts";

/** Of a column, in letters. */
const [NARROWEST, WIDEST] = [8, 40];

/** @param rows the first is the header @param name of its one page, at most 31 letters */
export async function writeWorkbook(
  rows: readonly (readonly string[])[],
  name: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const most = Math.max(0, ...rows.map(({ length }) => length));
  const columns = Array.from({ length: most }, (_, at) => {
    const longest = Math.max(...rows.map((row) => row[at]?.length ?? 0));
    return { width: Math.min(WIDEST, Math.max(NARROWEST, longest + 2)) };
  });
  const data = rows.map((row, n) =>
    Array.from({ length: most }, (_, at) => ({
      value: defused(row[at] ?? ""),
      type: String,
      wrap: true,
      alignVertical: "top" as const,
      ...(n === 0 && { fontWeight: "bold" as const }),
    })),
  );
  return new Uint8Array(
    await writeWorkbookFile(data, { columns, sheet: name, stickyRowsCount: 1 }).toBuffer(),
  );
}
