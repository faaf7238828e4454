/** Bringing a list of people from elsewhere: how it is read, whom it brings, and why not the others. */
import { LONGEST, MOST } from "#domain/limits.ts";
import type { PeopleColumn } from "#domain/people-import/columns.ts";
import type { FileTrouble, LeftRow, RowTrouble } from "#domain/people-import/read.ts";
import type { BroughtAs } from "#domain/people-import/state.ts";
import { count, number } from "#messages/counts.ts";

const n = (value: number) => number(value, "en-GB");
const many = (value: number, one: string, other: string) => count(value, { one, other }, "en-GB");

const columns: Record<PeopleColumn, string> = {
  name: "Name",
  first: "First name",
  last: "Last name",
  email: "Email",
  buyer: "Email of whoever ordered, where a person has none",
  organisation: "Organisation",
  sector: "Sector",
  firstTime: "First unconference, yes or no",
  photos: "Happy to be in photos, yes or no",
  status: "Status: cancelled rows are left out",
};

const left: Record<RowTrouble, (value: string) => [what: string, mend: string]> = {
  name_missing: () => ["There is no name.", "Fill it in."],
  name_long: (value) => [`The name “${value}” is longer than ${LONGEST.personName} letters.`, "Shorten it."],
  email_missing: (value) => [`There is no address for ${value}.`, "Fill it in: everything is told by email."],
  email_wrong: (value) => [`“${value}” is no email address.`, "Look for a slip, and mend it."],
  organisation_long: (value) => [
    `The organisation “${value}” is longer than ${LONGEST.organisation} letters.`,
    "Shorten it.",
  ],
  twice: (value) => [
    `The address stands in line ${value} already.`,
    "Each person needs an address of their own: ask for it, or leave the row out.",
  ],
  there: (value) => [`${value} is registered already.`, "Nothing to do: they keep what they have."],
  was_there: (value) => [
    `${value} was registered before and has no place or turn now.`,
    "Find them under People, and move them by hand, with a reason.",
  ],
  cancelled: (value) => [`It says “${value}”.`, "Nothing to do, unless they come after all."],
  over_rows: () => [
    `One list brings at most ${n(MOST.imported)} people.`,
    "Bring these first, and the rest with another.",
  ],
};

const trouble: Record<FileTrouble, (line: number) => [what: string, mend: string]> = {
  nothing: () => ["There is nothing in this file.", "Choose another, or another page of the workbook."],
  quote_open: (line) => [
    `A quotation mark opens in the row on line ${n(line)} and never closes.`,
    "Close it, or save the list as CSV or Excel anew, and choose it again.",
  ],
  too_many_rows: () => [
    "This file has more rows than we read.",
    "Split it, and bring one part after the other.",
  ],
  no_email: () => ["No column is known to hold addresses.", "Say below which it is, and look again."],
  no_name: () => ["No column is known to hold names.", "Say below which it is, and look again."],
};

export const peopleImport = {
  link: "Import a list",
  title: "Import people",
  lede: "Bring people from Eventbrite, pretix or Tito, from our own list, or from any spreadsheet with names and addresses. You see first whom it brings; nothing is written until you say so.",
  file: "List of people",
  fileHint: `CSV or an Excel workbook (.xlsx), up to 1 MB. One row for each person, the first row says what the columns are.`,
  fileMissing: "Choose a file that has something in it",
  fileBig: "The file is bigger than 1 MB. Split it, and bring one part after the other",
  fileWrong: "This is no spreadsheet we can read. Save it as CSV or .xlsx, and choose it again",
  which: "Which export?",
  exports: [
    "Eventbrite: of its reports the summary that has one row for each person, as CSV or Excel.",
    "pretix: the export of order data; of an Excel file choose the page of positions.",
    "Tito: the export that has one row for each ticket.",
  ],
  needs:
    "What people need for the day is not brought: it takes their own consent, which a list does not have.",
  look: "See whom it brings",
  looking: "Reading it",

  read: "How it was read",
  readAs: (known: number, all: number) =>
    `${n(known)} of ${many(all, "# column", "# columns")} are used. See which, and change it`,
  readHint: "Change what is not right, and look again.",
  page: "Page of the workbook",
  columns,
  column: (name: string, place: number) => (name === "" ? `Column ${place}, without a name` : name),
  sample: (value: string) => (value === "" ? "Nothing in it" : `First: ${value}`),
  alone: "Left alone",
  again: "Look again",
  changed: {
    what: "You changed how it is read, so nobody was brought yet.",
    next: "This is whom it brings now. Look at it, and bring them then.",
  },
  trouble: (code: FileTrouble, line: number) => trouble[code](line),

  found: "Whom it brings",
  brings: (people: number, rows: number) =>
    people === 0
      ? `Nobody, of ${many(rows, "# row", "# rows")}.`
      : `${many(people, "# person", "# people")}, of ${many(rows, "# row", "# rows")}.`,
  first: "The first of them",
  line: "Line",
  who: "Who",
  over: (free: number, from: number) =>
    free === 0
      ? "No place is free: with a place each, all of them go over the places of the camp. You are asked about it before it is done."
      : `${many(free, "# place is", "# places are")} free: with a place each, everybody from line ${n(from)} on goes over the places of the camp. You are asked about it before it is done.`,
  unknownSectors: (names: string) =>
    `The camp has no sector called ${names}. Whoever has one of these gets the sector chosen below.`,
  leaves: (rows: number) => many(rows, "# row brings nobody", "# rows bring nobody"),
  leavesHint: "Mend them in your spreadsheet and import it again: whoever is in already is not doubled.",
  leavesTable: "Rows that bring nobody",
  why: "Why, and what to do",
  left: ({ why, value }: Pick<LeftRow, "why" | "value">) => left[why](value),
  more: (shown: number, all: number) => `The first ${n(shown)} of ${n(all)} are shown.`,

  howTitle: "Before they are brought",
  how: "What they get",
  as: {
    places: { label: "Give them places", hint: "A place each, ahead of everybody in the line." },
    line: {
      label: "Put them in the line, in this order",
      hint: "At the back. Offers skip past them until they have confirmed their address, which they do from our email.",
    },
  } satisfies Record<BroughtAs, { label: string; hint: string }>,
  sector: "Sector of those for whom the list says none",
  sectorChoose: "Choose one",
  sectorMissing: "Choose a sector",
  reason: "Why? They and the crew can read it",
  reasonMissing: `Give a reason, in up to ${LONGEST.reason} characters: somebody will ask why`,
  tell: "Tell them by email",
  tellHint:
    "With your reason and the link to their own page. Without it they have no link, and those in the line cannot be offered a place.",
  confirm: (people: number) => many(people, "Bring # person", "Bring # people"),
  confirming: "Bringing them",
  anyway: "Yes, bring them all",
  other: "Choose another file",
  done: (people: number) =>
    people === 0
      ? "Nobody was brought."
      : many(people, "# person is on the list now.", "# people are on the list now."),
  doneLeft: (rows: number) => many(rows, "# row brought nobody.", "# rows brought nobody."),
  doneTold: "Each of them is told by email.",
  doneUntold: "They were not told: do it yourself.",
  toList: "To the people",
  broken: {
    what: "That stopped half-way.",
    next: "Try it again. Everybody was brought or nobody, and nobody comes in twice.",
  },
};
