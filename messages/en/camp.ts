/** Starting a camp and its settings. */
import type { TallyRule } from "#domain/event.ts";
import { KEEP_DAYS, LONGEST, LONGEST_SLOT_HOURS, MOST, RANGES } from "#domain/limits.ts";
import type { QuestionKind, SeenBy } from "#domain/question.ts";
import type { Misfit } from "#domain/time/slot-times.ts";
import { count, number } from "#messages/counts.ts";
import { end } from "#messages/en/camp-end.ts";
import { start } from "#messages/en/camp-start.ts";
import { longDay } from "#messages/format.ts";

const from = ({ min, max }: { min: number; max: number }) =>
  `from ${number(min, "en-GB")} to ${number(max, "en-GB")}`;
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
    /** To whoever was led here from a desk that is theirs no more. */
    left: {
      crew: (camp: string) => `You are no longer on the crew of ${camp}`,
      desk: "That desk is not open to you any more",
      next: "What you had open there is closed. If that is a mistake, ask an organiser of the camp: within a day they can put you back as you were.",
    },
    deleted: {
      title: "The camp is deleted, with all there was of it.",
      next: "Its address leads nowhere, and can be given to another camp.",
    },
    attending: "Camps you registered for",
    coming: "What is on or coming",
    find: "Find a camp by its name or place",
    finding: "Find it",
    found: (search: string) => `Camps found for “${search}”`,
    nobody: {
      coming: "None of your camps is on or coming.",
      found: "None of your camps has a name or a place like that.",
    },
    of: (year: string) => `Your camps of ${year}`,
    you: (being: string) => `You are ${being}`,
    devices: "Your devices",
    passkeys: "Your passkeys",
    signIn: {
      title: "Sign in to see your camps",
      body: "Camps you help to run are listed here.",
      next: "Sign in",
    },
  },
  start,
  end,
  fields: {
    name: "Name",
    nameWrong: `Give the camp a name, up to ${LONGEST.campName} characters`,
    strapline: "One line about it",
    straplineLong: `Make the line shorter: up to ${LONGEST.strapline} characters`,
    place: "Place",
    placeHint: "Town and building, as you would tell a friend",
    placeWrong: `Say where it is, in up to ${LONGEST.place} characters`,
    day: "Date",
    dayWrong: `Type the date of the first day, with all four figures of a year from ${RANGES.years.min} to ${RANGES.years.max}`,
    doors: "Doors open",
    doorsWrong: "Type a time, like 08:30",
    doorsSkipped: "The clocks go forward that night and skip this time. Choose one before or after it",
    zone: "Time zone",
    zoneWrong: "Type a zone’s name, like Europe/London",
    capacity: "Places",
    capacityHint: "How many people can come",
    capacityWrong: `Type a whole number ${from(RANGES.places)}`,
    optional: "(optional)",
  },
  tooMany: (most: number) => `That is more than a camp can have: up to ${most}`,
  rooms: {
    title: "Rooms",
    number: (letter: string) => `Room ${letter}`,
    letter: "Room",
    row: (n: number) => `Row ${n}`,
    features: "What it has",
    name: "Name",
    seats: "Seats",
    directions: "How to get there",
    link: "Link for those who join from afar",
    linkWhat: "A room’s link begins with https://. Only people with a place and the crew see it.",
    linkWrong: (which: string) => `${which}: give a link that begins with https://, or none`,
    unofficial: "Unofficial place",
    remove: "Take it away",
    removeHint:
      "What was placed in a room you take away goes back to the tray. Nobody knows how many fit into an unofficial place, such as the canal side: suggestions use it last, and it is never too small. How to get there is said as in “First floor, left of the lift”.",
    nameWrong: (which: string) => `${which} needs a name, up to ${LONGEST.roomName} characters`,
    twice: (which: string, first: string, name: string) =>
      `${which} has the name of ${first}: “${name}”. Give one of them another name`,
    directionsLong: (which: string) =>
      `${which}: say how to get there in up to ${LONGEST.directions} characters`,
    seatsWrong: (which: string) => `${which} needs a number of seats, ${from(RANGES.seats)}`,
  },
  days: {
    title: "Days",
    hint: "Most camps have one day. Each further day has doors of its own and goes through pitching, grid and sessions again. The rows of a day you move go with it and keep their times.",
    number: (n: number) => `Day ${n}`,
    fresh: "One more day",
    date: "Date of this day",
    doors: "Its doors open at",
    remove: "Take this day away",
    dateWrong: (n: number) =>
      `Day ${n} needs a date, with all four figures of a year from ${RANGES.years.min} to ${RANGES.years.max}`,
    doorsWrong: (n: number) => `Say when the doors of day ${n} open`,
    doorsSkipped: (n: number) =>
      `The clocks go forward on the date of day ${n} and skip that time. Choose one before or after that hour`,
    twice: (n: number) => `Day ${n} has the date of another day`,
    none: "A camp needs a day: keep at least one",
  },
  slots: {
    title: "The day",
    row: "Row",
    number: (n: number) => `Row ${n}`,
    kind: "What it is",
    kinds: { session: "Sessions", break: "Break for everybody" },
    name: "Name of the break",
    day: "Date",
    starts: "From",
    ends: "Until",
    remove: "Take it away",
    removeHint: "What was placed in a slot you take away goes back to the tray.",
    timesWrong: (n: number) => `Row ${n} needs a beginning and an end`,
    dayWrong: (n: number) =>
      `Row ${n} needs a date, with all four figures of a year from ${RANGES.years.min} to ${RANGES.years.max}`,
    misfits: {
      no_such_day: (n: number) => `Row ${n} is on a date that cannot be`,
      no_such_time: (n: number) =>
        `The clocks go forward on the date of row ${n} and skip one of its times. Choose times before or after that hour`,
      too_long: (n: number) =>
        `Row ${n} ends before it begins. An end past midnight is fine, up to ${LONGEST_SLOT_HOURS} hours after the beginning`,
      overlaps: (n: number) => `Row ${n} overlaps another`,
    } satisfies Record<Misfit, (n: number) => string>,
    nameWrong: (n: number) => `Row ${n} is a break: give it a name`,
    nameLong: (n: number) => `Make the name of row ${n} shorter: up to ${LONGEST.slotTitle} characters`,
  },
  sectors: {
    title: "Where people work",
    hint: "A sector that somebody chose stays, but it can be renamed.",
    name: (n: number) => `Sector ${n}`,
    fresh: "One more",
    nameLong: `Make the name shorter: up to ${LONGEST.sectorName} characters`,
    twice: (name: string) => `“${name}” is there already: leave one of the two out`,
  },
  questions: {
    title: "Your own questions",
    hint: "Asked of everybody who registers, after ours. Everybody reads why you ask, who sees the answer and when it is deleted, so ask for little. What people need for the day is asked already.",
    number: (n: number) => `Question ${n}`,
    fresh: "One more question",
    label: "What you ask",
    kind: "How it is answered",
    kinds: { text: "In words", choice: "One of several", yes_no: "Yes or no" } satisfies Record<
      QuestionKind,
      string
    >,
    answeredBy: (kind: string) => `Answered: ${kind}`,
    choices: "What can be chosen",
    choicesHint: "One on each line. Only for a question that is answered by one of several.",
    purpose: "Why you ask",
    purposeHint: "One sentence, read by everybody who is asked.",
    seenBy: "Who sees the answers",
    seers: { organisers: "Organisers only", crew: "Everybody who sees the people" } satisfies Record<
      SeenBy,
      string
    >,
    keepUntil: "Answers are kept until",
    keepUntilHint: "In the night after that day they are deleted, and the question is asked no more.",
    position: "Its place in the order",
    required: "It must be answered",
    remove: "Take it away, with its answers",
    emptied:
      "Its day has come: its answers are deleted, and it is asked no more. Give it a later day to ask it again.",
    labelWrong: (n: number) => `Question ${n} needs words, up to ${LONGEST.questionLabel} characters`,
    purposeWrong: (n: number) =>
      `Say why you ask question ${n}, in up to ${LONGEST.questionPurpose} characters`,
    keepUntilWrong: (n: number) => `Say until which day the answers to question ${n} are kept`,
    keepUntilEarly: (n: number) => `The answers to question ${n} would be deleted before the camp is over`,
    choicesFew: (n: number) => `Question ${n} needs at least two different answers to choose from`,
    choicesMany: (n: number) => `Question ${n} can have up to ${MOST.choices} answers to choose from`,
    choicesLong: (n: number) =>
      `Make each answer to question ${n} shorter: up to ${LONGEST.choice} characters`,
  },
  privacy: {
    title: "What is deleted, and when",
    keepDays: "How many days after the camp",
    keepDaysHint: `In the night after that we delete by ourselves what people needed for the day, everybody who had no place, and the reasons in the log. Usually ${KEEP_DAYS} days.`,
    keepDaysWrong: `Type a whole number ${from(RANGES.keepDays)}`,
    done: "What was deleted so far",
    nothing: "Nothing yet: nothing’s day has come.",
    columns: {
      day: "Night of",
      answers: "Answers",
      needs: "Needs for the day",
      applicants: "People without a place",
      entries: "Reasons in the log, notes of the crew",
    },
    on: (day: string) => longDay(`${day}T12:00:00Z`, { locale: "en-GB", zone: "UTC" }),
  },
  settings: {
    title: "Settings",
    details: "What, where and when",
    moved: "When the date or the zone changes, the day moves along and keeps its times.",
    rules: "Places and the waiting list",
    hands: "Hands",
    lineLimit: "The waiting list closes at",
    lineLimitHint: "Leave it empty for no limit. The page then says kindly that the list is full.",
    lineLimitWrong: `Type a whole number ${from(RANGES.lineLimit)}, or leave it empty`,
    holdHours: "How many hours a place is held for somebody who has not proven their address",
    mail: "Mail",
    replyTo: "Answers to the camp’s mail go to",
    replyToHint: "A mailbox that an organiser reads. Without one, answers go to the address that sends.",
    replyToWrong: "Write one whole address, such as hello@camp.example, or nothing",
    holdHoursHint:
      "From the mail with the code. In the last week before the camp it is two hours, and none of them by night. Places held already keep their time.",
    holdHoursWrong: `Type a whole number ${from(RANGES.holdHours)}`,
    offerHours: "How many hours somebody has to answer an offer, at most",
    offerHoursHint:
      "Hours of the day only: the night does not count. From two weeks before the camp it is a day at most, from four days before four hours, then less. Offers that are open already keep their time.",
    offerHoursWrong: `Type a whole number ${from(RANGES.offerHours)}`,
    language: "The language of the camp’s pages",
    languageHint: "Whoever registered before keeps getting mail in the language they registered in.",
    offersOn: "Offer freed places by itself",
    offersHint: "The next in line hears within seconds. Switched off, you offer them from the People page.",
    raised: "More places are offered to the line at once.",
    raisedWithReleases:
      "More places than the releases give out are kept back: you give them by hand, or add a release for them.",
    dots: "How many hands each person has",
    dotsHint:
      "Leave it empty for as many as they like. With a number, whoever has that many up takes one down before they raise another. One each per pitch either way.",
    dotsWrong: `Type a whole number ${from(RANGES.dots)}, or leave it empty`,
    tally: "Who sees how many hands are up",
    tallies: {
      shown: "Everybody",
      after_first: "Everybody, once their own first hand was up",
      after_closed: "Everybody, once hands are closed; until then nobody, not even organisers",
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
    published:
      "Phones keep what was published until you publish again; a room’s link is there for people with a place at once.",
  },
};
