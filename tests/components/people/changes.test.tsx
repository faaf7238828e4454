/** What the crew may do to somebody by hand, on their page. */
import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { Merged } from "#components/people/person.tsx";
import type { PersonDetail } from "#domain/history.ts";
import { Changes } from "../../../app/e/[event]/desk/people/[person]/changes.tsx";

vi.mock("server-only", () => ({}));

const person: PersonDetail = {
  ...{ id: "r", name: "Ama", email: "ama@example.org", organisation: "", sector: "Health" },
  ...{ firstTime: true, companions: 0, photos: true, status: "confirmed", proven: true, bounced: false },
  ...{
    position: null,
    pausedUntil: null,
    since: "2026-06-24T11:00:00Z",
    offeredUntil: null,
    heldUntil: null,
  },
  mergedInto: null,
};
const router = {} as AppRouterInstance;
const read = (of: Partial<PersonDetail>, asked: Parameters<typeof Changes>[0]["asked"] = {}) =>
  renderToStaticMarkup(
    <AppRouterContext.Provider value={router}>
      <Merged person={{ ...person, ...of }} base="/people" kept="" />
      <Changes
        slug="camp"
        person={{ ...person, ...of }}
        kept=""
        can={() => true}
        asked={asked}
        heirs={null}
      />
    </AppRouterContext.Provider>,
  );

it("sends somebody their link again, and to the unproven a code", () => {
  expect(read({})).toContain("Send their link again");
  expect(read({ status: "held", proven: false })).toContain("Send their code again");
  expect(read({ bounced: true })).not.toContain("again</summary>");
  expect(read({ status: "left" })).not.toContain("again</summary>");
});

it("warns on each move of what it does, before its button", () => {
  const asks = [{ kind: "offered_again" as const }];
  const shown = read({}, { put_back_in_line: { asks, agreement: "yes-to-that" } });
  expect(shown).toContain("More places are free");
  expect(shown).toContain('name="agreed" value="yes-to-that"');
});

it("leads from a registration that was merged to the other, and folds away what would part them", () => {
  const mergedInto = { id: "b", name: "Chidi Grant", email: "chidi@example.org" };
  const shown = read({ status: "removed", mergedInto });
  expect(shown).toContain('href="/people/b"');
  expect(shown).toContain("Chidi Grant, chidi@example.org");
  expect(shown).toContain("They are two people after all</summary>");
  for (const other of ["Merge with another", "Mend", "again</summary>"]) expect(shown).not.toContain(other);
});
