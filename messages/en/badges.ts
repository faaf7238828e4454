/** Badges: what is printed for everybody to wear, and which are printed already. */
import type { Format } from "#domain/badge/format.ts";
import { count, number } from "#messages/counts.ts";

const badgesOf = (many: number) => count(many, { one: "# badge", other: "# badges" }, "en-GB");

export const badges = {
  title: "Badges",
  link: "Print badges",
  lede: "A first name to be read across a room, the lanyard in words, and the ticket code to come in with. Print them, look at the paper, then say here which are printed: the door knows it.",
  who: "Whose",
  whose: {
    new: (many: number) => `Not printed yet: ${number(many, "en-GB")}`,
    changed: (many: number) => `Printed, and changed since: ${number(many, "en-GB")}`,
    all: (many: number) => `Everybody with a place: ${number(many, "en-GB")}`,
    blank: () => "Blank ones for walk-ins",
  },
  format: "Paper",
  formats: {
    l7160: "Labels 63.5 × 38.1 mm, 21 a sheet (Avery L7160)",
    l7163: "Labels 99.1 × 38.1 mm, 14 a sheet (Avery L7163)",
    l4785: "Name badges 80 × 50 mm, 10 a sheet (Avery L4785, Herma 4412)",
    card: "Cards 90 × 54 mm, 10 a sheet (Durable 1445)",
    a6: "A6 for lanyard pockets, 4 a sheet",
  } satisfies Record<Format, string>,
  on: "Printed on",
  ons: { sheet: "Sheets of A4", single: "One at a time, on a label printer" },
  start: "First label that is free",
  startHint: "1 on a whole sheet. Counted row by row, where a sheet is part used.",
  show: "Show them",
  go: "Print",
  scale: "In the browser’s dialog choose a scale of 100 % (“actual size”), and no margins.",
  preview: "How they will look on paper",
  sheet: (n: number, of: number) => `Sheet ${n} of ${of}`,
  qr: "The square code of the ticket",
  only: (shown: number, of: number) =>
    `These are the first ${number(shown, "en-GB")} of ${number(of, "en-GB")}. Once they are marked as printed, the next ones follow.`,
  none: {
    title: "No badge to print",
    new: "The badge of everybody with a place is printed.",
    changed: "Nobody’s name, organisation or lanyard has changed since their badge was printed.",
    all: "Nobody has a place yet.",
    person: "They have no place at this camp now, so there is no badge for them.",
  },
  printed: {
    title: (many: number) => `Are ${badgesOf(many)} on paper as they should be?`,
    single: "Is the badge on paper as it should be?",
    body: "Nothing is marked until you say so.",
    button: "They are printed",
    buttonOne: "It is printed",
    saving: "Marking them",
    done: (many: number) => `${badgesOf(many)} marked as printed.`,
  },
  /** On the badge: the colour of the lanyard in a word, with a round or a square shape beside it. */
  lanyard: { yes: "Blue · photos fine", no: "Red · no photos", blank: "Blue ○   Red □" },
  back: "Back to the door",
};
