import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Choices, NO_CHOICES } from "#domain/import/choices.ts";
import { recognise, type Sheet } from "#domain/import/columns.ts";
import type { COLUMNS_OF } from "#domain/import/sheets.ts";
import { people } from "#messages/en/people.ts";

const header = (text: string) => ({ number: 1, cells: text.split(",") });

function kindOf(text: string, choices: Partial<Choices> = {}) {
  const sheet = recognise(header(text), { ...NO_CHOICES, ...choices });
  return sheet === "people" || sheet === null ? sheet : sheet.kind;
}

describe("a sheet is known by its header", () => {
  test.each([
    ["start,end,room,kind,title", "grid"],
    ["Start time,End time,Location,Session,Speakers", "grid"],
    ["title", "pitches"],
    ["Session title,Description,Led by,Type", "pitches"],
    ["title,host,email", "pitches"],
    ["person_id,session_id,rating", "ballots"],
    ["Voter,Pitch,I’d come", "ballots"],
    ["day,time,room,length,title", "grid"],
    ["name,line,host", "pitches"],
  ])("%s is a %s", (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  test.each(["", "colour,size", "start,title", "person,rating"])("%j is none", (text) => {
    expect(kindOf(text)).toBeNull();
  });
});

test("cells are found wherever their column is; a missing one is empty", () => {
  const sheet = recognise(header("notes about it,room,title,end,start"), NO_CHOICES) as Sheet;
  const row = { number: 2, cells: ["n", "Loft", "T", "11:00"] };
  expect([sheet.cell(row, "room"), sheet.cell(row, "start"), sheet.cell(row, "host")]).toEqual([
    "Loft",
    "",
    "",
  ]);
  expect([sheet.has("room"), sheet.has("host")]).toEqual([true, false]);
});

test("no column is two things", () => {
  const sheet = recognise(header("person,session,session id,rating"), NO_CHOICES) as Sheet;
  expect(sheet.cell({ number: 2, cells: ["p", "Title", "7", "5"] }, "pitch")).toBe("Title");
});

describe("a list of people is never a list of pitches", () => {
  test.each([
    ["the one that the People page writes", people.csv.columns(true).join(",")],
    ["name,email,organisation", "name,email,organisation"],
    ["another app's", "Order number,First name,Surname,Email address,Ticket type"],
    ["a form's answers", "ID,Start time,Completion time,Email,Name"],
    ["one with forms of address", "Title,First name,Last name,Company"],
    ["names alone, twice", "first name,last name"],
  ])("%s", (_, text) => {
    expect(kindOf(text)).toBe("people");
  });

  test("what has sessions in it is none, whoever hosts them", () => {
    expect(
      ["session,name,email", "title,name,email", "email,pitch,rating"].map((text) => kindOf(text)),
    ).toEqual(["pitches", "pitches", "ballots"]);
  });

  test("any order of its columns and any among them that say nothing", () => {
    const rest = fc.shuffledSubarray(["colour", "notes", "id", "kind", "line", "host", "seats"]);
    fc.assert(
      fc.property(
        rest,
        fc.shuffledSubarray(["Name", "Email", "Organisation"], { minLength: 3 }),
        (some, who) => {
          expect(kindOf([...some, ...who].join(","))).toBe("people");
        },
      ),
    );
  });
});

describe("what an organiser says counts", () => {
  test("a column is what it is said to be, and gives way where it was something else", () => {
    const sheet = recognise(header("name,title,host"), {
      ...NO_CHOICES,
      columns: { 0: "title", 1: "line" },
    }) as Sheet;
    expect(sheet.columns).toEqual(["title", "line", "host"]);
  });

  test("a column can be left alone", () => {
    const sheet = recognise(header("title,seats,start,end"), { ...NO_CHOICES, columns: { 1: "" } }) as Sheet;
    expect(sheet.columns).toEqual(["title", null, "start", "end"]);
  });

  test("a kind that was chosen says what it lacks", () => {
    const sheet = recognise(header("a,b,room"), { ...NO_CHOICES, sheet: "grid" }) as Sheet;
    expect([sheet.kind, sheet.lacks, sheet.columns]).toEqual([
      "grid",
      ["start", "end", "title"],
      [null, null, "room"],
    ]);
  });

  test("any choice for any header gives each meaning one place and each place one meaning", () => {
    const name = fc.constantFrom(
      "title",
      "start",
      "end",
      "room",
      "name",
      "email",
      "x",
      "person",
      "pitch",
      "id",
    );
    const column = fc.constantFrom<(typeof COLUMNS_OF.grid)[number] | "">(
      "",
      "title",
      "start",
      "when",
      "person",
      "tick",
    );
    fc.assert(
      fc.property(
        fc.array(name, { maxLength: 8 }),
        fc.dictionary(fc.constantFrom("0", "1", "3", "7", "40"), column),
        fc.constantFrom(null, "grid", "pitches", "ballots"),
        (names, columns, sheet) => {
          const read = recognise({ number: 1, cells: names }, { ...NO_CHOICES, columns, sheet } as Choices);
          if (read === null || read === "people") return;
          const meant = read.columns.filter((one) => one !== null);
          expect(new Set(meant).size).toBe(meant.length);
          expect(read.columns).toHaveLength(names.length);
        },
      ),
    );
  });
});
