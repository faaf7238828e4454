/** What a private page says of letting go: nothing that is not so. */
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Held } from "#components/registration/held.tsx";
import { Offer } from "#components/registration/offer.tsx";
import { CampOver, Over } from "#components/registration/over.tsx";
import { Pause } from "#components/registration/pause.tsx";
import { Place } from "#components/registration/place.tsx";
import { Waiting } from "#components/registration/waiting.tsx";
import type { EventView } from "#domain/event.ts";
import { NO_NEEDS } from "#domain/registration/answers.ts";
import type { Chance } from "#domain/registration/chance.ts";
import type { PauseDays } from "#domain/registration/pause.ts";
import type { LettingGo } from "#domain/registration/status.ts";
import type { RegistrationView } from "#domain/registration.ts";
import { status as words } from "#messages/en/status.ts";

const NOW = new Date("2026-06-24T11:00:00Z");
const STARTS = "2026-07-14T08:00:00.000Z";
const event: EventView = {
  ...{ id: "camp", slug: "camp", name: "Brum Camp", strapline: "", place: "Birmingham", day: "2026-07-14" },
  days: [{ id: "day", date: "2026-07-14", startsAt: STARTS, phase: "doors" }],
  ...{ startsAt: STARTS, zone: "Europe/London", locale: "en-GB", capacity: 130, tally: "shown" },
  phase: "tickets",
};
const registration: RegistrationView = {
  ...{ id: "r", name: "Ama", email: "ama@example.org", sector: "Health", sectorId: "s", organisation: "" },
  ...{
    firstTime: false,
    photos: true,
    status: "confirmed",
    ...NO_NEEDS,
    ticketCode: "KWT4H7",
    proven: true,
    bounced: false,
  },
  ...{
    lapsed: false,
    turn: null,
    position: 1,
    pausedUntil: null,
    waiting: 4,
    offeredUntil: STARTS,
    heldUntil: STARTS,
  },
  remindAt: null,
};
const act = async () => {
  throw new Error("nobody presses");
};

const ways = {
  days: { first: "2026-07-02", last: "2026-07-13" },
  rejoinLater: act,
  leave: act,
  enters: false,
};

const read = (part: ReactElement) => renderToStaticMarkup(part).replace(/<[^>]*>/g, " ");

function screens(lettingGo: LettingGo): string[] {
  const shared = { event, registration, token: "t", lettingGo, verify: null, now: NOW };
  return [
    read(
      <Place {...shared} address="https://example.org" giveBack={act} isIn={false}>
        {null}
      </Place>,
    ),
    read(<Offer {...shared} accept={act} decline={act} />),
    read(<Held {...shared} letGo={act} />),
    read(<Waiting {...shared} moved={0} chance={null} until={null} leave={act} pause={null} />),
  ];
}

const saying = (words: RegExp, lettingGo: LettingGo) => screens(lettingGo).map((text) => words.test(text));

// Before, the first was said of a line in which nobody may be offered anything, and the second whenever.
it("says that a place goes to the next only while one is offered it, and that one may come back only while one may", () => {
  const runs = { passesOn: true, ready: 3, reopens: true };
  const stands = { passesOn: false, ready: 0, reopens: false };
  const passesOn = /next in line|knows within seconds|would love to come/;
  expect(saying(passesOn, runs)).toEqual([true, true, true, false]);
  expect(saying(passesOn, stands)).toEqual([false, false, false, false]);
  expect(saying(/You can register again/, runs)).toEqual([true, true, true, true]);
  expect(saying(/You can register again/, stands)).toEqual([false, false, false, false]);
  expect(screens(runs)[0]).toContain("3 people would love to come.");
});

it("says of a camp that is over that somebody had a place there, and nothing of doors or of giving it back", () => {
  expect(read(<CampOver had />)).toContain("You had a place at it.");
  expect(read(<CampOver had />)).not.toMatch(/door|Give/);
  expect(read(<CampOver had={false} />)).not.toContain("You had a place");
});

it("offers to take a place back as long as that can be, and then no place at the back of the line as well", () => {
  const released = { event, status: "released", proven: true, token: "t", rejoin: act, ...ways } as const;
  const still = read(<Over {...released} takeBack={act} />);
  expect([still.includes("Take it back"), still.includes("Join the line again")]).toEqual([true, false]);
  const gone = read(<Over {...released} takeBack={null} />);
  expect([gone.includes("Take it back"), gone.includes("Join the line again")]).toEqual([false, true]);
});

it("offers three ways after an offer ran out, and after nothing else", () => {
  const missed = (status: "expired" | "left", change: object = {}) => {
    const props = {
      event,
      status,
      proven: true,
      token: "t",
      rejoin: act,
      ...ways,
      takeBack: null,
      ...change,
    };
    const text = read(<Over {...props} />);
    return ["Join the line again", "Join it, but not yet", "Leave it at that"].map((way) =>
      text.includes(way),
    );
  };
  expect(missed("expired")).toEqual([true, true, true]);
  expect(missed("expired", { days: null })).toEqual([true, false, true]);
  const closed = { ...event, phase: "closed" };
  expect(missed("expired", { event: closed })).toEqual([true, true, true]);
  expect(missed("expired", { event: closed, proven: false })).toEqual([false, false, false]);
  expect(missed("expired", { event: { ...event, phase: "after" } })).toEqual([false, false, false]);
  expect(missed("left")).toEqual([true, false, false]);
});

