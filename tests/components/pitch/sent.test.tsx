import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { PitchSent } from "#components/pitch/sent.tsx";
import type { Wait } from "#domain/pitch/wait.ts";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: () => {} }) }));

function told(wait: Wait | null, late = false): string {
  const sent = { id: "a", title: "Flood season", voice: "me" as const, wait, late, shown: "now" as const };
  return renderToStaticMarkup(<PitchSent slug="camp" sent={sent} />).replace(/<[^>]*>/g, " ");
}

test("whoever pitched reads what it is called, how many come before and about how long that is", () => {
  expect(told({ before: 3, minutes: 2 })).toContain("Flood season");
  expect(told({ before: 3, minutes: 2 })).toContain("3 people pitch before you. That’s in about 2 minutes.");
  expect(told({ before: 1, minutes: 1 })).toContain("1 person pitches before you. That’s in about 1 minute.");
});

test("nobody is told of minutes while nobody is called, or once they are next", () => {
  expect(told({ before: 3, minutes: null })).toContain("3 people pitch before you.");
  expect(told({ before: 3, minutes: null })).not.toContain("That’s in");
  expect(told({ before: 0, minutes: 1 })).toContain("You’re next.");
  expect(told({ before: 0, minutes: 1 })).not.toContain("That’s in");
});

test("what was merged or said since it was sent has no place in the line", () => {
  expect(told(null)).not.toContain("before you");
  expect(told(null)).not.toContain("next");
});

test("whoever pitches while the grid is made is not told to wait for a call, but whom to ask", () => {
  expect(told(null, true)).toContain("ask one of them for a cell");
  expect(told(null, true)).not.toMatch(/We’ll call|in the line/);
});
