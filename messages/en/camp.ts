/** Starting a camp and its settings. */
import type { TallyRule } from "#domain/event.ts";
import type { Feature } from "#domain/room.ts";
import { count } from "#messages/format.ts";

const many = (n: number, one: string, other: string) => count(n, { one, other }, "en-GB");

export const camp = {
  mine: {
    title: "Your camps",
    start: "Start a camp",
    none: {
      title: "No camps to run yet",
      owner: "Start one: it takes five minutes, and only you can see it until you open the tickets.",
      other:
        "When an organiser invites you to help with a camp, it is here. The email says which address they used.",
    },
    attending: "Camps you registered for",
    organiser: "You organise it",
    campmaker: "You are a campmaker",
    devices: "Your devices",
    signIn: {
      title: "Sign in to see your camps",
      body: "Camps you help to run are listed here.",
      next: "Sign in",
    },
  },
  start: {
    title: "Start a camp",
    lede: "Five minutes. Everything can be changed later, and nobody sees it until you open the tickets.",
    submit: "Start the camp",
    anyway: "Start it anyway",
    pending: "Starting",
    what: "What and where",
    slug: "Address",
    slugHint:
      "The last part of the camp’s web address: small letters, numbers and hyphens. Leave it empty and we make one from the name.",
    slugWrong: "Use small letters, numbers and single hyphens, 2 to 60 characters",
    sectors: ["Local government", "Central government", "Health", "Blue light", "Charity", "Somewhere else"],
    rooms: ["Main hall", "Studio 1", "Studio 2", "Library"],
    breaks: ["Welcome and pitching", "Lunch", "Goodbye and cake"],
    afterwards:
      "On the next page you check the rooms, the day and where people work. We begin with four rooms and an ordinary day: a welcome half an hour after doors, five slots, lunch and cake.",
    started: {
      title: "Your camp is here, and only its crew can see it.",
      next: "Check what we put in for you: the rooms, the day, and where people work. Then invite your crew.",
    },
  },
  fields: {
    name: "Name",
    nameWrong: "Give the camp a name, up to 80 characters",
    strapline: "One line about it",
    place: "Place",
    placeHint: "Town and building, as you would tell a friend",
    placeWrong: "Say where it is",
    day: "Date",
    dayWrong: "Type the date of the first day",
    doors: "Doors open",
    doorsWrong: "Type a time, like 08:30",
    zone: "Time zone",
    zoneWrong: "Type a zone’s name, like Europe/London",
    capacity: "Places",
    capacityHint: "How many people can come",
    capacityWrong: "Type a whole number from 1 to 10,000",
    optional: "(optional)",
  },
  rooms: {
    title: "Rooms",
    number: (letter: string) => `Room ${letter}`,
    fresh: "One more room",
    name: "Name",
    seats: "Seats",
    features: { step_free: "Step-free", screen: "Screen", loop: "Loop", quiet: "Quiet" } satisfies Record<
      Feature,
      string
    >,
    remove: "Take it away",
    removeHint: "What was placed in a room you take away goes back to the tray.",
    nameWrong: (letter: string) => `Room ${letter} needs a name`,
    seatsWrong: (letter: string) => `Room ${letter} needs a number of seats, from 1 to 5,000`,
  },
  slots: {
    title: "The day",
    number: (n: number) => `Row ${n}`,
    fresh: "One more row",
    kind: "What it is",
    kinds: { session: "Sessions", break: "Break for everybody" },
    name: "Name of the break",
    day: "Date",
    starts: "From",
    ends: "Until",
    remove: "Take it away",
    removeHint: "What was placed in a slot you take away goes back to the tray.",
    timesWrong: (n: number) => `Row ${n} needs a beginning and an end`,
    misfit: (n: number) => `Row ${n} ends before it begins, or overlaps another`,
    nameWrong: (n: number) => `Row ${n} is a break: give it a name`,
  },
  sectors: {
    title: "Where people work",
    hint: "A sector that somebody chose stays, but it can be renamed.",
    name: (n: number) => `Sector ${n}`,
    fresh: "One more",
  },
  settings: {
    title: "Settings",
    details: "What, where and when",
    moved: "When the date or the zone changes, the day moves along and keeps its times.",
    rules: "Places and rules",
    lineLimit: "The waiting list closes at",
    lineLimitHint: "Leave it empty for no limit. The page then says kindly that the list is full.",
    lineLimitWrong: "Type a whole number, or leave it empty",
    offersOn: "Offer freed places by itself",
    offersHint: "The next in line hears within seconds. Switched off, you offer them from the People page.",
    raised: "More places are offered to the line at once.",
    tally: "Who sees how many hands are up",
    tallies: {
      shown: "Everybody",
      after_first: "Everybody, once their own first hand was up",
      hidden: "Organisers only",
    } satisfies Record<TallyRule, string>,
    save: "Save",
    saving: "Saving",
    saved: "Saved.",
    told: (mails: number) =>
      mails === 0
        ? "Nobody was told by mail. Every open page shows it now."
        : `${many(mails, "# person is", "# people are")} told by mail. Every open page shows it now.`,
    unreached: (n: number) =>
      `Mail to ${many(n, "# person", "# people")} came back before: tell them another way. They are marked on the People page.`,
    offersMoved: (n: number) =>
      `${many(n, "# open offer has", "# open offers have")} another time to answer.`,
    offered: (n: number) =>
      n === 0
        ? "No place was offered to the line."
        : `${many(n, "# place was", "# places were")} offered to the line, by mail.`,
    sectorsStayed: (n: number) =>
      `${many(n, "# sector stays", "# sectors stay")} because somebody works there: you can rename it, not take it away.`,
    published: "Phones keep what was published until you publish again.",
    readOnly: "Only organisers change the settings.",
  },
};
