/** The list of people: which part is marked, and how many there are. */
import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { PeopleList } from "#components/people/list.tsx";
import { type PeopleView, USUAL_VIEW } from "#domain/people-view.ts";
import type { PersonInLine } from "#domain/registration.ts";

const person: PersonInLine = {
  ...{ id: "r", name: "Ama", email: "ama@example.org", organisation: "", sector: "Health" },
  ...{ firstTime: true, companions: 0, status: "confirmed", proven: true, bounced: false, position: null },
  ...{ pausedUntil: null, since: "2026-06-24T11:00:00Z", offeredUntil: null, heldUntil: null },
  mergedInto: null,
};

const read = (view: Partial<PeopleView>, found: number, over = false) =>
  renderToStaticMarkup(
    <AppRouterContext.Provider value={{} as AppRouterInstance}>
      <PeopleList
        {...{ slug: "camp", zone: "Europe/London", sectors: [], next: null, now: 0, chooses: false, over }}
        list={{ items: found > 0 ? [person] : [], page: 1, size: 300, more: false, found }}
        view={{ ...USUAL_VIEW, ...view }}
        counts={{ line: 0, places: 1, silent: 0, bounced: 0, gone: 0, all: 1 }}
        find={async (before) => before}
      />
    </AppRouterContext.Provider>,
  );

// Before, only the download at the very bottom said it.
it("says how many a filter shows", () => {
  expect(read({ traits: ["first"] }, 79)).toContain("79 people in this part of the list are like that.");
  expect(read({}, 79)).not.toContain("are like that");
});

it("speaks of the line of a camp that is over as of one that was", () => {
  expect(read({ group: "line" }, 0)).toContain("Whoever finds no free place when they register");
  expect(read({ group: "line" }, 0, true)).toContain("Nobody waited to the end.");
});
