/** Workbooks (`.xlsx`) as the texts of their pages, opened as what they are: a stranger's zip full of XML. */

import { Unzip, UnzipInflate, zipSync } from "fflate";
import readXlsxFile from "read-excel-file/universal";
import { ROWS_MAX } from "#domain/import/sheets.ts";

/** One page of a workbook, as comma-separated text whose lines are the page's rows. */
export type Page = { name: string; text: string };

export type ReadWorkbook = { pages: Page[] } | { wrong: "unreadable" | "text_big" };

/** What all the parts of a workbook may weigh unpacked, in bytes: a list of 20,000 rows has about 8 MB. */
const UNPACKED_MAX = 24 * 1024 * 1024;
const PARTS_MAX = 200;
const PAGES_MAX = 20;

/** Columns a page may have, those left alone included. */
const WIDEST = 256;

/** Bytes unpacked at a time: deflate makes at most a thousandfold of them before they are counted. */
const BITE = 8 * 1024;

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Reads a workbook. @param most how long the texts of all pages may be together, in UTF-16 code units */
export async function readWorkbook(bytes: Uint8Array, most: number): Promise<ReadWorkbook> {
  const parts = unpack(bytes);
  if (parts === "big" || (parts && reachesTooFar(parts, most))) return { wrong: "text_big" };
  if (!parts?.has("xl/workbook.xml")) return { wrong: "unreadable" };
  try {
    // Packed again without deflate: the reader then sees exactly the parts that were counted here.
    const counted = zipSync(Object.fromEntries(parts), { level: 0 });
    const pages = await readXlsxFile(counted.buffer as ArrayBuffer);
    return textsOf(pages.slice(0, PAGES_MAX), most);
  } catch {
    // Whatever the reader stumbles over, it is in the file: there is nothing else it could be.
    return { wrong: "unreadable" };
  }
}

/**
 * The XML parts of a zip, without what is empty in them, or null when it cannot be opened. Sizes a zip states of
 * itself are not believed.
 */
function unpack(bytes: Uint8Array): Map<string, Uint8Array> | "big" | null {
  const parts = new Map<string, Uint8Array[]>();
  let [size, count, failed] = [0, 0, false];
  const unzip = new Unzip((file) => {
    count += 1;
    if (!/\.(xml|rels)$/.test(file.name)) return;
    const chunks: Uint8Array[] = [];
    parts.set(file.name, chunks);
    file.ondata = (error, chunk) => {
      failed ||= error !== null;
      size += chunk?.length ?? 0;
      if (size <= UNPACKED_MAX && chunk) chunks.push(chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += BITE) {
      unzip.push(bytes.subarray(at, at + BITE), at + BITE >= bytes.length);
      if (size > UNPACKED_MAX || count > PARTS_MAX) return "big";
    }
  } catch {
    return null;
  }
  return failed ? null : new Map([...parts].map(([name, chunks]) => [name, withoutEmpty(joined(chunks))]));
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** How a name in XML may begin, and the attributes of a tag; a `>` within quotes ends no tag. */
const PREFIX = /(?:[^\s<>:/"']+:)?/.source;
const ATTRIBUTES = /((?:"[^"]*"|'[^']*'|[^<>"'])*)/.source;
const VALUELESS = `(?:\\s*<${PREFIX}v\\s*/>|\\s*<${PREFIX}v>\\s*</${PREFIX}v>)?`;

const EMPTY_CELL = emptyTag("c", VALUELESS);
const EMPTY_ROW = emptyTag("row", "");
const ROW_OR_CELL = new RegExp(`<${PREFIX}(row|c)(?=[\\s/>])(?:${ATTRIBUTES}>)?`, "g");
const ADDRESS = /\sr\s*=\s*["']([^"']*)["']/;

function emptyTag(name: string, content: string): RegExp {
  const end = `/>|>${content}\\s*</${PREFIX}${name}\\s*>`;
  return new RegExp(`<${PREFIX}${name}(?=[\\s/>])${ATTRIBUTES}(?:${end})`, "g");
}

/**
 * A part without the cells and rows that are there for their looks only: spreadsheets write them out to the last
 * column and row. One without an address stays, for those after it are counted from it.
 */
function withoutEmpty(part: Uint8Array): Uint8Array {
  const xml = new TextDecoder().decode(part);
  if (!xml.includes("sheetData")) return part;
  const dropped = (tag: string, attributes: string) => (ADDRESS.test(attributes) ? "" : tag);
  return new TextEncoder().encode(xml.replace(EMPTY_CELL, dropped).replace(EMPTY_ROW, dropped));
}

/**
 * Whether a page has so many rows or columns, or a cell so far out, that the empty ones before it would fill the
 * memory; or all pages together, whose every cell is at least a comma of their texts. A page whose tags do not end, or
 * whose addresses cannot be seen here, counts as one.
 */
function reachesTooFar(parts: ReadonlyMap<string, Uint8Array>, most: number): boolean {
  let area = 0;
  return [...parts.values()].some((part) => {
    const xml = new TextDecoder().decode(part);
    if (!xml.includes("sheetData")) return false;
    let [rows, cells, height, width] = [0, 0, 0, 0];
    for (const [, tag, attributes] of xml.matchAll(ROW_OR_CELL)) {
      if (attributes === undefined) return true;
      rows += tag === "row" ? 1 : 0;
      cells = tag === "row" ? 0 : cells + 1;
      const [, address] = ADDRESS.exec(attributes) ?? [];
      const [, letters = "", row = "0"] = /^([A-Z]{0,3})(\d{1,7})$/.exec(address ?? "0") ?? ["", "ZZZ"];
      const furthest = Math.max(rows, Number(row));
      const column = Math.max(cells, columnOf(letters));
      if (furthest > ROWS_MAX + 1 || column > WIDEST) return true;
      if (tag !== "row") [height, width] = [Math.max(height, furthest), Math.max(width, column)];
    }
    area += height * width;
    return area > most;
  });
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

type Cell = unknown;

function textsOf(
  sheets: readonly { sheet: string; data: readonly (readonly Cell[])[] }[],
  most: number,
): ReadWorkbook {
  const pages: Page[] = [];
  let left = most;
  for (const { sheet, data } of sheets) {
    const lines: string[] = [];
    for (const row of data) {
      const line = writeRow(row);
      left -= line.length;
      if (left < 0) return { wrong: "text_big" };
      lines.push(line);
    }
    if (lines.some((line) => /[^,\s]/.test(line))) pages.push({ name: sheet, text: lines.join("") });
  }
  return pages.length > 0 ? { pages } : { wrong: "unreadable" };
}

function writeRow(row: readonly Cell[]): string {
  return `${row.map((cell) => quoted(textOf(cell))).join(",")}\n`;
}

const quoted = (text: string) =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""').replace(/\s+/g, " ")}"` : text;

/** The first days from which workbooks count: of 1900, and of 1904 where they were made on an old Mac. */
const isFirstDay = (day: string) => day < "1900-01-02" || day === "1904-01-01" || day === "1904-01-02";

/** Dates as Excel keeps them, without a zone: those of its first days are times alone. */
function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  if (!(cell instanceof Date)) return String(cell);
  if (Number.isNaN(cell.getTime())) return "";
  // A hair's breadth lies between a fraction of a day and the minute it means.
  const [day = "", time = ""] = new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString().split("T");
  const clock = time.slice(0, 5);
  return isFirstDay(day) ? clock : `${day}T${clock}`;
}
