import { expect, test } from "vitest";
import { readPage } from "#db/paging.ts";

/** A list of so many, of which each window that was read is noted. */
function listOf(many: number) {
  const rows = Array.from({ length: many }, (_, index) => index);
  const windows: number[] = [];
  const page = (asked: number) =>
    readPage(
      asked,
      10,
      async ({ limit, offset }) => {
        windows.push(offset);
        return rows.slice(offset, offset + limit);
      },
      async () => rows.length,
    );
  return { page, windows };
}

test("a page that is there is read once, and one beyond the last is the last", async () => {
  const { page, windows } = listOf(25);
  expect(await page(2)).toMatchObject({ page: 2, more: true });
  expect(windows).toEqual([10]);
  expect(await page(99)).toEqual({ items: [20, 21, 22, 23, 24], page: 3, size: 10, more: false });
});

test("of a list of nobody there is the first page, without being counted", async () => {
  const { page } = listOf(0);
  expect(await page(1)).toEqual({ items: [], page: 1, size: 10, more: false });
  expect(await page(7)).toEqual({ items: [], page: 1, size: 10, more: false });
});
