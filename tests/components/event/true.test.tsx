/** What a camp's public screens say in every state it can be in: nothing that is not so. */
import fc from "fast-check";
import type { ReactElement } from "react";
import { afterEach, describe, expect, test } from "vitest";
import { CampFront } from "#components/event/front.tsx";
import { CampList } from "#components/event/list.tsx";
import { NowTab } from "#components/event/now.tsx";
import { PitchesTab } from "#components/event/pitches.tsx";
import { GridList } from "#components/grid/list.tsx";
import { NoGrid } from "#components/grid/none.tsx";
import type { Raising } from "#components/voting/raising.ts";
import { WallCamp } from "#components/wall/camp.tsx";
import { type EventView, hasDate, isHalted, isOver, PHASES, permits, TALLY_RULES } from "#domain/event.ts";
import type { GridView } from "#domain/grid.ts";
import type { Snapshot } from "#domain/live.ts";
import { BLANK_PITCH, type PitchView } from "#domain/pitch.ts";
import { STRANGER } from "#domain/viewer.ts";
import { countsKept, handsOpen } from "#domain/voting.ts";
import { plainPage } from "#live/plain/page.ts";
import { haveLanguages, readerLocale } from "#messages/words.ts";
import { drawn } from "#tests/support/day-of-grid.tsx";
import { englishIn, readable } from "#tests/support/english.ts";
import { event as brum, noLine } from "#tests/support/snapshot.ts";

const HOUR = 3_600_000;
const STARTS = Date.parse("2026-07-14T08:00:00Z");
const iso = (instant: number) => new Date(instant).toISOString();

const state = fc.record({
  phase: fc.constantFrom(...PHASES),
  pitches: fc.constantFrom(0, 3),
  published: fc.boolean(),
  handsClosed: fc.boolean(),
  tally: fc.constantFrom(...TALLY_RULES),
  next: fc.constantFrom("place", "line", "closed_line"),
  days: fc.constantFrom(1, 2),
  hours: fc.oneof(fc.integer({ min: -30, max: 60 }), fc.integer({ min: -40 * 24, max: 400 * 24 })),
});
type Drawn = typeof state extends fc.Arbitrary<infer Value> ? Value : never;
type Hands = "handsClosed" | "tally";
type State = Omit<Drawn, Hands> & Partial<Pick<Drawn, Hands>>;

const attendee = {
  me: { ...STRANGER, attendee: true },
  standWith: async () => null,
  onStood: () => undefined,
};
const walk = { Shown: null, open: () => undefined, close: () => undefined, failed: false };
const raising: Raising = {
  up: () => false,
  state: () => "saved",
  count: () => 1,
  dots: null,
  left: null,
  raise: () => undefined,
};
const place = {
  get locale() {
    return readerLocale();
  },
  zone: "Europe/London",
};
const qr = { size: 1, path: "" };
const join = { address: "camp.example/e/camp", front: qr, now: qr, feedback: qr };

function snapshotOf({
  phase,
  pitches,
  published,
  days,
  handsClosed = false,
  tally = "shown",
}: State): Snapshot {
  const event: EventView = {
    ...{ ...brum, slug: "camp", place: "Birmingham", phase, tally, handsClosed },
    days: [
      { id: "day", date: "2026-07-14", startsAt: iso(STARTS), phase: "doors" as const },
      { id: "next", date: "2026-07-15", startsAt: iso(STARTS + 24 * HOUR), phase: "doors" as const },
    ].slice(0, days),
  };
  const list = Array.from({ length: pitches }, (_, n): PitchView => {
    const told = { hosts: ["Ama"], at: iso(STARTS) };
    return { ...BLANK_PITCH, id: `p${n}`, title: `Pitch ${n}`, ...told };
  });
  const slots = [2, 3, 27].map((hour, n) => {
    const times = { startsAt: iso(STARTS + hour * HOUR), endsAt: iso(STARTS + (hour + 0.75) * HOUR) };
    return { id: `s${n}`, kind: "session" as const, title: "", ...times, hour: n + 1, number: n + 1 };
  });
  const rooms = [{ id: "r", letter: "A", name: "Hall", capacity: 40, features: [] }];
  const once = { copy: 0, length: 1 as const, pinned: false };
  const placements = list.map(({ id }, n) => ({ pitchId: id, slotId: `s${n}`, roomId: "r", ...once }));
  const frozen = { number: 1, publishedAt: iso(STARTS + HOUR), rooms, slots, sessions: list, placements };
  const grid: GridView | null = published ? { ...frozen, changes: [] } : null;
  return {
    ...{ v: 1, event, announcements: [], pitches: list, line: noLine, hands: {}, heads: [] },
    ...{ crew: null, grid, draft: null, placements: null, people: null },
  };
}

const read = (part: ReactElement) => drawn(part).replace(/<[^>]*>/g, " ");

const UNRELEASED = { release: null, coming: null, entered: 0, at: iso(STARTS) };

