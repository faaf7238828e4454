import { expect, test } from "vitest";
import { readFile } from "#domain/import/read.ts";
import { LONGEST } from "#domain/limits.ts";

const camp = { zone: "Europe/London", day: "2026-07-14", slots: [] };
const read = (text: string) => readFile(text, camp);

test("a list of titles is a list of pitches", () => {
  const { pitches, problems } = read("title\nBins\nPools\n");
  expect(pitches.map(({ title, row, kind, cell }) => ({ title, row, kind, cell }))).toEqual([
    { title: "Bins", row: 2, kind: "discuss", cell: null },
    { title: "Pools", row: 3, kind: "discuss", cell: null },
  ]);
  expect(problems).toEqual([]);
});

test("hosts, kinds and lines come along in people's own words", () => {
  const { pitches } = read("Title,Led by,Type,About\nBins,Ama and Rhys; Siân,Ask for help,Stuck.\n");
  expect(pitches[0]).toMatchObject({ hosts: ["Ama", "Rhys", "Siân"], kind: "help", line: "Stuck." });
});

test("a row without a title and one of a strange kind are named and left out", () => {
  const { pitches, problems } = read("title,kind\n,share\nBins,karaoke\nPools,share\n");
  expect(pitches.map((pitch) => pitch.title)).toEqual(["Pools"]);
  expect(problems).toMatchObject([
    { row: 2, column: "title", code: "missing" },
    { row: 3, column: "kind", code: "kind_unknown", value: "karaoke" },
  ]);
});

test("a long title is shortened, stands whole in the line, and is noted", () => {
  const title = "word ".repeat(30).trim();
  const { pitches, notes } = read(`title,line\n${title},${"x".repeat(300)}\n`);
  expect([...pitches[0]!.title].length).toBeLessThanOrEqual(LONGEST.pitchTitle);
  expect(pitches[0]!.line.startsWith(title)).toBe(true);
  expect([...pitches[0]!.line].length).toBeLessThanOrEqual(LONGEST.pitchLine);
  expect(notes.map((note) => note.code)).toEqual(["title_long", "line_long"]);
});

test("one title twice is two pitches and a note", () => {
  const { pitches, notes } = read("title\nBins\nbins\n");
  expect(pitches).toHaveLength(2);
  expect(notes).toMatchObject([{ row: 3, code: "title_twice", other: "2" }]);
});
