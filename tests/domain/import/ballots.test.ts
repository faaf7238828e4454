import { expect, test } from "vitest";
import { readFile } from "#domain/import/read.ts";

const camp = { zone: "Europe/London", day: "2026-07-14", slots: [] };
const read = (text: string) => readFile(text, camp);

test("four or five of five is a raised hand; who rated nothing high is still a person", () => {
  const { people, hands, rated } = read("person,pitch,rating\n1,A,5\n1,B,4\n1,C,3\n2,C,0\n");
  expect(people).toEqual(["1", "2"]);
  expect(hands.map(({ person, pitch }) => person + pitch)).toEqual(["1A", "1B"]);
  expect(rated.map(({ pitch, row }) => pitch + row)).toEqual(["A2", "B3", "C4"]);
});

test.each(["x", "X", "✓", "yes", "TRUE", "1"])("%s is a tick", (tick) => {
  expect(read(`voter,session,hand\n1,A,${tick}\n`).hands).toHaveLength(1);
});

test.each(["", "no", "0"])("%j is none", (tick) => {
  const { hands, people } = read(`voter,session,hand\n1,A,${tick}\n`);
  expect([hands.length, people.length]).toEqual([0, 1]);
});

test("a hand raised twice is one hand", () => {
  expect(read("person,pitch,tick\n1,A,x\n1,A,x\n").hands).toHaveLength(1);
});

test("every bad row is named and left out", () => {
  const { people, problems } = read(
    "person,pitch,rating,tick\n,A,5,\n1,,5,\n2,A,6,\n3,A,lots,\n4,A,5,perhaps\n5,A,5,\n",
  );
  expect(people).toEqual(["5"]);
  expect(problems.map(({ line, column, code }) => `${line} ${column} ${code}`)).toEqual([
    "2 person missing",
    "3 pitch missing",
    "4 rating rating_unknown",
    "5 rating rating_unknown",
    "6 tick tick_unknown",
  ]);
});
