import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { columnsFor } from "#components/people/columns.tsx";
import { Table } from "#components/ui/table.tsx";
import type { PersonInLine } from "#domain/registration.ts";

const person = (id: string, more: Partial<PersonInLine>): PersonInLine => ({
  ...{ id, name: `Name of ${id}`, email: `${id}@example.org`, organisation: "Sandwell", sector: "Local" },
  ...{ firstTime: false, companions: 0, status: "waiting", proven: true, bounced: false, position: null },
  ...{ pausedUntil: null, since: "2026-06-02T11:00:04.000Z", offeredUntil: null, heldUntil: null },
  ...{ mergedInto: null, ...more },
});

function read(...rows: PersonInLine[]): string {
  const columns = columnsFor(
    rows,
    "/people",
    "sort=name",
    { locale: "en-GB", zone: "Europe/London" },
    0,
    null,
  );
  return renderToStaticMarkup(
    <AppRouterContext.Provider value={{} as AppRouterInstance}>
      <Table caption="The line" columns={columns} rows={rows} rowId={({ id }) => id} />
    </AppRouterContext.Provider>,
  );
}

it("leads to somebody by their name, and keeps how the list was seen", () => {
  const page = read(person("ama", { position: 1_200 }), person("ben", {}));
  expect(page).toMatch(/<a [^>]*href="\/people\/ama\?list=sort%3Dname"[^>]*><bdi>Name of ama<\/bdi><\/a>/);
  expect(page.match(/<a /g)).toHaveLength(2);
  expect(page).toContain("1,200");
});

it("has no column of turns where nobody waits", () => {
  expect(read(person("ama", { position: 1 }))).toContain(">Line<");
  expect(read(person("ama", { status: "confirmed" }))).not.toContain(">Line<");
});

it("says what a date is where the heads of a narrow list are not seen, and nothing of what says itself", () => {
  const labels = [...read(person("ama", { position: 1 })).matchAll(/data-label="([^"]*)"/g)].map(
    ([, label]) => label,
  );
  expect(labels).toEqual(["Since"]);
});

it("says into whose registration one was merged, and not that somebody was taken off", () => {
  const mergedInto = { id: "b", name: "Chidi Grant", email: "chidi@example.org" };
  const gone = read(person("a", { status: "removed", mergedInto }));
  expect(gone).toContain("Merged into Chidi Grant");
  expect(gone).not.toContain("Taken off");
  expect(read(person("a", { status: "removed" }))).toContain("Taken off");
});
