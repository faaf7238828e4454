/** Words of what organisers see of the list of people, and in which order. */
import type { Sort, Trait } from "#domain/people-view.ts";
import { count } from "#messages/counts.ts";

export const peopleView = {
  summary: "Filter and sort",
  sector: "Sector",
  allSectors: "All sectors",
  sort: "In which order",
  sorts: {
    turn: "By their turn in the line",
    name: "By name",
    time: "Registered last first",
    organisation: "By organisation",
  } satisfies Record<Sort, string>,
  only: "Only people who",
  traits: {
    first: "come for the first time",
    unproven: "have not confirmed their email",
    bounced: "our mail does not reach",
    paused: "have paused",
  } satisfies Record<Trait, string>,
  show: "Show them",
  reset: "Show all again",
  shown: (people: number) =>
    count(
      people,
      {
        one: "# person in this part of the list is like that.",
        other: "# people in this part of the list are like that.",
      },
      "en-GB",
    ),
  nobody: "Nobody in this part of the list is like that.",
  foundNobody:
    "Nobody like that among those the filter shows. Try part of a name, an organisation or an address, or show all again.",
};
