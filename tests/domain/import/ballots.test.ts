import { expect, test } from "vitest";
import { readFile } from "#domain/import/read.ts";
import { LONGEST } from "#domain/limits.ts";

const camp = { zone: "Europe/London", day: "2026-07-14", slots: [] };
const read = (text: string) => readFile(text, camp);

test("four or five of five is a raised hand; who rated nothing high is still a person", () => {
  const { ballots } = read("person,pitch,rating\n1,A,5\n1,B,4\n1,C,3\n2,C,0\n");
  expect(ballots.map(({ row, person, pitch, up }) => `${row} ${person} ${pitch} ${up}`)).toEqual([
    "2 1 A true",
    "3 1 B true",
    "4 1 C false",
    "5 2 C false",
  ]);
});

test.each(["x", "X", "✓", "yes", "TRUE", "1"])("%s is a tick", (tick) => {
  expect(read(`voter,session,hand\n1,A,${tick}\n`).ballots).toMatchObject([{ up: true }]);
});

test.each(["", "no", "0"])("%j is none", (tick) => {
  expect(read(`voter,session,hand\n1,A,${tick}\n`).ballots).toMatchObject([{ person: "1", up: false }]);
});

test("every bad row is named and left out", () => {
  const long = "x".repeat(LONGEST.personName + 1);
  const { ballots, problems } = read(
    `person,pitch,rating,tick\n,A,5,\n1,,5,\n2,A,6,\n3,A,lots,\n4,A,5,perhaps\n5,A,5,\n${long},A,5,\n`,
  );
  expect(ballots.map(({ person }) => person)).toEqual(["5"]);
  expect(problems.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
    "2 person missing",
    "3 pitch missing",
    "4 rating rating_unknown",
    "5 rating rating_unknown",
    "6 tick tick_unknown",
    "8 person person_long",
  ]);
});

test("a name whose address would be longer than one can be is too long", () => {
  expect(read(`person,pitch,tick\n${"क".repeat(80)},A,x\n`).problems).toMatchObject([
    { code: "person_long" },
  ]);
});
