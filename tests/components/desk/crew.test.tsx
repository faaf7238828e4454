import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Crew } from "#components/desk/crew.tsx";

// Seen: whoever ticked "Door" alone gave the power over pitches and the grid too.
it("invites nobody to anything that was not ticked", () => {
  const act = async <State,>(before: State) => before;
  const page = renderToStaticMarkup(
    <AppRouterContext.Provider value={{} as AppRouterInstance}>
      <Crew
        {...{ crew: [], former: [], pages: null, done: null }}
        here={{ locale: "en-GB", zone: "Europe/London" }}
        actions={{ invite: act, restore: act, changePage: "/crew" }}
      />
    </AppRouterContext.Provider>,
  );
  expect(page.match(/name="role"/g)).toHaveLength(6);
  expect(page).not.toContain("checked");
});
