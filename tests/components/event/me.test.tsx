/** What the Me tab says can be done on the private page: nothing that cannot. */
import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { CrewAlone, Me } from "#components/event/me.tsx";
import { type EventView, PHASES, wentBy } from "#domain/event.ts";
import { NO_NEEDS } from "#domain/registration/answers.ts";
import { allows, type Move, type RegistrationView, STATUSES, type Status } from "#domain/registration.ts";
import { me } from "#messages/en/me.ts";

const STARTS = "2026-07-14T08:00:00.000Z";
const place = { locale: "en-GB", zone: "Europe/London" };
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
    proven: false,
    bounced: false,
  },
  ...{
    lapsed: false,
    position: null,
    turn: null,
    pausedUntil: null,
    waiting: 4,
    offeredUntil: null,
    remindAt: null,
    heldUntil: null,
  },
};
const openPage = async () => {
  throw new Error("nobody presses");
};

const read = (part: ReactElement) => renderToStaticMarkup(part).replace(/<[^>]*>/g, " ");
const said = (status: Status, phase: EventView["phase"] = "tickets", passedOn = false) =>
  read(
    <Me
      registration={{ ...registration, status }}
      event={{ ...event, phase }}
      place={place}
      openPage={openPage}
      passedOn={passedOn}
      isIn={false}
    />,
  );

const SAYINGS: [RegExp, Move][] = [
  [/give your place back|let the place go/, "give_back"],
  [/leave the list|take your entry out/, "leave"],
  [/Say yes or no/, "decline"],
];

// Before, whoever waited was told to give a place back, and whoever had one to answer an offer.
it("names what somebody of that status can do, and only that", () => {
  for (const status of STATUSES)
    for (const [saying, move] of SAYINGS)
      expect([status, move, saying.test(said(status))]).toEqual([status, move, allows(move, status)]);
});

it("asks nobody for anything once the camp is over", () => {
  for (const phase of PHASES.filter(wentBy))
    for (const status of STATUSES)
      expect(said(status, phase)).not.toMatch(/Change your details|door|isn’t confirmed/);
});

// Before, it said that they had given their place back.
it("says of whoever was not there in time that their place went to somebody at the door", () => {
  expect(said("released", "doors", true)).toContain(me.passedOn);
  expect(said("released", "doors")).toContain(me.status.released);
  expect(said("confirmed", "doors", true)).toContain(me.status.confirmed);
});

it("leads one of the crew who is not registered to a place of their own, or says whom to ask", () => {
  const alone = (add: string | null, phase: EventView["phase"]) =>
    read(
      <AppRouterContext.Provider value={{} as AppRouterInstance}>
        <CrewAlone event={{ ...event, phase }} add={add} />
      </AppRouterContext.Provider>,
    );
  expect(alone("/add", "doors")).toContain(me.alone.add);
  expect(alone(null, "tickets")).toContain(me.stranger.register);
  expect(alone(null, "tickets")).not.toContain(me.alone.ask);
  expect(alone(null, "doors")).toContain(me.alone.ask);
});