/** Every public screen of a state, as text. */
function screens(one: State): Record<string, string> {
  const snapshot = snapshotOf(one);
  const { event, grid, pitches, line } = snapshot;
  const now = STARTS + one.hours * HOUR;
  const seen = { now, place, raising, hosting: [] };
  const over = isOver(one.phase, STARTS + 27.75 * HOUR, now);
  const tickets = {
    capacity: 130,
    out: 130,
    over,
    next: one.next,
    free: 0,
    pools: null,
    waiting: 4,
    moved: 0,
    ...UNRELEASED,
  } as const;
  const front = { event, tickets, published: one.published };
  return {
    front: read(<CampFront {...front} />),
    home: one.phase === "draft" ? "" : read(<CampList camps={[event]} now={now} />),
    now: read(<NowTab snapshot={snapshot} {...seen} />),
    pitches: read(
      <PitchesTab
        {...{ event, pitches, line, raising, walk, find: "" }}
        published={one.published}
        you={attendee}
      />,
    ),
    grid: read(grid ? <GridList camp={event} grid={grid} {...seen} /> : <NoGrid phase={one.phase} />),
    wall: read(<WallCamp snapshot={snapshot} now={now} place={place} join={join} />),
    plain: readable(plainPage(snapshot, now)),
  };
}

const past = ({ phase }: State) => phase === "after" || phase === "archived" || isHalted(phase);
const beforehand = ({ phase }: State) => ["draft", "tickets", "closed"].includes(phase);

/** A sentence, and when it may be said. */
const SAYINGS: [RegExp, (one: State) => boolean][] = [
  [/Pitches will be here/, (one) => one.pitches === 0 && beforehand(one)],
  [/No pitches yet|Nobody has pitched yet/, (one) => one.pitches === 0 && !past(one)],
  [/Nothing was pitched/, (one) => one.pitches === 0 && !permits(one.phase, "pitch")],
  [/What was pitched/, (one) => one.pitches > 0],
  [/Hands are down now/, (one) => !permits(one.phase, "raiseHand") && !beforehand(one)],
  [/still open|still count|Put your hand up for what/, handsOpen],
  [/Hands are closed/, (one) => permits(one.phase, "raiseHand") && one.handsClosed === true],
  [/once hands are closed/, (one) => countsKept({ tally: "shown", ...one })],
  [/while a hand of yours is up/, (one) => handsOpen(one) && one.tally === "after_first"],
  [/appears here/, (one) => permits(one.phase, "publish") && !one.published],
  [/grid isn’t out yet/, (one) => !one.published && !past(one)],
  [/No grid was published/, (one) => !one.published && past(one)],
  [/Read the grid|See the grid|The grid says|grid stays|grid is still/, (one) => one.published],
  [/See you on/, (one) => beforehand(one) && one.hours < 0],
  [/It’s today/, (one) => beforehand(one) && one.hours > -24 && one.hours < 24 * one.days],
  [/This camp was on/, (one) => !isHalted(one.phase) && (past(one) || one.hours > 0)],
  [
    /Coming up/,
    (one) => !hasDate(one.phase) || ((beforehand(one) || isHalted(one.phase)) && one.hours < 24 * one.days),
  ],
  [/Tickets aren’t open yet/, (one) => one.phase === "draft"],
  [/Tickets are closed for/, (one) => one.phase === "closed"],
  [/130 places/, (one) => !past(one)],
  [/All 130 places are taken/, (one) => one.phase === "tickets" && one.next !== "place"],
  [/Join the line/, (one) => one.phase === "tickets" && one.next === "line"],
  [/First sessions at/, (one) => one.hours < 3],
  [/Doors open at/, (one) => !isHalted(one.phase)],
  [/called off/i, (one) => one.phase === "called_off"],
  [/put off/i, (one) => one.phase === "put_off"],
  [/Doors opened/, (one) => one.days === 1 || past(one) || one.hours > 24],
  [/need to prepare anything/, (one) => !past(one) && one.hours < 39],
  [/this day|was the day/, (one) => one.days === 1],
  [/Connecting/, () => false],
];

afterEach(() => haveLanguages([]));

