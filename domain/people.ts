/** The organisers' list of people, in parts: the line first, because it needs the most work. */

import { type Act, type Phase, permits } from "#domain/event.ts";
import { hasPlace } from "#domain/registration/status.ts";
import { isLive, type Move, STATUSES, type Status, takesPart } from "#domain/registration.ts";

export const GROUPS = ["line", "places", "silent", "bounced", "gone", "all"] as const;
export type Group = (typeof GROUPS)[number];

/** In which order statuses are listed; people of one status by their rank. */
export const LIST_ORDER: readonly Status[] = [
  "offered",
  "waiting",
  "entered",
  "held",
  "confirmed",
  "expired",
  "declined",
  "released",
  "left",
  "transferred",
  "removed",
];

const HAS: { readonly [Name in Group]: (status: Status) => boolean } = {
  line: (status) => isLive(status) && !hasPlace(status),
  places: hasPlace,
  silent: takesPart,
  bounced: isLive,
  gone: (status) => !isLive(status),
  all: () => true,
};

/** The statuses of a part. Of `bounced` it is only those whose mail came back, of `silent` those who did not say whether they come. */
export function statusesIn(group: Group): Status[] {
  return STATUSES.filter(HAS[group]);
}

/** How many people of a camp are alike in what the list counts. */
export type Alike = {
  status: Status;
  bounced: boolean;
  /** Asked whether they come, and no answer. */
  silent: boolean;
  sector: string;
  firstTime: boolean;
  people: number;
};

export type PeopleSummary = {
  groups: Readonly<Record<Group, number>>;
  /** Those who have a place, by sector, most first; how many they are, and how many of them come for the first time. */
  sectors: readonly { sector: string; people: number }[];
  inside: number;
  firstTimers: number;
};

/** What stands above the list. */
export function summarise(rows: readonly Alike[]): PeopleSummary {
  const sum = (some: readonly Alike[]) => some.reduce((all, { people }) => all + people, 0);
  const isIn = (group: Group, { status, bounced, silent }: Alike) =>
    HAS[group](status) && (bounced || group !== "bounced") && (silent || group !== "silent");
  const of = (group: Group) => sum(rows.filter((row) => isIn(group, row)));
  const inside = rows.filter(({ status }) => takesPart(status));
  const sectors = new Map<string, number>();
  for (const { sector, people } of inside) sectors.set(sector, (sectors.get(sector) ?? 0) + people);
  return {
    groups: {
      line: of("line"),
      places: of("places"),
      silent: of("silent"),
      bounced: of("bounced"),
      gone: of("gone"),
      all: of("all"),
    },
    sectors: [...sectors]
      .map(([sector, people]) => ({ sector, people }))
      .sort((a, b) => b.people - a.people || a.sector.localeCompare(b.sector)),
    inside: sum(inside),
    firstTimers: sum(inside.filter(({ firstTime }) => firstTime)),
  };
}

/** What an organiser may do to somebody by hand. */
export type ByHand = Extract<Move, "confirm" | "put_back_in_line" | "remove"> | "mend" | "send_again";

/** Why something is not done by hand now, whoever asks; null where it is. @param over by the phase or the calendar */
export function whyNotByHand(act: ByHand, phase: Phase, over: boolean): "camp_over" | "not_open" | null {
  if (over) return "camp_over";
  return permits(phase, BY_HAND[act]) ? null : "not_open";
}

const BY_HAND: Readonly<Record<ByHand, Act>> = {
  confirm: "moveByHand",
  put_back_in_line: "putBack",
  remove: "tidyByHand",
  mend: "tidyByHand",
  send_again: "moveByHand",
};
