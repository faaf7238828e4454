import { expect, test } from "vitest";
import { CANAL } from "#domain/demo/canal.ts";
import { readIdeas } from "#domain/demo/idea.ts";
import { LONGEST } from "#domain/limits.ts";
import { NOTE_LEVELS, PITCH_KINDS } from "#domain/pitch.ts";

const ideas = readIdeas(CANAL);

test("43 ideas and one that is part of another, no two alike, that fit a card", () => {
  expect(ideas.filter(({ same }) => !same)).toHaveLength(43);
  expect(ideas.filter(({ same }) => same)).toHaveLength(1);
  expect(new Set(ideas.map((idea) => idea.title)).size).toBe(44);
  for (const { title, line } of ideas) {
    expect(title.length).toBeGreaterThan(4);
    expect(title.length).toBeLessThanOrEqual(LONGEST.pitchTitle);
    expect(line.length).toBeLessThanOrEqual(LONGEST.pitchLine);
  }
});

test("every kind and every note level is on the wall", () => {
  expect(new Set(ideas.map((idea) => idea.kind))).toEqual(new Set(PITCH_KINDS));
  expect(new Set(ideas.map((idea) => idea.noteLevel))).toEqual(new Set(NOTE_LEVELS));
});
