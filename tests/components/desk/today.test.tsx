/** What an organiser reads first: what needs somebody, and how the places stand. */
import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { NextProps } from "#components/desk/checklist.tsx";
import type { Gap } from "#components/desk/tasks.tsx";
import { Today } from "#components/desk/today.tsx";
import type { Answer } from "#components/form/answer.ts";
import { LiveProvider } from "#components/live/provider.tsx";
import type { Lack } from "#domain/camp-page.ts";
import type { ChecklistItem } from "#domain/checklist.ts";
import type { Phase } from "#domain/event.ts";
import type { PeopleCounts } from "#domain/registration/places.ts";
import type { DrawView } from "#domain/release.ts";
import { desk } from "#messages/en/desk.ts";
import { whole } from "#tests/support/snapshot.ts";

const SERVED = "2026-05-08T10:14:00.000Z";
const FREED = "2026-05-08T10:00:00.000Z";

type Seen = {
  phase?: Phase;
  awake?: boolean;
  bounced?: number;
  may?: boolean;
  reported?: number;
  daysAway?: number;
  opensAt?: string;
  draws?: readonly DrawView[];
  checklist?: NextProps | null;
  gaps?: readonly Gap[];
  missing?: number;
  lacks?: readonly Lack[];
};

function read(
  people: Partial<PeopleCounts> | null,
  {
    phase = "tickets",
    awake = true,
    bounced = 0,
    may = true,
    reported,
    daysAway = 42,
    draws = [],
    checklist = null,
    gaps = [],
    missing = 0,
    lacks = [],
    ...opening
  }: Seen = {},
) {
  const first = {
    ...whole,
    pitches: [],
    event: { ...whole.event, capacity: 10, phase, ...opening },
    draft: { ...whole.draft!, ...(reported && { reported }) },
    people: people && { ...whole.people!, confirmed: 0, ...people },
  };
  const drawn = renderToStaticMarkup(
    <AppRouterContext.Provider value={{} as AppRouterInstance}>
      <LiveProvider screen="desk" first={first}>
        <Today
          daysAway={daysAway}
          step={{ action: may ? async (before) => before : null, daysAway: {}, lacks }}
          served={SERVED}
          awake={awake}
          bounced={bounced}
          draws={draws}
          offer={may ? async (before) => before : null}
          sets={may}
          hires={may}
          decides={may}
          checklist={checklist}
          gaps={gaps}
          missing={missing}
          rota="/e/brum/desk/rota"
        />
      </LiveProvider>
    </AppRouterContext.Provider>,
  );
  return drawn.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

test("says of the next tasks on the rota how many are missing, and counts the others", () => {
  const gap = (id: string, short: number): Gap => ({ id, task: `Task ${id}`, short, when: "9am" });
  expect(read(null)).not.toContain("rota");
  expect(read(null, { gaps: [gap("a", 2), gap("b", 1)] })).toContain(
    "3 people are missing on the rota Task a is short of 2 at 9am. Task b is short of 1 at 9am. See the rota",
  );
  const five = ["a", "b", "c", "d", "e"].map((id) => gap(id, 1));
  expect(read(null, { gaps: five })).toContain("And 2 more tasks are short.");
});

test("tasks on the rota are short until the camp is over, and places that can be passed on are said with the way there", () => {
  const gaps = [{ id: "a", task: "Task a", short: 1, when: "9am" }];
  expect(read(null, { gaps, phase: "sessions", daysAway: 0 })).toContain("is missing on the rota");
  expect(read(null, { gaps, phase: "after" })).not.toContain("rota Task a");
  expect(read(null, { missing: 3, phase: "doors", daysAway: 0 })).toContain(
    "3 people with a place are not there The time that was announced has come",
  );
  expect(read(null, { phase: "doors", daysAway: 0 })).not.toContain("not there");
});

test("a camp put off without a date is not so many days away", () => {
  expect(read(null)).toContain("In 42 days");
  const off = read(null, { phase: "put_off" });
  expect(off).toContain("New date to come");
  expect(off).not.toContain("In 42 days");
});

const idle = { confirmed: 3, waiting: 2, ready: 2, free: 7, toOffer: 2, idleSince: FREED };

test("places that are free while offers are switched off come first, with their button", () => {
  const said = read({ ...idle, offersOn: false });
  expect(said).toContain("2 places have been free for 14 minutes, and somebody waits for each");
  expect(said).toContain("Offers are switched off");
  expect(said).toContain("Offer both");
  expect(said).toContain("Switch offers on");
  expect(said).not.toContain("by themselves");
  expect(said.indexOf("Needs somebody")).toBeLessThan(said.indexOf("have a place, of 10"));
});

test("whoever may not offer them reads it without a button", () => {
  const said = read({ ...idle, offersOn: false }, { may: false });
  expect(said).toContain("2 places have been free");
  expect(said).not.toMatch(/Offer both|Switch offers on/);
});

test("where offers run by themselves, ten minutes without one are an alarm, and fewer are not", () => {
  expect(read(idle)).toContain("The worker may have stopped");
  expect(read(idle)).toContain(desk.idle.heard.late);
  expect(read(idle, { awake: false })).not.toContain("Needs somebody");
  expect(read({ ...idle, idleSince: "2026-05-08T10:04:00.001Z" })).not.toContain("Needs somebody");
});

test("beside the next step it is said what becomes of free places, where no place waits for somebody to see to it", () => {
  const [on, off] = [
    "Free places go to the line by themselves.",
    "a free place goes to nobody in the line until",
  ];
  expect(read({ free: 1 })).toContain(on);
  expect(read({ free: 1, offersOn: false })).toContain(off);
  expect(
    [read(idle), read({ ...idle, offersOn: false })].some((said) => said.includes(on) || said.includes(off)),
  ).toBe(false);
  expect(read({ free: 1 }, { phase: "sessions" })).not.toContain(on);
});

test("the figures say what is free, what comes later and what is kept back", () => {
  const said = read({ free: 4, later: 4, keptBackLeft: 2 });
  expect(said).toContain(
    "0 have a place, of 10 4 free now 4 come in a later release 2 still kept back, to be given by hand",
  );
  expect(said).not.toContain("more given out");
  expect(read({ confirmed: 12, over: 2 })).toContain("2 more given out than there are");
});

test("a draft without people has a next step and no noughts", () => {
  const said = read({ free: 10 }, { phase: "draft" });
  expect(said).toContain("Look at the settings Invite your crew");
  expect(said).not.toMatch(/\b0\b/);
  expect(read({ free: 10 }, { phase: "draft", may: false })).not.toContain("Look at the settings");
  expect(read({ free: 8, confirmed: 2 }, { phase: "draft" })).toContain("2 have a place, of 10");
});

test("people whom no mail reaches are one tap away, and whoever sees no people is told nothing of them", () => {
  expect(read({ confirmed: 5 }, { bounced: 1 })).toContain("1 person is not reached by our mail");
  expect(read({ confirmed: 5 }, { bounced: 3 })).toContain("3 people are not reached by our mail");
  expect(read(null)).not.toMatch(/have a place|not reached/);
});

test("who did not confirm their email is worth a call in the last two weeks, until the day is over", () => {
  const said = "3 people have not confirmed their email";
  expect(read({ unproven: 3 }, { daysAway: 14 })).toContain(said);
  expect(read({ unproven: 1 }, { daysAway: 0 })).toContain("1 person has not confirmed their email");
  expect(read({ unproven: 3 }, { daysAway: 15 })).not.toContain(said);
  expect(read({ unproven: 3 }, { daysAway: 3, phase: "after" })).not.toContain(said);
  expect(read({ unproven: 0 }, { daysAway: 3 })).not.toContain("confirmed their email");
});

test("whoever runs the pitches reads how many were reported, also who sees no people, and nobody else does", () => {
  expect(read(null, { reported: 2 })).toContain("2 pitches were reported");
  expect(read(null, { reported: 1 })).toContain("1 pitch was reported");
  expect(read({}, { reported: 2 })).toContain("Decide");
  expect(read(null, { reported: 2, may: false })).not.toContain("reported");
  expect(read({})).not.toContain("reported");
});

// Before, it said "People register" while nobody could.
test("where the first release is still to open it is said when, and in a draft what else that takes", () => {
  const opensAt = "2026-05-09T08:07:00.000Z";
  const coming = read({}, { opensAt });
  expect(coming).toContain("the first places open 9.07am, Saturday 9 May");
  expect(coming).not.toContain("People register");
  expect(read({}, { opensAt: FREED })).toContain("People register");
  const draft = read({}, { opensAt, phase: "draft" });
  expect(draft).toContain("if the camp is at “Tickets are open” by then");
  expect(read({}, { opensAt: FREED, phase: "draft" })).toContain(
    "it opens at once when you open the tickets",
  );
  expect(read({}, { opensAt, phase: "closed" })).toContain("Nobody new registers");
});

const draw: DrawView = {
  ...{ id: "d", places: 4, source: "Lotto", opensAt: FREED, closesAt: "2026-05-10T11:00:00.000Z" },
  ...{ entries: 96, listHash: null, pools: null, seed: null, drawnAt: null },
};

test("a draw is said while it is open, waits for somebody once it is closed, and stays to be checked", () => {
  expect(read({}, { draws: [draw] })).toContain(
    "96 people have entered the draw. Entries close 12 noon, Sunday 10 May.",
  );
  expect(read({}, { draws: [draw] })).not.toContain("Needs somebody");
  const closed = { ...draw, listHash: "ab" };
  const waits = read({}, { draws: [closed] });
  expect(waits).toContain("96 people have entered the draw, and it waits for its public number");
  expect(waits).toContain("Type the number");
  expect(waits).not.toContain("Entries close");
  const drawn = read({}, { draws: [{ ...closed, seed: "7", drawnAt: FREED }] });
  expect(drawn).not.toContain("Needs somebody");
  expect(drawn).toContain("The draw, for anybody to check");
  expect(read({})).not.toContain("The draw, for anybody to check");
  expect(read({}, { draws: [closed], phase: "after" })).not.toContain("Needs somebody");
});

// Before, a camp of last year had ten places free now and its registration to share.
test("a camp that is over speaks of what was", () => {
  for (const seen of [{ phase: "after" }, { phase: "tickets", daysAway: -1 }] as const) {
    const said = read({ confirmed: 5, free: 5, later: 2, waiting: 3 }, seen);
    expect(said).toContain("5 had a place, of 10 3 waited to the end");
    expect(said).not.toMatch(/free now|later release|Registration /);
  }
  expect(read({ confirmed: 5, free: 5 }, { daysAway: 0 })).toContain("5 free now");
});

const venue: ChecklistItem = {
  ...{ key: "venue", id: null, title: null, seen: false },
  ...{ due: "2026-05-01", daysBefore: 49, daysLate: 7, stage: "late" },
};

test("what is next on the checklist has its date, how late it is and its tick", () => {
  const tick = async (before: Answer) => before;
  const said = read(null, { checklist: { next: [venue], allDone: false, tick } });
  expect(said).toContain("Book the place");
  expect(said).toContain("By Friday 1 May, 7 weeks before · 7 days late");
  expect(read(null, { checklist: { next: [], allDone: false, tick } })).toContain("Nothing is due");
  expect(read(null, { checklist: { next: [], allDone: true, tick } })).toContain("All of it is done");
});

test("once the day has come the desk is about the day, and about the checklist again after it", () => {
  const checklist = { next: [venue], allDone: false, tick: async (before: Answer) => before };
  expect(read(null, { checklist, phase: "sessions", daysAway: 0 })).not.toContain("checklist");
  expect(read(null, { checklist, phase: "after", daysAway: -1 })).toContain("checklist");
});

test("an open camp is told which pages are not complete, and a draft where it opens", () => {
  const lacks = [{ page: "privacy" as const, why: "gaps" as const }];
  const open = "1 page that people must be able to read is not complete";
  expect(read(null, { lacks })).toContain(open);
  expect(read(null, { lacks })).toContain("Privacy notice: fill what is left");
  expect(read(null, { lacks, phase: "draft" })).not.toContain(open);
  expect(read(null)).not.toContain("not complete");
});