describe("whatever state a camp is in", () => {
  test("no public screen says what is not so", () => {
    fc.assert(
      fc.property(state, (one) => {
        for (const [screen, text] of Object.entries(screens(one))) {
          for (const [saying, isSo] of SAYINGS) {
            // The four steps of the day are said everywhere, and are no claim about now.
            const claims = text.replace(/See the grid\s+Your pitches become/, "");
            if (!isSo(one))
              expect(`${screen}: ${claims.match(saying)?.[0] ?? "not said"}`).toBe(`${screen}: not said`);
          }
        }
      }),
      { numRuns: 400 },
    );
  }, 60_000);

  test("no public screen has English left when it is read in another language", () => {
    haveLanguages(["el-x-accented"]);
    const own = /Brum Camp|Birmingham|Pitch \d|Ama|Hall|\b(?:camp|example)\b/g;
    fc.assert(
      fc.property(state, (one) => {
        for (const [screen, text] of Object.entries(screens(one)))
          expect([screen, ...englishIn(text, own)]).toEqual([screen]);
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  test("a time on another day says which", () => {
    const one = { phase: "sessions", pitches: 3, published: true, next: "place", days: 1, hours: 6 } as const;
    const { now, grid, wall, plain } = screens(one);
    for (const text of [now, grid, wall, plain])
      expect(text).toContain("12 noon on Wednesday 15 July".slice(0, 7));
    expect(now).toContain("Next sessions at 12 noon on Wednesday 15 July");
    expect(grid).toMatch(/Tuesday 14 July.*Wednesday 15 July .*Slot 3 · 12 noon/s);
    expect(wall).toContain("12 noon on Wednesday 15 July");
  });

  test("nobody counts the minutes or the hours of a night", () => {
    const minutes = fc.integer({ min: -14 * 60, max: 28 * 60 });
    fc.assert(
      fc.property(minutes, fc.constantFrom(1, 2), (past, days) => {
        const one = { phase: "sessions", pitches: 3, published: true, next: "place", days } as const;
        const now = STARTS + past * (HOUR / 60);
        const said = Object.values(screens({ ...one, hours: past / 60 })).join(" ");
        for (const [, counted] of said.matchAll(/([\d,]+) min\b/g))
          expect(Number(counted!.replace(",", ""))).toBeLessThanOrEqual(90);
        const next = [2, 3, 27].map((hour) => STARTS + hour * HOUR).find((at) => at > now);
        const date = (at: number) => iso(at + HOUR).slice(0, 10);
        if (/in \d+ hours?/.test(said)) expect(date(next!)).toBe(date(now));
        if (next && date(next) !== date(now)) expect(said).toMatch(/ on (Tues|Wednes)day 1[45] July/);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  test("a break that comes is called by its name, and not by the sessions after it", () => {
    const { grid, ...snapshot } = snapshotOf({
      ...{ phase: "grid", pitches: 3, published: true, next: "place", days: 2, hours: 0 },
    });
    const times = { startsAt: iso(STARTS + HOUR), endsAt: iso(STARTS + 2 * HOUR) };
    const welcome = { id: "w", kind: "break" as const, title: "Welcome", ...times, hour: 0, number: 0 };
    const seen = { ...snapshot, grid: { ...grid!, slots: [welcome, ...grid!.slots] } };
    const said = read(<NowTab snapshot={seen} now={STARTS} place={place} raising={raising} hosting={[]} />);
    expect(said).toMatch(/in 60 min.*Next · 10am · Welcome/);
    expect(said).not.toContain("sessions at");
  });

  test("in the last slot of a day it says when the camp goes on, and in the last of all that nothing follows", () => {
    const state = { phase: "sessions", pitches: 3, published: true, next: "place", hours: 3.5 } as const;
    const said = (days: 1 | 2) => {
      const { grid, ...snapshot } = snapshotOf({ ...state, days });
      const seen = { ...snapshot, grid: { ...grid!, slots: grid!.slots.slice(0, 2) } };
      const [now, later] = [STARTS + 3.5 * HOUR, STARTS + 9 * HOUR];
      return [
        read(<NowTab snapshot={seen} now={now} place={place} raising={raising} hosting={[]} />),
        readable(plainPage(seen, later)),
      ];
    };
    const [now, plain] = said(2);
    expect(now).toContain("That’s the last slot of the day. It goes on at 9am on Wednesday 15 July.");
    expect(plain).toContain("It goes on at 9am on Wednesday 15 July.");
    expect(said(1)[0]).toContain("Nothing after this: it’s the last slot.");
    expect(said(1)[1]).not.toContain("goes on");
  });

  test("after the last slot of a day it says when the camp goes on, though the grid has the next day already", () => {
    const one = { phase: "sessions", pitches: 3, published: true, next: "place", days: 2 } as const;
    const { now, wall, plain } = screens({ ...one, hours: 5 });
    for (const text of [now, wall, plain]) expect(text).toContain("It goes on at 9am on Wednesday 15 July");
    for (const text of [now, wall]) expect(text).toContain("Thank you for today.");
    // From midnight on it is the next day that people are told of, though nobody has moved the camp on.
    const morning = screens({ ...one, hours: 23 });
    for (const text of [morning.now, morning.wall]) {
      expect(text).toContain("It goes on at 9am");
      expect(text).toContain("Welcome back.");
      expect(text).not.toContain("Thank you");
    }
  });

  test("a camp that nobody moved on to its second day is not said to be on its first", () => {
    const one = { phase: "sessions", pitches: 3, published: true, next: "place", days: 2 } as const;
    expect(screens({ ...one, hours: 2.5 }).plain).toContain("Tue 14 Jul: Sessions are on.");
    const { now, wall, plain } = screens({ ...one, hours: 27.5 });
    expect(plain).toContain("Sessions are on.");
    expect(plain).not.toContain("Tue 14 Jul:");
    for (const text of [now, wall, plain]) expect(text).toContain("Slot 3 · Wed 15 Jul, 12 noon to 12.45pm");
  });
});
