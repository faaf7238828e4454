import { describe, expect, test } from "vitest";
import { recognise } from "#domain/import/columns.ts";

const header = (text: string) => ({ line: 1, cells: text.split(",") });

describe("a sheet is known by its header", () => {
  test.each([
    ["start,end,room,kind,title", "grid"],
    ["Start time,End time,Location,Session,Speakers", "grid"],
    ["title", "pitches"],
    ["Session title,Description,Led by,Type", "pitches"],
    ["title,host,email", "pitches"],
    ["person_id,session_id,rating", "ballots"],
    ["Voter,Pitch,I’d come", "ballots"],
  ])("%s is a %s", (text, kind) => {
    expect(recognise(header(text))?.kind).toBe(kind);
  });

  test.each(["", "colour,size", "start,title", "person,rating"])("%j is none", (text) => {
    expect(recognise(header(text))).toBeNull();
  });
});

test("cells are found wherever their column is; a missing one is empty", () => {
  const sheet = recognise(header("notes about it,room,title,end,start"))!;
  const row = { line: 2, cells: ["n", "Loft", "T", "11:00"] };
  expect([sheet.cell(row, "room"), sheet.cell(row, "start"), sheet.cell(row, "host")]).toEqual([
    "Loft",
    "",
    "",
  ]);
  expect([sheet.has("room"), sheet.has("host")]).toEqual([true, false]);
});

test("no column is two things", () => {
  const sheet = recognise(header("person,session,session id,rating"))!;
  expect(sheet.cell({ line: 2, cells: ["p", "Title", "7", "5"] }, "pitch")).toBe("Title");
});
