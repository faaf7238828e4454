/** Words of the page that counts what people need for the day. */
import type { AccessKind } from "#domain/access.ts";
import { number } from "#messages/counts.ts";

export const access = {
  title: "Needs",
  lede: (places: number, reads: boolean) =>
    `What the ${number(places, "en-GB")} people with a place need for the day. The counts name nobody: ${reads ? "only you and other organisers read what each of them wrote" : "only organisers read what each of them wrote"}.`,
  how: "Counted by the words people used, so a count can be off by a few. Somebody who named two things is counted in both.",
  caption: "How many named what",
  kind: "What",
  people: "People",
  none: "Nobody has named a need yet.",
  other: "Something else: ask an organiser",
  otherRead: "Something else",
  others: {
    title: "Something else",
    ask: "Show who wrote it, and what",
    caption: "People with a place who wrote of something else",
    name: "Who",
    said: "What they wrote",
  },
  companions: "Companions, who take no place and eat as well",
  who: {
    title: "Who comes along",
    ask: "Show who brings them, and what they do",
    asked: "Each look is noted, and everybody named finds it in their copy.",
    caption: "Companions of people with a place",
    name: "With",
    companions: "Companions",
    note: "What they do",
    more: (shown: number) =>
      `The first ${number(shown, "en-GB")}. The spreadsheet of People has all of them.`,
  },
  kinds: {
    vegetarian: "Vegetarian",
    vegan: "Vegan",
    halal: "Halal",
    kosher: "Kosher",
    gluten: "Without gluten",
    dairy: "Without dairy or lactose",
    nuts: "Nuts",
    stepFree: "Step-free, wheelchair, ramp",
    hearing: "Hearing loop",
    signing: "Sign language or an interpreter",
    quiet: "A quiet place",
  } satisfies Record<AccessKind, string>,
};
