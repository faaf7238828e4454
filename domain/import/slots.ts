/** The slots of a grid, found from the times of its rows. */
import type { ImportedSlot } from "#domain/import/problem.ts";
import { same } from "#domain/import/text.ts";
import { LONGEST, MOST } from "#domain/limits.ts";
import { shortened } from "#domain/text.ts";

export type TimedRow = {
  row: number;
  fixed: boolean;
  startsAt: number;
  endsAt: number;
  title: string;
  room: string;
};

/**
 * Where a row falls: a slot of exactly its times, one that it begins with and runs on after, or one it is only a part
 * of; else one that it is moved into, because most of it is in there; else the slot that is in its way, or none where the
 * camp has as many slots as it can. One that goes on into the slot of sessions that is `next` takes both.
 */
export type Fall =
  | { slot: ImportedSlot; next: ImportedSlot | null; long: boolean; fit: Fit }
  | { inTheWay: ImportedSlot }
  | { full: true };

type Fit = "exact" | "runs_on" | "within" | "moved";

export type FoundSlots = { slots: ImportedSlot[]; falls: (row: TimedRow) => Fall };

/**
 * Makes slots of the times that sessions have, and breaks of fixed items that stand alone in their time. Slots never
 * overlap, so the times of some rows have to give way: either the commonest times are kept or those that end first,
 * which makes the most slots, whichever leaves fewer rows without a place.
 *
 * @param known slots the camp has already, which stay
 */
export function findSlots(rows: readonly TimedRow[], known: readonly ImportedSlot[]): FoundSlots {
  const spans = spansOf(rows.filter(({ fixed }) => !fixed));
  const orders = [
    spans.toSorted((a, b) => b.rows - a.rows || a.startsAt - b.startsAt || a.endsAt - b.endsAt),
    spans.toSorted((a, b) => a.endsAt - b.endsAt || b.startsAt - a.startsAt),
  ];
  const ways = orders.map((order) => cut(order, rows, known));
  return ways.reduce((best, other) => (lossOf(other, rows) < lossOf(best, rows) ? other : best));
}

type Span = { startsAt: number; endsAt: number };

function spansOf(rows: readonly Span[]): (Span & { rows: number })[] {
  const spans = new Map<string, Span & { rows: number }>();
  for (const { startsAt, endsAt } of rows) {
    const key = `${startsAt} ${endsAt}`;
    spans.set(key, { startsAt, endsAt, rows: (spans.get(key)?.rows ?? 0) + 1 });
  }
  return [...spans.values()];
}

function cut(spans: readonly Span[], rows: readonly TimedRow[], known: readonly ImportedSlot[]): FoundSlots {
  const slots: ImportedSlot[] = [];
  const add = (kind: ImportedSlot["kind"], { startsAt, endsAt }: Span) => {
    const taken = known.length + slots.length >= MOST.slots;
    if (taken || [...known, ...slots].some((slot) => overlap(slot, { startsAt, endsAt }))) return;
    slots.push({ kind, title: "", startsAt, endsAt });
  };
  for (const span of spans) add("session", span);
  for (const span of spansOf(rows.filter(({ fixed }) => fixed))) add("break", span);
  slots.sort((a, b) => a.startsAt - b.startsAt);
  const all = [...known, ...slots].sort((a, b) => a.startsAt - b.startsAt);
  const falls = (row: TimedRow) => fallOf(row, all);
  const members = new Map<ImportedSlot, TimedRow[]>();
  for (const row of rows.filter(({ fixed }) => fixed)) {
    const fall = falls(row);
    if (!("slot" in fall) || fall.slot.kind !== "break") continue;
    const items = members.get(fall.slot) ?? [];
    members.set(fall.slot, items);
    items.push(row);
  }
  for (const slot of slots) if (slot.kind === "break") slot.title = titleOf(members.get(slot) ?? []);
  return { slots, falls };
}

