/** What a camp has to have done by when, counted back from its first day: what every camp needs, and what a crew adds. */
import { daysBetween, laterDay } from "#domain/time/local.ts";

/**
 * What every camp needs, the earliest first. Days before the first day; negative after the last. `seen` is what shows by
 * itself whether it is done; the rest is ticked.
 */
export const ORDINARY = [
  { key: "venue", daysBefore: 90, seen: null },
  { key: "crew", daysBefore: 84, seen: "crew" },
  { key: "conduct", daysBefore: 70, seen: null },
  { key: "tickets", daysBefore: 56, seen: "opened" },
  { key: "rooms", daysBefore: 42, seen: "board" },
  { key: "needs", daysBefore: 21, seen: null },
  { key: "coming", daysBefore: 14, seen: null },
  { key: "food", daysBefore: 10, seen: null },
  { key: "joining", daysBefore: 5, seen: null },
  { key: "print", daysBefore: 3, seen: null },
  { key: "standby", daysBefore: 2, seen: null },
  { key: "phones", daysBefore: 1, seen: null },
  { key: "wall", daysBefore: 1, seen: null },
  { key: "rehearsal", daysBefore: 1, seen: "rehearsed" },
  { key: "thanks", daysBefore: -2, seen: null },
] as const;

export type OrdinaryKey = (typeof ORDINARY)[number]["key"];

/** What can be seen of a camp without anybody's tick. */
export type SeenOfCamp = Readonly<{
  crew: boolean;
  opened: boolean;
  board: boolean;
  rehearsed: boolean;
}>;

/** What is stored: a tick of an ordinary thing, or a thing of the crew's own. */
export type ChecklistRow = { id: string; doneAt: Date | null } & (
  | { key: OrdinaryKey; title: null; daysBefore: null }
  | { key: null; title: string; daysBefore: number }
);

/** `now` is what was to be done before the camp was even begun: no reproach, and first. */
export type ChecklistStage = "done" | "late" | "now" | "soon" | "later";

/**
 * `id` is the row’s of a thing of the crew's own, and null for an ordinary one; `due` is `YYYY-MM-DD`, so many days before
 * the camp; `daysLate` is 0 for what is not late.
 */
export type ChecklistItem = Due & { seen: boolean } & (
    | { key: OrdinaryKey; id: null; title: null }
    | { key: null; id: string; title: string }
  );

type Due = { due: string; daysBefore: number; daysLate: number; stage: ChecklistStage };

/** How many days ahead something is told of at the desk. */
export const SOON_DAYS = 14;

type Dates = {
  /** `YYYY-MM-DD`, the camp's days in order. */
  days: readonly string[];
  /** When the camp was begun, and today, by its clocks. */
  begun: string;
  today: string;
};

/**
 * What is to be done for a camp, by when it is due and then as written here and added. Once the camp is over nobody is
 * asked for what was to be done before.
 * @param rows what was ticked and added
 */
export function checklistOf(
  rows: readonly ChecklistRow[],
  seenOfCamp: SeenOfCamp,
  dates: Dates,
): ChecklistItem[] {
  const ticks = new Map(rows.map((row) => [row.key, row.doneAt !== null]));
  const ordinary = ORDINARY.map(({ key, daysBefore, seen }): ChecklistItem => {
    const shows = seen !== null && seenOfCamp[seen];
    const done = shows || ticks.get(key) === true;
    return { key, id: null, title: null, seen: shows, ...dueOf(daysBefore, done, dates) };
  });
  const own = rows.flatMap((row): ChecklistItem[] => {
    const { key, id, title, daysBefore, doneAt } = row;
    if (key !== null) return [];
    return [{ key, id, title, seen: false, ...dueOf(daysBefore, doneAt !== null, dates) }];
  });
  const last = dates.days.at(-1)!;
  const isOver = dates.today > last;
  return [...ordinary, ...own]
    .filter(({ stage, due }) => stage === "done" || !isOver || due > last)
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** After the last day where it is negative, else before the first. */
export function dueOn(daysBefore: number, days: readonly string[]): string {
  return laterDay(daysBefore < 0 ? days.at(-1)! : days[0]!, -daysBefore);
}

function dueOf(daysBefore: number, done: boolean, { days, begun, today }: Dates): Due {
  const due = dueOn(daysBefore, days);
  const stage = done ? "done" : stageOf(due, begun, today);
  return { due, daysBefore, stage, daysLate: stage === "late" ? daysBetween(due, today) : 0 };
}

function stageOf(due: string, begun: string, today: string): ChecklistStage {
  if (due < begun) return "now";
  if (due < today) return "late";
  return daysBetween(today, due) <= SOON_DAYS ? "soon" : "later";
}

/** How many of them a desk's first page has. */
const SHOWN = 4;

/** What needs doing next, the most urgent first; the rest is on the page of the list. */
export function nextOf(items: readonly ChecklistItem[]): ChecklistItem[] {
  return (["late", "now", "soon"] as const)
    .flatMap((stage) => items.filter((item) => item.stage === stage))
    .slice(0, SHOWN);
}
