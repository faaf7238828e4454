import { expect, test } from "vitest";
import { CANAL } from "#domain/demo/canal.ts";
import { readIdeas } from "#domain/demo/idea.ts";
import { LINE_MAX, NOTE_LEVELS, PITCH_KINDS, TITLE_MAX } from "#domain/pitch.ts";

const ideas = readIdeas(CANAL);

test("43 ideas, no two alike, that fit a card", () => {
  expect(ideas).toHaveLength(43);
  expect(new Set(ideas.map((idea) => idea.title)).size).toBe(43);
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
