import { expect, test } from "vitest";
import { HARBOUR } from "#domain/demo/harbour.ts";
import { readIdeas } from "#domain/demo/idea.ts";
import { LONGEST } from "#domain/limits.ts";
import { NOTE_LEVELS, PITCH_KINDS } from "#domain/pitch.ts";

const ideas = readIdeas(HARBOUR);

test("40 ideas, no two alike, that fit a card", () => {
  expect(ideas).toHaveLength(40);
  expect(new Set(ideas.map((idea) => idea.title)).size).toBe(40);
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
