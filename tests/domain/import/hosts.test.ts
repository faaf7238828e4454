import { describe, expect, test } from "vitest";
import { hostsIn } from "#domain/import/hosts.ts";
import { readFile } from "#domain/import/read.ts";

describe("people whom one cell names", () => {
  test.each([
    ["", []],
    ["Ama", ["Ama"]],
    ["Ama and Rhys", ["Ama", "Rhys"]],
    ["Ama; Rhys;", ["Ama", "Rhys"]],
    ["Ama w/ Rhys", ["Ama", "Rhys"]],
    ["w/ Cleo", ["Cleo"]],
    ["Ama Owusu, Rhys Evans", ["Ama Owusu", "Rhys Evans"]],
    ["Ama Owusu / Rhys Evans", ["Ama Owusu", "Rhys Evans"]],
    ["Dr. Who, PhD", ["Dr. Who, PhD"]],
    ["Ama Owusu, MBE, PhD and Rhys Evans", ["Ama Owusu, MBE, PhD", "Rhys Evans"]],
    ["Owusu, Dr.", ["Owusu, Dr."]],
  ])("%s", (cell, names) => {
    expect(hostsIn(cell)).toEqual({ names, guessed: false });
  });

  test.each([
    ["Smith, John", ["Smith", "John"]],
    ["O'Brien, Mary; Jones, Ann", ["O'Brien", "Mary", "Jones", "Ann"]],
    ["Marks & Spencer", ["Marks", "Spencer"]],
    ["AC/DC", ["AC", "DC"]],
  ])("%s could as well be one name", (cell, names) => {
    expect(hostsIn(cell)).toEqual({ names, guessed: true });
  });
});

test("whoever was taken apart by a guess is named in the preview", () => {
  const camp = { zone: "Europe/London", day: "2026-07-14", slots: [] };
  const { notes } = readFile('title,host\nBins,"Smith, John"\nPools,"Ama Owusu, Rhys Evans"\n', camp);
  expect(notes).toEqual([
    { row: 2, column: "host", code: "hosts_apart", value: "Smith, John", other: "Smith; John" },
  ]);
});
