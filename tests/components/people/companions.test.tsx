/** What the crew is shown of those who come along to support somebody: the number, and to whoever may read it what they do. */
import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { AccessTable } from "#components/people/access.tsx";
import { BringingPart } from "#components/people/bringing.tsx";
import { columnsFor } from "#components/people/columns.tsx";
import { PersonFacts } from "#components/people/person.tsx";
import { countAccess } from "#domain/access.ts";
import type { PersonDetail } from "#domain/history.ts";
import { NO_NEEDS } from "#domain/registration/answers.ts";

const html = (part: ReactNode) =>
  renderToStaticMarkup(
    <AppRouterContext.Provider value={{} as AppRouterInstance}>{part}</AppRouterContext.Provider>,
  );
const read = (part: ReactNode) =>
  html(part)
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
const here = { locale: "en-GB", zone: "Europe/London" };
const person: PersonDetail = {
  ...{ id: "r", name: "Ama", email: "ama@example.org", organisation: "", sector: "Health" },
  ...{ firstTime: true, companions: 2, photos: true, status: "confirmed", proven: true, bounced: false },
  ...{
    position: null,
    pausedUntil: null,
    since: "2026-06-24T11:00:00Z",
    offeredUntil: null,
    heldUntil: null,
    mergedInto: null,
  },
};

it("is the number in the list, beside the name", () => {
  const name = columnsFor([], "/people", "", here, 0, null).find(({ id }) => id === "name")!;
  expect(read(name.cell(person))).toMatch(/Ama · first time · \+2 companions/);
  expect(read(name.cell({ ...person, companions: 1 }))).toContain("+1 companion");
  expect(read(name.cell({ ...person, companions: 0 }))).not.toContain("companion");
});

it("is the number on the page of the person, and what they do for whoever may read it", () => {
  const facts = (of: PersonDetail, needs: Parameters<typeof PersonFacts>[0]["needs"]) =>
    read(<PersonFacts person={of} here={here} needs={needs} answers={[]} coming={null} />);
  expect(facts(person, null)).toContain("Comes along 2 companions");
  expect(facts(person, { ...NO_NEEDS, companions: 2, companionsNote: "BSL interpreters" })).toContain(
    "For the day Nothing Comes along 2 companions: BSL interpreters",
  );
  expect(facts({ ...person, companions: 0 }, NO_NEEDS)).not.toContain("Comes along");
});

it("is a row of the counts, also where nobody names another need", () => {
  const table = (companions: number, people: number) =>
    read(
      <AccessTable counts={countAccess([])} companions={{ companions, people }} places={130} reads={false} />,
    );
  expect(table(3, 2)).toMatch(/Companions, who take no place and eat as well 3/);
  expect(table(0, 0)).toContain("Nobody has named a need yet.");
});

it("is who brings them only once that is asked for, which is noted", () => {
  const part = (people: Parameters<typeof BringingPart>[0]["people"]) => (
    <BringingPart people={people} ask="/needs?along=shown" base="/people" most={1} />
  );
  expect(html(part(null))).toContain('href="/needs?along=shown"');
  const shown = [{ id: "r", name: "Ama", companions: 1, companionsNote: "A guide" }];
  expect(read(part(shown))).toMatch(/Ama 1 A guide.*The first 1\. The spreadsheet of People has all/);
  expect(html(part(shown))).toContain('href="/people/r"');
});

// Before, an organiser was told to ask an organiser.
it("tells whoever may read what people wrote nothing of asking somebody else", () => {
  const table = (reads: boolean) =>
    read(
      <AccessTable
        counts={countAccess(["A shelf for my insulin"])}
        companions={{ companions: 0, people: 0 }}
        places={130}
        reads={reads}
      />,
    );
  expect(table(false)).toContain("Something else: ask an organiser");
  expect(table(true)).toContain("Something else 1");
  expect(table(true)).toContain("only you and other organisers read");
});
