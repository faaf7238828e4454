import { expect, test } from "vitest";
import { plainPage } from "#live/plain/page.ts";
import { dayGrid } from "#tests/support/day-of-grid.tsx";
import { slotsOf } from "#tests/support/slots-of.ts";
import { event, pitch, whole } from "#tests/support/snapshot.ts";

test("a session leads to its page where it is listed, whatever language its title is hidden in", () => {
  const grid = {
    ...dayGrid(slotsOf(["one"]), ["open one Hall", "closed one Den"]),
    sessions: [
      pitch("open"),
      { ...pitch("closed"), title: "Nicht öffentlich", noteLevel: "unlisted" as const },
    ],
  };
  const camp = { ...event, phase: "sessions" as const };
  const page = plainPage({ ...whole, event: camp, grid }, Date.parse("2026-07-14T09:10:00Z"));
  expect(page).toContain(`<a href="/e/${camp.slug}/sessions/open">`);
  expect(page).toContain("Nicht öffentlich");
  expect(page).not.toContain("/sessions/closed");
});
