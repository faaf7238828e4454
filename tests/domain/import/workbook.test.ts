/** Workbooks, those that Excel writes and those that somebody hostile does. */
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { isZip, readWorkbook } from "#domain/import/workbook.ts";
import { page, parts, workbook } from "#tests/support/workbook.ts";

const MOST = 1_000_000;

test("texts, numbers and dates come out as one would type them, and rows keep their numbers", async () => {
  const bytes = workbook({
    Grid: [
      ["start", "room", "seats"],
      [],
      [{ serial: 46217.4375 }, 'The "Den", first floor', 40],
      [{ serial: 0.447916667 }, "a\nb", 1.5],
    ],
  });
  expect(isZip(bytes)).toBe(true);
  expect(await readWorkbook(bytes, MOST)).toEqual({
    pages: [
      {
        name: "Grid",
        text: 'start,room,seats\n,,\n2026-07-14T10:30,"The ""Den"", first floor",40\n10:45,"a b",1.5\n',
      },
    ],
  });
});

test("a workbook of an old Mac counts its days from 1904, and its times have no day either", async () => {
  const rows = [[{ serial: 44755.4375 }, { serial: 0.4375 }, { serial: 1 }]];
  expect(await readWorkbook(workbook({ Grid: rows }, '<workbookPr date1904="1"/>'), MOST)).toEqual({
    pages: [{ name: "Grid", text: "2026-07-14T10:30,10:30,00:00\n" }],
  });
});

test("pages with nothing on them are left out, the others keep their order", async () => {
  const read = await readWorkbook(workbook({ Empty: [], One: [["title"], ["A"]], Two: [["title"]] }), MOST);
  expect("pages" in read && read.pages.map(({ name }) => name)).toEqual(["One", "Two"]);
});

describe("rows and cells that are only formatted count for nothing", () => {
  const title = '<c r="A1" t="inlineStr"><is><t>title</t></is></c>';
  const styled = Array.from({ length: 1024 }, (_, n) => `<c r="${columnName(n + 2)}1" s="1"/>`).join("");
  test.each([
    ["a last row that has a height", `<row r="1">${title}</row><row r="1048576" ht="12.8"/>`],
    [
      "a last row of styled cells",
      `<row r="1">${title}</row><row r="1048576"><c r="A1048576" s="1"></c></row>`,
    ],
    ["styled cells to the column AMK", `<row r="1">${title}${styled}</row>`],
    ["an empty value far out", `<row r="1">${title}<c r="AMJ1" t="str"> <v></v></c></row>`],
    [
      "many rows of their own height",
      `<row r="1">${title}</row>${Array.from({ length: 30_000 }, (_, n) => `<row r="${n + 2}" ht="9"/>`).join("")}`,
    ],
    ["all of it with a prefix", `<row r="1">${title}</row><x:row r="1048576"><x:c r="A1048576"/></x:row>`],
  ])("%s", async (_, rows) => {
    expect(await readWorkbook(withPage(page(rows)), MOST)).toEqual({
      pages: [{ name: "A", text: "title\n" }],
    });
  });

  test("and the rows around them keep their numbers", async () => {
    const [from, to] = [1, 4].map((n) => `<row r="${n}"><c r="B${n}"><v>${n}</v></c></row>`);
    const between = '<row r="2" ht="9"/><row r="3"><c r="A3" s="1"/></row>';
    expect(await readWorkbook(withPage(page(`${from}${between}${to}`)), MOST)).toEqual({
      pages: [{ name: "A", text: ",1\n,\n,\n,4\n" }],
    });
  });
});

describe("what cannot be read is said, and quickly", () => {
  const grid = workbook({ A: [["title"], ["A"]] });
  const bombs: [string, Uint8Array, "unreadable" | "text_big"][] = [
    ["no zip", new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9, 9]), "unreadable"],
    ["half a workbook", grid.subarray(0, grid.length / 2), "unreadable"],
    ["another kind of zip", parts({ "content.xml": "<office/>" }), "unreadable"],
    ["30 MB of spaces in 30 kB", withPage(page(" ".repeat(30 * 1024 * 1024))), "text_big"],
    ["a cell in the last column", withPage(page('<row r="1"><c r="XFD1"><v>1</v></c></row>')), "text_big"],
    [
      "a cell in the last row",
      withPage(page('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')),
      "text_big",
    ],
    ["an address behind a quoted >", withPage(page('<row><c x=">" r="XFD1"><v>1</v></c></row>')), "text_big"],
    ["an address spelt in entities", withPage(page('<row><c r="&#88;FD1"><v>1</v></c></row>')), "text_big"],
    [
      "a wide row over many",
      withPage(page(`<row>${"<c/>".repeat(9000)}</row>${"<row/>".repeat(9000)}`)),
      "text_big",
    ],
    [
      "a cell whose tag another begins in",
      withPage(page('<row><c <c r="XFD1"><v>1</v></c></row>')),
      "text_big",
    ],
    ["many tags that never end", withPage(`<worksheet><sheetData>${"<c ".repeat(60_000)}`), "text_big"],
    ["broken XML", withPage("<worksheet><sheetData><row"), "unreadable"],
    [
      "many parts",
      zipSync(Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`${n}.xml`, new Uint8Array(1)]))),
      "text_big",
    ],
  ];
  test.each(bombs)("%s", async (_, bytes, wrong) => {
    expect(await readWorkbook(bytes, MOST)).toEqual({ wrong });
  });

  // Of 20,000 rows each, a hundred kilobytes would be millions of empty cells in memory. That the broken one is not complained of says that none was.
  test("pages that are wide, long and empty are never read", async () => {
    const far = Array.from(
      { length: 500 },
      (_, at) => `<row r="${at + 1}"><c r="IV${at + 1}"><v>1</v></c></row>`,
    );
    const pages = ["<worksheet><sheetData><row", ...Array.from({ length: 5 }, () => page(far.join("")))];
    expect(await readWorkbook(withPages(pages), 600_000)).toEqual({ wrong: "text_big" });
  });

  test("a text that many cells share counts as often as it stands there", async () => {
    const long = "x".repeat(30_000);
    const rows = Array.from({ length: 50 }, () => [long]);
    expect(await readWorkbook(workbook({ A: rows }), MOST)).toEqual({ wrong: "text_big" });
  });
});

/** `A` for 1, `AMK` for 1025. */
function columnName(number: number): string {
  const letter = String.fromCharCode(65 + ((number - 1) % 26));
  return number > 26 ? columnName(Math.floor((number - 1) / 26)) + letter : letter;
}

const withPage = (xml: string) => withPages([xml]);

function withPages(xmls: readonly string[]): Uint8Array {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const each = (write: (n: number) => string) => xmls.map((_, n) => write(n + 1)).join("");
  const sheets = each((n) => `<sheet name="${columnName(n)}" sheetId="${n}" r:id="r${n}"/>`);
  const links = each(
    (n) => `<Relationship Id="r${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  );
  return parts({
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links}</Relationships>`,
    ...Object.fromEntries(xmls.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml])),
  });
}
