/** The slots of a grid, found from the times of its rows. What they become is in docs/decisions (imported grids). */
import type { ImportedSlot } from "#domain/import/problem.ts";

/** A row of a grid that has its times. */
export type TimedRow = {
  line: number;
  fixed: boolean;
  startsAt: number;
  endsAt: number;
  title: string;
  room: string;
};

/**
 * Makes slots of the times that sessions have, the commonest first, and breaks of fixed items that stand alone in
 * their time. Slots never overlap.
 *
 * @param known slots the camp has already, which stay
 * @returns the new slots, and where each row falls: a slot, or the one that is in its way
 */
export function findSlots(
  rows: readonly TimedRow[],
  known: readonly ImportedSlot[],
): { slots: ImportedSlot[]; falls: (row: TimedRow) => { slot: ImportedSlot } | { inTheWay: ImportedSlot } } {
  const slots: ImportedSlot[] = [];
  const all = () => [...known, ...slots];
  for (const { startsAt, endsAt } of byFrequency(rows.filter((row) => !row.fixed))) {
    if (!all().some((slot) => overlap(slot, { startsAt, endsAt }))) {
      slots.push({ kind: "session", title: "", startsAt, endsAt });
    }
  }
  for (const row of rows.filter(({ fixed }) => fixed)) {
    const there = slots.find((slot) => slot.kind === "break" && sameTime(slot, row));
    if (there) there.title = [there.title, called(row)].join(" · ");
    else if (!all().some((slot) => overlap(slot, row))) {
      slots.push({ kind: "break", title: called(row), startsAt: row.startsAt, endsAt: row.endsAt });
    }
  }
  slots.sort((a, b) => a.startsAt - b.startsAt);
  return {
    slots,
    falls: (row) => {
      const slot = all().find((other) => sameTime(other, row));
      return slot ? { slot } : { inTheWay: all().find((other) => overlap(other, row))! };
    },
  };
}

type Span = { startsAt: number; endsAt: number };

function byFrequency(rows: readonly Span[]): Span[] {
  const spans = new Map<string, Span & { rows: number }>();
  for (const { startsAt, endsAt } of rows) {
    const key = `${startsAt} ${endsAt}`;
    spans.set(key, { startsAt, endsAt, rows: (spans.get(key)?.rows ?? 0) + 1 });
  }
  return [...spans.values()].sort(
    (a, b) => b.rows - a.rows || a.startsAt - b.startsAt || a.endsAt - b.endsAt,
  );
}

const sameTime = (a: Span, b: Span) => a.startsAt === b.startsAt && a.endsAt === b.endsAt;
const overlap = (a: Span, b: Span) => a.startsAt < b.endsAt && b.startsAt < a.endsAt;
const called = ({ title, room }: TimedRow) => [title, room].filter((part) => part !== "").join(", ");
