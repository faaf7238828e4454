/** Starting a camp, by itself or from an earlier one. */
import { LONGEST, SHORTEST_SLUG } from "#domain/limits.ts";
import { count } from "#messages/counts.ts";

const many = (n: number, one: string, other: string) => count(n, { one, other }, "en-GB");

export const start = {
  title: "Start a camp",
  lede: "Five minutes. Everything can be changed later, and nobody sees it until you open the tickets.",
  submit: "Start the camp",
  anyway: "Start it anyway",
  pending: "Starting",
  what: "What and where",
  slug: "Address",
  slugHint:
    "The last part of the camp’s web address: small letters, numbers and hyphens. Leave it empty and we make one from the name.",
  slugWrong: `Use small letters, numbers and single hyphens, ${SHORTEST_SLUG} to ${LONGEST.slug} characters`,
  sectors: ["Local government", "Central government", "Health", "Blue light", "Charity", "Somewhere else"],
  rooms: ["Main hall", "Studio 1", "Studio 2", "Library"],
  breaks: ["Welcome and pitching", "Lunch", "Goodbye and cake"],
  afterwards:
    "On the next page you check the rooms, the day and where people work. We begin with four rooms and an ordinary day: a welcome half an hour after doors, five slots, lunch and cake.",
  from: {
    title: "Start from an earlier camp",
    hint: "Its rooms, its day and everything you wrote come along, and nobody who came.",
    without: "Start without an earlier camp",
    comes: (camp: string) => `What comes along from ${camp}:`,
    brought: [
      "its rooms, with seats, directions and what they have, but not their links",
      "its days and their rows, at the same times of day from the new date on",
      "the kinds of organisation and the pools, your own questions and the equality questions",
      "its rules: the line, holds, offers, hands, how long data is kept, whether the crew needs a passkey",
      "your words of the mails, and the camp’s pages",
      "the tasks of the rota, with nobody down for them, and what you added to the checklist",
    ],
    stays: "What does not, and is to be decided anew:",
    left: [
      "people, pitches, hands, the grid and everything that happened",
      "when places are given out (releases), and when pools merge",
      "that you looked through the privacy notice and the accessibility statement",
      "people named in the code of conduct who are not on the crew, and programs that are told what changes",
    ],
    crew: "Bring the crew, with their roles",
    crewHint: "Each of them gets an email that you asked them onto this crew. You come along in any case.",
    overInside:
      "That is more than the legal number of the earlier camp lets in. Type fewer, and change the legal number in the settings first",
  },
  /** What is to be done once a camp was started from another. */
  cloned: {
    title: "Your camp is here, as the earlier one was. Only its crew can see it.",
    crew: (people: number) =>
      `${many(people, "# person of the crew is", "# people of the crew are")} told by email.`,
    leftOut: (rows: number) =>
      `${many(rows, "# row of the day is", "# rows of the day are")} left out: the clocks skip that time on the new date, or two rows would be at one time.`,
    tasks: (tasks: number) =>
      `${many(tasks, "# task of the rota is", "# tasks of the rota are")} left out: the clocks skip that time on the new date.`,
    unnamed: (people: number) =>
      `${many(people, "# person", "# people")} named in the earlier code of conduct by an address ${people === 1 ? "is" : "are"} not named in this one.`,
    releases:
      "The earlier camp gave its places out in releases: set their times below, or all places go out when tickets open.",
    next: "Look through the camp’s pages, also for dates you typed yourself: tickets can open once the privacy notice and the accessibility statement were looked through.",
  },
  started: {
    title: "Your camp is here, and only its crew can see it.",
    next: "Check what we put in for you: the rooms, the day, and where people work. Then invite your crew.",
  },
};
