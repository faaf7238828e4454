/** What is said over the page to whom a version concerns. */
import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { TellingNotice } from "#components/event/telling.tsx";
import { whole } from "#tests/support/snapshot.ts";

const SOON = "2026-07-14T10:00:00.000Z";
const room = { id: "den", letter: "B", name: "Den", capacity: 9, features: [] };
const slot = {
  id: "ten",
  kind: "session" as const,
  title: "",
  startsAt: SOON,
  endsAt: "2026-07-14T11:00:00.000Z",
};
const grid = {
  ...whole.grid!,
  rooms: [room],
  slots: [{ ...slot, hour: 1, number: 1 }],
  placements: [{ pitchId: "a", slotId: "ten", roomId: "den", copy: 0, length: 1 as const, pinned: false }],
};
const told = { pitchId: "a", title: "Job swaps", was: [], at: "2026-07-14T08:00:00.000Z" };
const answered = {
  ...{ kind: "again" as const, pitchId: "x", otherId: null, title: "Tea", other: null },
  ...{ outcome: "no" as const, words: "Every room is taken", at: "2026-07-14T08:01:00.000Z" },
};
const drawn = (page: ReactNode) =>
  renderToStaticMarkup(
    <AppRouterContext.Provider value={{} as AppRouterInstance}>{page}</AppRouterContext.Provider>,
  );
const said = (me: Parameters<typeof TellingNotice>[0]["me"], now = Date.parse(SOON)) =>
  drawn(<TellingNotice me={me} snapshot={{ ...whole, grid }} now={now} putAway={async () => null} />).replace(
    /<[^>]+>/g,
    " ",
  );

test("a session that changed, and what the crew said, in one notice", () => {
  expect(said({ told: [told], answered: [answered] })).toMatch(
    /“Tea” does not run again\. The crew says: “Every room is taken” “Job swaps” is on: Den, .*Got it/,
  );
});

test("nothing, and nothing to press, where there is nothing to say", () => {
  for (const me of [undefined, {}, { told: [told] }])
    expect(said(me, Date.parse("2099-01-01T00:00:00Z")).trim()).toBe("");
});
