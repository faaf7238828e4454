/** The plain page of a camp of several days: each time is of a day that is said. */
import { describe, expect, test } from "vitest";
import type { DayPhase, Phase } from "#domain/event.ts";
import type { Snapshot } from "#domain/live.ts";
import { plainPage } from "#live/plain/page.ts";
import { noLine } from "#tests/support/snapshot.ts";

const day = (date: string, phase: DayPhase) => ({
  id: date,
  date,
  startsAt: `${date}T13:00:00.000Z`,
  phase,
});
const slot = (id: string, startsAt: string, endsAt: string) => ({
  ...{ id, startsAt, endsAt, kind: "session" as const, title: "", hour: 1, number: 1 },
});

function camp(phase: Phase, days: Snapshot["event"]["days"]): Snapshot {
  const slots = [
    slot("saturday", "2012-08-25T14:00:00.000Z", "2012-08-25T15:00:00.000Z"),
    slot("party", "2012-08-26T02:00:00.000Z", "2012-08-26T05:00:00.000Z"),
    slot("sunday", "2012-08-26T14:00:00.000Z", "2012-08-26T15:00:00.000Z"),
  ].slice(0, days.length + 1);
  return {
    v: 1,
    event: {
      ...{ id: "e", slug: "tcamp", name: "TCamp", strapline: "", place: "Washington", capacity: 10 },
      ...{
        day: days[0]!.date,
        startsAt: days[0]!.startsAt,
        zone: "America/New_York",
        locale: "en-GB",
        tally: "shown",
      },
      ...{ phase, days },
    },
    heads: [],
    crew: null,
    grid: {
      ...{ number: 1, publishedAt: "2012-08-25T13:30:00.000Z", rooms: [], sessions: [], placements: [] },
      ...{ slots, changes: [] },
    },
    ...{
      announcements: [],
      pitches: [],
      line: noLine,
      hands: {},
      draft: null,
      placements: null,
      people: null,
    },
  };
}

const TWO = [day("2012-08-25", "sessions"), day("2012-08-26", "doors")];
const NIGHT = Date.parse("2012-08-25T23:00:00Z");
const headings = (page: string) => [...page.matchAll(/<h[23]>(.*?)<\/h[23]>/g)].map(([, said]) => said);

describe("a camp of two days", () => {
  test("has a list for each day, and says of which day what comes next is", () => {
    const page = plainPage(camp("sessions", TWO), NIGHT);
    expect(page).toContain("Saturday 25 August and Sunday 26 August · Washington");
    expect(page).toContain("Sat 25 Aug: Sessions are on.");
    expect(headings(page)).toEqual([
      "On now",
      "Next, at 10pm",
      "Slot 1 · Sat 25 Aug, 10pm to 1am",
      "The grid of Saturday 25 August",
      "Slot 1 · 10am to 11am",
      "Slot 1 · 10pm to 1am",
      "The grid of Sunday 26 August",
      "Slot 1 · 10am to 11am",
    ]);
  });

  test("says between them when it goes on", () => {
    const over = [day("2012-08-25", "over"), day("2012-08-26", "doors")];
    expect(plainPage(camp("doors", over), NIGHT)).toContain("It goes on at 9am on Sunday 26 August.");
  });
});

test("a camp of one day says no day twice, also where it runs past midnight", () => {
  const page = plainPage(camp("sessions", [day("2012-08-25", "sessions")]), NIGHT);
  expect(page).toContain("Saturday 25 August · Washington<br>Sessions are on.");
  expect(headings(page)).toEqual([
    "On now",
    "Next, at 10pm",
    "Slot 1 · 10pm to 1am",
    "The whole grid",
    "Slot 1 · 10am to 11am",
    "Slot 1 · 10pm to 1am",
  ]);
});
