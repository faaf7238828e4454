import { describe, expect, test } from "vitest";
import { ROWS_MAX } from "#domain/import/sheets.ts";
import { readTable } from "#domain/import/table.ts";

function rows(text: string) {
  const table = readTable(text);
  if ("code" in table) throw new Error(table.code);
  return [table.header, ...table.rows];
}

describe("separators", () => {
  test.each([
    ["commas", "a,b\n1,2\n"],
    ["semicolons", "a;b\n1;2\n"],
    ["tabs", "a\tb\n1\t2\n"],
    ["pipes", "a|b\n1|2\n"],
    ["commas inside quotes", '"a;;;",b\n"1",2\n'],
  ])("%s", (_, text) => {
    expect(rows(text)[1]!.cells).toEqual(["1", "2"]);
  });

  test("an Excel sep= line is obeyed and counted", () => {
    expect(rows("sep=;\r\na;b\r\n1;2,5\r\n")[1]).toEqual({ number: 3, cells: ["1", "2,5"] });
  });
});

test("lines are those of the file: after empty ones, and after a cell of several", () => {
  expect(rows('a,b\n\n"x\ny",2\n,,\n3,4\n').map((row) => row.number)).toEqual([1, 3, 6]);
  // Seen in a draw: a return at the very end was a break of its own, and two rows were one.
  expect(rows("title;sep=;\n\n|\ntitle\r").map((row) => row.number)).toEqual([1, 3, 4]);
});

test("a mark at the front, quotes inside a cell and a short row do no harm", () => {
  expect(rows('\ufeffa,b\nA 5" screen,x\nonly\n').map((row) => row.cells)).toEqual([
    ["a", "b"],
    ['A 5" screen', "x"],
    ["only"],
  ]);
});

describe("what cannot be read is one problem", () => {
  test("nothing at all", () => {
    expect(readTable("\n ,\n")).toMatchObject({ code: "header_unknown" });
  });

  test("a quote that never closes", () => {
    expect(readTable('a,b\n1,2\n"3,4\n5,6\n')).toMatchObject({ code: "quote_open", row: 3 });
    expect(readTable('"a,b')).toMatchObject({ code: "quote_open", row: 1 });
    // Counted are the lines of the file, also of a row before that has several, and empty ones.
    expect(readTable('sep=,\r\na,b\r\n"1\r\n1",2\r\n\r\n"3,4')).toMatchObject({ row: 6 });
  });

  test("too many rows", () => {
    expect(readTable(`a\n${"1\n".repeat(ROWS_MAX + 1)}`)).toMatchObject({ code: "too_many_rows" });
    expect(rows(`a\n${"1\n".repeat(ROWS_MAX)}`)).toHaveLength(ROWS_MAX + 1);
  });
});