it("says in counts what past camps say of a turn, and reads them the careful way", () => {
  const waiting = (chance: Chance | null) =>
    read(
      <Waiting
        {...{ event, registration, token: "t", verify: null, leave: act, moved: 0, until: null, pause: null }}
        {...{ chance, lettingGo: { passesOn: true, ready: 1, reopens: true } }}
      />,
    );
  expect(waiting(null)).toContain("We do not know yet how many places will come back");
  const last = { name: "Brum Camp", day: "2025-07-14", cameBack: 31 };
  const once = waiting({ last, camps: 1, fewest: 31, reaches: true });
  expect(once).toContain("Last time, at Brum Camp in 2025, 31 places came back to the line.");
  expect(once).toContain("Even if no more come back this time, your turn comes.");
  expect(once).not.toContain("never fewer");
  const thrice = waiting({ last: { ...last, cameBack: 0 }, camps: 3, fewest: 0, reaches: false });
  expect(thrice).toMatch(
    /no place came back.*Of the last 3 times it was never fewer than 0.*Do not count on it/,
  );
});

it("offers a pause with the days it may end on, and says of a paused turn until when", () => {
  const pause = (pausedUntil: string | null, days: PauseDays | null) =>
    renderToStaticMarkup(
      <Pause {...{ event, registration: { pausedUntil }, token: "t", days, pause: act, end: act }} />,
    );
  const form = pause(null, { first: "2026-07-02", last: "2026-07-13" });
  expect(form).toMatch(/<input type="date"[^>]* min="2026-07-02" max="2026-07-13"/);
  expect(form).toContain("You keep your turn");
  expect(pause(null, null)).toBe("");
  expect(pause("2026-07-03T07:00:00.000Z", null)).toContain("Until 8am, Friday 3 July");
  const waiting = (pausedUntil: string | null) =>
    read(
      <Waiting
        {...{ event, registration: { ...registration, pausedUntil }, token: "t", verify: null, leave: act }}
        {...{ lettingGo: { passesOn: true, ready: 1, reopens: true }, moved: 0, chance: null, pause: null }}
        until={Date.parse(STARTS)}
      />,
    );
  expect(waiting(null)).toContain("Offered now, it would be yours");
  expect(waiting("2026-07-03T07:00:00.000Z")).not.toContain("Offered now");
});

it("shows a ticket by a first name, a code that is scanned and one that is said, and giving it back at the end", () => {
  const page = renderToStaticMarkup(
    <Place
      {...{ event, registration: { ...registration, name: "Dr Ama Mensah" }, token: "t", verify: null }}
      {...{ lettingGo: { passesOn: false, ready: 0, reopens: true }, giveBack: act, isIn: false }}
      address="https://example.org/e/camp/r/t"
    >
      <p>change details</p>
    </Place>,
  );
  const order = ["You’ve got a place", ">Ama<", "Dr Ama Mensah", "<svg", "KWT 4H7", "doors 9am"];
  const helps = ["calendar", "Find the way to Birmingham", "change details", "Can’t make it?", "<summary"];
  const found = [...order, ...helps].map((text) => page.indexOf(text));
  expect(found).toEqual([...found].sort((a, b) => a - b));
  expect(found).not.toContain(-1);
  // Four light squares on each side, which scanners need.
  const size = Number(/viewBox="0 0 (\d+) /.exec(page)?.[1]);
  const squares = [...page.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
  expect([Math.min(...squares), Math.max(...squares)]).toEqual([4, size - 5]);
});

it("says on the ticket how many come along, for the door, and not who", () => {
  const ticket = (companions: number) => {
    const along = { ...registration, companions, companionsNote: "BSL interpreter" };
    const props = {
      event,
      registration: along,
      token: "t",
      lettingGo: { passesOn: false, ready: 0, reopens: true },
    };
    return read(
      <Place {...props} verify={null} address="https://example.org" giveBack={act} isIn={false}>
        {null}
      </Place>,
    );
  };
  expect([0, 1, 2].map((n) => ticket(n).match(/with \d companions?/)?.[0])).toEqual([
    undefined,
    "with 1 companion",
    "with 2 companions",
  ]);
  expect(ticket(2)).not.toContain("BSL");
});

// Before, somebody who was in could give their place back, and one more came in than there are places.
it("offers nobody who is in to give their place back", () => {
  const props = {
    event,
    registration,
    token: "t",
    verify: null,
    address: "https://example.org",
    giveBack: act,
  };
  const shown = (isIn: boolean) =>
    read(
      <Place {...props} lettingGo={{ passesOn: false, ready: 0, reopens: true }} isIn={isIn}>
        {null}
      </Place>,
    );
  expect(shown(false)).toContain(words.place.giveBack);
  expect(shown(true)).not.toContain(words.place.giveBack);
});
