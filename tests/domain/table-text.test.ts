import fc from "fast-check";
import { expect, it } from "vitest";
import { readPasted, writeTable } from "#domain/table-text.ts";
import { writtenText } from "#tests/support/texts.ts";

const HEADS = { one: ["One"], two: ["Two", "Second"] };

it("whatever its cells say, a table comes out of its text as it was", () => {
  const cells = fc.array(writtenText(40), { minLength: 2, maxLength: 2 });
  fc.assert(
    fc.property(fc.array(cells, { maxLength: 8 }), (rows) => {
      const said = rows.filter((row) => row.some((cell) => cell !== ""));
      const read = readPasted(writeTable([["One", "Second"], ...said]), HEADS);
      expect(read).toMatchObject({ columns: ["one", "two"], rows: said.map((cells) => ({ cells })) });
    }),
    { numRuns: 500 },
  );
});

it("a first row is a head where two of its cells are called as columns are, in any case", () => {
  expect(readPasted("one,other,SECOND\n1,2,3", HEADS)).toMatchObject({
    columns: ["one", null, "two"],
    rows: [{ number: 2, cells: ["1", "2", "3"] }],
  });
  expect(readPasted("One,2", HEADS)).toMatchObject({
    columns: null,
    rows: [{ number: 1, cells: ["One", "2"] }],
  });
});

it("tabs are between the cells wherever there are any, however many commas there are", () => {
  expect(readPasted("a, b, c\td\ne", HEADS)).toMatchObject({
    rows: [{ cells: ["a, b, c", "d"] }, { cells: ["e"] }],
  });
});
