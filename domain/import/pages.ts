/** A file as it was sent, as the texts of its pages. */
import { listed } from "#domain/import/across.ts";
import { decode } from "#domain/import/text.ts";
import { isZip, type ReadWorkbook, readWorkbook } from "#domain/import/workbook.ts";

/**
 * A text is one page without a name. A grid with its rooms across is read as a list.
 *
 * @param most how long the texts may be together, in UTF-16 code units
 */
export async function pagesOf(bytes: Uint8Array, most: number): Promise<ReadWorkbook> {
  const read = await textsOf(bytes, most);
  if ("wrong" in read) return read;
  const pages = read.pages.map(({ name, text }) => ({ name, text: listed(text) ?? text }));
  // A room's name is said in every cell of a list: it may be longer.
  return pages.reduce((sum, { text }) => sum + text.length, 0) > most ? { wrong: "text_big" } : { pages };
}

async function textsOf(bytes: Uint8Array, most: number): Promise<ReadWorkbook> {
  if (isZip(bytes)) return readWorkbook(bytes, most);
  const text = decode(bytes);
  return text === null ? { wrong: "unreadable" } : { pages: [{ name: "", text }] };
}
