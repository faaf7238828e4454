import { expect, test } from "vitest";
import { HARBOUR } from "#domain/demo/harbour.ts";
import { readIdeas } from "#domain/demo/idea.ts";
import { LINE_MAX, NOTE_LEVELS, PITCH_KINDS, TITLE_MAX } from "#domain/pitch.ts";

const ideas = readIdeas(HARBOUR);

test("40 ideas, no two alike, that fit a card", () => {
  expect(ideas).toHaveLength(40);
  expect(new Set(ideas.map((idea) => idea.title)).size).toBe(40);
  for (const { title, line } of ideas) {
    expect(title.length).toBeGreaterThan(4);
    expect(title.length).toBeLessThanOrEqual(TITLE_MAX);
    expect(line.length).toBeLessThanOrEqual(LINE_MAX);
  }
});

test("every kind and every note level is on the wall", () => {
  expect(new Set(ideas.map((idea) => idea.kind))).toEqual(new Set(PITCH_KINDS));
  expect(new Set(ideas.map((idea) => idea.noteLevel))).toEqual(new Set(NOTE_LEVELS));
});
