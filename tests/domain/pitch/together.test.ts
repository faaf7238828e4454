import { expect, test } from "vitest";
import { type Asked, pairingsOf } from "#domain/pitch/together.ts";
import { BLANK_PITCH, type HostedPitch, type PitchView } from "#domain/pitch.ts";

const pitch = (id: string, title: string): PitchView => ({
  ...{ ...BLANK_PITCH, id, title, hosts: [`Host ${id}`], at: "2026-07-14T09:00:00.000Z" },
});
const mine: HostedPitch = {
  ...pitch("mine", "Short video on no budget"),
  ...{ own: true, hosting: true, saidAt: null, withdrawnAt: null, mergedInto: null },
};
const pitches = [
  mine,
  pitch("lunch", "Lunch"),
  pitch("one", "Short videos"),
  pitch("two", "Making short videos without a budget"),
  pitch("three", "Short videos again"),
];
const read = (asked: Asked[], of = mine) =>
  pairingsOf(of, pitches, asked).map(({ kind, other }) => [kind, other.id]);

test("shows two that sound alike and were not asked, the likest first", () => {
  expect(read([])).toEqual([
    ["alike", "two"],
    ["alike", "one"],
  ]);
});

test("tells who asks, whom one asked, and who said no to whom", () => {
  const asked = [
    { from: "one", to: "mine", declined: false },
    { from: "mine", to: "lunch", declined: false },
    { from: "mine", to: "two", declined: true },
    { from: "three", to: "mine", declined: true },
    { from: "one", to: "two", declined: false },
    { from: "mine", to: "withdrawn", declined: false },
  ];
  expect(read(asked)).toEqual([
    ["asks_me", "one"],
    ["asked", "lunch"],
    ["declined", "two"],
    ["alike", "three"],
  ]);
});

test("leaves whoever was told no, and is asked now, that alone to answer", () => {
  const asked = [
    { from: "mine", to: "one", declined: true },
    { from: "one", to: "mine", declined: false },
  ];
  expect(read(asked)[0]).toEqual(["asks_me", "one"]);
  expect(read(asked).filter(([, id]) => id === "one")).toHaveLength(1);
});

test("says nothing of a pitch that was withdrawn, or is part of another", () => {
  expect(read([], { ...mine, withdrawnAt: "2026-07-14T10:00:00.000Z" })).toEqual([]);
  expect(
    read([], { ...mine, mergedInto: { id: "one", title: "Short videos", line: "", voice: "me", hosts: [] } }),
  ).toEqual([]);
});
