/** A file as it was sent, as the texts of its pages. */
import { decode } from "#domain/import/text.ts";
import { isZip, type ReadWorkbook, readWorkbook } from "#domain/import/workbook.ts";

/** A text is one page without a name. @param most how long the texts may be together, in UTF-16 code units */
export async function pagesOf(bytes: Uint8Array, most: number): Promise<ReadWorkbook> {
  if (isZip(bytes)) return readWorkbook(bytes, most);
  const text = decode(bytes);
  return text === null ? { wrong: "unreadable" } : { pages: [{ name: "", text }] };
}
