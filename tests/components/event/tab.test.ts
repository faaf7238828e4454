/** Which addresses one page of a camp shows without asking the server. */
import { expect, test } from "vitest";
import { viewAt } from "#components/event/tab.ts";
import { tabFor } from "#components/event/use-tab.ts";
import { roomPage, sessionPage } from "#domain/run-view.ts";

test.each([
  ["/e/brum/now", { name: "now", of: "" }, "now"],
  ["/e/brum/pitches", { name: "pitches", of: "" }, "pitches"],
  ["/e/brum/grid", { name: "grid", of: "" }, "grid"],
  [sessionPage("brum", "019f-1"), { name: "sessions", of: "019f-1" }, "grid"],
  [roomPage("brum", "AB"), { name: "rooms", of: "AB" }, "grid"],
])("%s is one of them, under a tab", (path, view, tab) => {
  expect(viewAt(path)).toEqual(view);
  expect(tabFor(viewAt(path)!)).toBe(tab);
});

test.each([
  "/e/brum",
  "/e/brum/me",
  "/e/brum/pitch/now",
  "/e/brum/desk/grid",
  "/e/brum/sessions",
  "/e/brum/sessions/019f-1/calendar.ics",
  "/e/brum/rooms/A/B",
  "/now/brum",
  "https://elsewhere.example/e/brum/grid",
])("%s is another page", (path) => {
  expect(viewAt(path)).toBeUndefined();
});