function fallOf(row: TimedRow, slots: readonly ImportedSlot[]): Fall {
  const exact = slots.find((slot) => slot.startsAt === row.startsAt && slot.endsAt === row.endsAt);
  const first = exact ?? slots.find((slot) => slot.startsAt === row.startsAt) ?? slots.find(holds(row));
  if (first && (row.fixed || first.kind === "session")) return fallInto(first, row, slots);
  const inTheWay = first ?? slots.find((slot) => overlap(slot, row));
  if (!inTheWay) return { full: true };
  const home = slots.find((slot) => isMostlyIn(row, slot) && (row.fixed || slot.kind === "session"));
  return home ? movedInto(home, row, slots) : { inTheWay };
}

/** At the beginning of a slot, for as long as it was. */
function movedInto(slot: ImportedSlot, row: TimedRow, slots: readonly ImportedSlot[]): Fall {
  const endsAt = slot.startsAt + row.endsAt - row.startsAt;
  return { ...fallInto(slot, { ...row, startsAt: slot.startsAt, endsAt }, slots), fit: "moved" };
}

/** @param slots in order of time */
function fallInto(
  slot: ImportedSlot,
  row: TimedRow,
  slots: readonly ImportedSlot[],
): Extract<Fall, { fit: Fit }> {
  const after = slots[slots.indexOf(slot) + 1];
  const next = slot.kind === "session" && after?.kind === "session" ? after : null;
  const long = next !== null && row.endsAt > next.startsAt;
  const { endsAt } = long ? next : slot;
  const exact = row.startsAt === slot.startsAt && row.endsAt === endsAt;
  return { slot, next, long, fit: exact ? "exact" : row.endsAt > endsAt ? "runs_on" : "within" };
}

/** Rows without a place weigh most, then those whose times are not quite their slot's. */
function lossOf({ falls }: FoundSlots, rows: readonly TimedRow[]): number {
  const cells = new Set<string>();
  return rows.reduce((loss, row) => {
    const fall = falls(row);
    if (!("slot" in fall) || fall.fit === "moved") return loss + rows.length + 1;
    const taken = [fall.slot, ...(fall.long && fall.next ? [fall.next] : [])];
    const keys = taken.map(({ startsAt }) => `${startsAt} ${same(row.room)}`);
    const twice = fall.slot.kind === "session" && keys.some((cell) => cells.has(cell));
    for (const cell of keys) cells.add(cell);
    return loss + (twice ? rows.length + 1 : fall.fit === "exact" ? 0 : 1);
  }, 0);
}

/** What a break is called: its items, each with its room where it is in one only, as far as they fit. */
function titleOf(rows: readonly TimedRow[]): string {
  const items = new Map<string, { title: string; rooms: Set<string> }>();
  for (const { title, room } of rows) {
    const item = items.get(same(title)) ?? { title, rooms: new Set() };
    items.set(same(title), { ...item, rooms: item.rooms.add(room) });
  }
  const whole = [...items.values()].map(({ title, rooms }) => {
    const [room] = rooms;
    return rooms.size === 1 && room ? `${title}, ${room}` : title;
  });
  const bare = [...items.values()].map(({ title }) => title);
  const fitting = [whole, bare]
    .map((titles) => titles.join(" · "))
    .find((text) => text.length <= LONGEST.slotTitle);
  return fitting ?? shortened(bare.join(" · "), LONGEST.slotTitle);
}

const overlap = (a: Span, b: Span) => a.startsAt < b.endsAt && b.startsAt < a.endsAt;
const isMostlyIn = (row: Span, slot: Span) =>
  2 * (Math.min(row.endsAt, slot.endsAt) - Math.max(row.startsAt, slot.startsAt)) > row.endsAt - row.startsAt;
const holds = (row: Span) => (slot: Span) => slot.startsAt <= row.startsAt && row.endsAt <= slot.endsAt;
