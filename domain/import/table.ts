/** A spreadsheet's text as rows that know where they stand. What the columns mean is left to columns.ts. */
import { CsvError, parse } from "csv-parse/sync";
import type { Problem } from "#domain/import/problem.ts";
import { COLUMNS_MAX, ROWS_MAX } from "#domain/import/sheets.ts";
import { tidy } from "#domain/import/text.ts";

/** A row and the line of the file it begins on, the first being 1. Cells are clean; a cell beyond the end of its row is empty. */
export type Row = { number: number; cells: string[] };

export type Table = { header: Row; rows: Row[] };

type Record = { record: string[]; info: { lines: number } };

const RELAXED = { info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true } as const;

/**
 * Reads commas, semicolons, tabs or pipes, whichever the first line has most of, or as an Excel `sep=` line says;
 * empty rows are skipped. Answers with the one problem that keeps it from being read, where there is one.
 *
 * @param told what stands between the cells, where that is known
 */
export function readTable(text: string, told?: string): Table | Problem {
  const { body, delimiter: found, skipped } = withoutSeparatorLine(text.replace(/^\ufeff/, ""));
  const delimiter = told ?? found;
  let read = 0;
  const onRecord = (record: string[], { lines }: { lines: number }) => {
    read = lines;
    return record;
  };
  try {
    // The types of csv-parse do not know what `info` does to a record.
    const records = parse(body, { ...RELAXED, delimiter, on_record: onRecord }) as unknown as Record[];
    let last = 0;
    const all = records
      .map(({ record, info }) => {
        // A return that ends no line is counted as a break, and no two rows may be one.
        last = Math.max(skipped + info.lines - breaksIn(record), last + 1);
        return { number: last, cells: record.slice(0, COLUMNS_MAX).map(tidy) };
      })
      .filter(({ cells }) => cells.some((cell) => cell !== ""));
    const [first, ...rest] = all;
    if (!first) return problem(1, "header_unknown");
    return rest.length > ROWS_MAX ? problem(ROWS_MAX + 1, "too_many_rows") : { header: first, rows: rest };
  } catch (error) {
    // The row that never ends begins after the last that did.
    if (error instanceof CsvError) return problem(skipped + read + emptyLines(body, read) + 1, "quote_open");
    throw error;
  }
}

function withoutSeparatorLine(text: string): { body: string; delimiter: string; skipped: number } {
  const said = /^"?sep=(.)"?\r?\n/i.exec(text);
  if (said) return { body: text.slice(said[0].length), delimiter: said[1]!, skipped: 1 };
  const first = text.split(/\r?\n/).find((line) => line.trim() !== "") ?? "";
  const unquoted = first.replace(/"[^"]*"/g, "");
  const counts = [",", ";", "\t", "|"].map((sign) => ({ sign, times: unquoted.split(sign).length }));
  const most = counts.reduce((best, other) => (other.times > best.times ? other : best));
  return { body: text, delimiter: most.sign, skipped: 0 };
}

/** How many lines after so many others are empty. */
function emptyLines(text: string, from: number): number {
  const rest = text.split(/\r\n|\n|\r/).slice(from);
  return Math.max(
    0,
    rest.findIndex((line) => line.trim() !== ""),
  );
}

function breaksIn(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}

function problem(row: number, code: Problem["code"]): Problem {
  return { row, column: null, code, value: "", other: "" };
}
