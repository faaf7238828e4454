import { expect, it } from "vitest";
import { shownTitle } from "#domain/personal-data.ts";
import { NOTE_LEVELS } from "#domain/pitch.ts";

it("says which pitches somebody put a hand up for, but of one that is not listed", () => {
  const titles = NOTE_LEVELS.map((noteLevel) => [
    noteLevel,
    shownTitle({ title: "Job swaps", noteLevel, hiddenAt: null }),
  ]);
  expect(Object.fromEntries(titles)).toEqual({
    open: "Job swaps",
    no_names: "Job swaps",
    no_notes: "Job swaps",
    unlisted: null,
  });
  expect(shownTitle({ title: "Job swaps", noteLevel: "open", hiddenAt: new Date(0) })).toBeNull();
});
