/** Lists of which a page is read at a time. */
import { type Page, pageOf, pageWithin, windowOf } from "#domain/paging.ts";

/**
 * The page that is asked for, or the last there is: people leave, and an address of yesterday asks for a page that is gone.
 *
 * @param read the rows of a window @param all how many there are; asked only where a page is empty
 */
export async function readPage<Row>(
  page: number,
  size: number,
  read: (window: { limit: number; offset: number }) => PromiseLike<readonly Row[]>,
  all: () => PromiseLike<number>,
): Promise<Page<Row>> {
  const rows = await read(windowOf(page, size));
  if (rows.length > 0 || page === 1) return pageOf(rows, page, size);
  const last = pageWithin(page, await all(), size);
  return pageOf(await read(windowOf(last, size)), last, size);
}
