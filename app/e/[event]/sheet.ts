/** A grid as a spreadsheet to download. */
import "server-only";
import { z } from "zod";
import { writeCsv } from "#domain/csv.ts";
import type { EventView } from "#domain/event.ts";
import { gridSheet, SHAPES } from "#domain/grid-sheet.ts";
import { writeWorkbook } from "#domain/workbook.ts";
import { wordsOf } from "#messages/words.ts";
import type { ShownGrid } from "./shown-grid.ts";

const words = wordsOf("sheet");

/** What no link of ours says is as if it were not there. */
const asked = z.object({ shape: z.enum(SHAPES).catch("table"), as: z.enum(["xlsx", "csv"]).catch("csv") });

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** @param request says in which shape, and of which type */
export async function sheetOf(
  request: Request,
  { slug, zone }: Pick<EventView, "slug" | "zone">,
  { grid, pitches, version }: ShownGrid,
): Promise<Response> {
  const { shape, as } = asked.parse(Object.fromEntries(new URL(request.url).searchParams));
  const rows = gridSheet(shape, { grid, pitches, zone }, words.columns);
  // The mark at the start tells Excel that this is UTF-8.
  const body = as === "csv" ? `\uFEFF${writeCsv(rows)}` : await writeWorkbook(rows, words.page);
  const file = words.file(slug, version ? String(version.number) : "draft", as);
  return new Response(body, {
    headers: {
      "content-type": TYPES[as],
      "content-disposition": `attachment; filename="${file}"`,
      "cache-control": "private, no-store",
    },
  });
}
