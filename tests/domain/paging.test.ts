import fc from "fast-check";
import { expect, test } from "vitest";
import {
  FIRST_PAGE,
  type Key,
  leadTo,
  type Page,
  pageAmong,
  pageNumber,
  pageOf,
  pageWithin,
  turned,
  turnOf,
  windowOf,
  yearNumber,
} from "#domain/paging.ts";

test("walked from the first page on, every row is shown once, and the last page says that it is the last", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 40 }), (many, size) => {
      const rows = Array.from({ length: many }, (_, index) => index);
      const walked: number[] = [];
      for (let page = 1; ; page++) {
        const { limit, offset } = windowOf(page, size);
        const shown = pageOf(rows.slice(offset, offset + limit), page, size);
        expect(shown.items.length).toBeLessThanOrEqual(size);
        walked.push(...shown.items);
        if (!shown.more) break;
      }
      expect(walked).toEqual(rows);
    }),
  );
});

test("asked for beyond its last page, a list shows the last there is, and never a page of nobody while there is anybody", () => {
  const sizes = fc.integer({ min: 1, max: 40 });
  fc.assert(
    fc.property(fc.nat(200), sizes, fc.integer({ min: 1, max: 9_999 }), (many, size, asked) => {
      const rows = Array.from({ length: many }, (_, index) => index);
      const { items, page, more } = pageAmong(rows, asked, size);
      expect(page).toBe(pageWithin(asked, many, size));
      expect(items).toEqual(rows.slice((page - 1) * size, page * size));
      expect(more).toBe(page * size < many);
      expect(items.length > 0 || many === 0).toBe(true);
      expect(page === asked || (page < asked && !more)).toBe(true);
    }),
  );
});

test("an address asks for a page or a year by a whole number, and for the first page or no year by anything else", () => {
  expect(["1", "7", "9999", "10000", "9".repeat(400)].map(pageNumber)).toEqual([1, 7, 9999, 9999, 9999]);
  expect(["1", "2024", "9999", "10000"].map(yearNumber)).toEqual([1, 2024, 9999, null]);
  fc.assert(
    fc.property(
      fc.oneof(fc.anything(), fc.string(), fc.constantFrom("0", "-1", "1e3", "01", " 2", "2.5")),
      (asked) => {
        fc.pre(typeof asked !== "string" || !/^[1-9][0-9]*$/.test(asked));
        expect([pageNumber(asked), yearNumber(asked)]).toEqual([1, null]);
      },
    ),
  );
});

const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const ROWS: Key[] = Array.from({ length: 200 }, (_, n) => ({
  date: `2026-07-${String(1 + Math.floor(n / 10)).padStart(2, "0")}`,
  at: Date.UTC(2026, 6, 1) + n,
  id: idOf(n),
}));

/** As a database reads it: one more than is shown, nearest first. */
function read(rows: readonly Key[], asked: string, size: number): Page<Key> {
  const turn = turnOf(Object.fromEntries(new URLSearchParams(asked)))!;
  const { side, key } = turn.from ?? {};
  const there = rows.findIndex(({ id }) => id === key?.id);
  const some = side === "before" ? rows.slice(0, there).reverse() : rows.slice(there + 1);
  return turned(some.slice(0, size + 1), turn, size, (row) => row);
}

test("walked by what stands at the ends of its pages, every row is shown once, and going back shows the same", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 40 }), (many, size) => {
      const rows = ROWS.slice(0, many);
      const pages = [read(rows, "", size)];
      for (let last = pages[0]!; last.more; last = pages.at(-1)!)
        pages.push(read(rows, leadTo(last, last.page + 1), size));
      expect(pages.flatMap(({ items }) => items)).toEqual(rows);
      for (const page of pages.slice(1)) {
        const before = read(rows, leadTo(page, page.page - 1), size);
        expect(before.items).toEqual(pages[page.page - 2]!.items);
      }
    }),
  );
});

test("an address whose key is none leads nowhere but to the first page", () => {
  const [{ date, at, id }] = ROWS as [Key];
  expect(turnOf({})).toEqual(FIRST_PAGE);
  expect(turnOf({ page: "7", after: `${date}_${at}_${id}` })).toEqual({
    page: 7,
    from: { side: "after", key: { date, at, id } },
  });
  const wrong = [
    `2026-02-30_${at}_${id}`,
    `${date}_${at}_x`,
    `${date}_1e9_${id}`,
    `${date}_${"9".repeat(15)}_${id}`,
  ];
  for (const key of [...wrong, ["a", "b"], undefined, "\0"]) {
    expect(turnOf({ after: key, before: key })).toEqual(FIRST_PAGE);
    expect(turnOf({ page: "2", after: key })).toBeNull();
  }
});
