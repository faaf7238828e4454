import fc from "fast-check";
import { expect, test } from "vitest";
import { pageNumber, pageOf, windowOf, yearNumber } from "#domain/paging.ts";

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

test("an address asks for a page or a year by a whole number, and for the first page or no year by anything else", () => {
  expect(["1", "7", "9999"].map(pageNumber)).toEqual([1, 7, 9999]);
  expect(["1", "2024", "9999"].map(yearNumber)).toEqual([1, 2024, 9999]);
  fc.assert(
    fc.property(
      fc.oneof(fc.anything(), fc.string(), fc.constantFrom("0", "-1", "1e3", "10000", " 2", "2.5")),
      (asked) => {
        fc.pre(typeof asked !== "string" || !/^[1-9][0-9]{0,3}$/.test(asked));
        expect([pageNumber(asked), yearNumber(asked)]).toEqual([1, null]);
      },
    ),
  );
});
