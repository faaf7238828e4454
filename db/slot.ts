/** Slots and breaks, edited as local times and kept as instants. */
import { and, asc, eq, inArray } from "drizzle-orm";
import { asking, changeCamp, NOTHING_AGREED, type Outcome, type SettingsPart } from "#db/change.ts";
import type { Database } from "#db/connection.ts";
import { onTheirDays } from "#db/day.ts";
import { listSlots } from "#db/draft.ts";
import { readDays } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { uprooted, uprootedBy } from "#db/placed.ts";
import { deletePlacements, lockPlacements, settleCells } from "#db/placement.ts";
import { slot } from "#db/schema/slot.ts";
import type { Transaction } from "#db/transaction.ts";
import { cellsOf, type Slots, strandedBy } from "#domain/cell.ts";
import { straySlots } from "#domain/consequence.ts";
import { type RowsChanged, rowsChanged } from "#domain/difference.ts";
import { MOST } from "#domain/limits.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { numberSlots, type SlotKind } from "#domain/slot.ts";
import {
  firstMisfit,
  keptSpan,
  type LocalSlot,
  movedSpan,
  overlap,
  type Span,
  type StoredSpans,
  spanOf,
  timesOf,
} from "#domain/time/slot-times.ts";
import type { May } from "#domain/viewer.ts";

/** `id` is null for a new slot. */
export type SlotInput = LocalSlot & { id: string | null };

type Timed = { id: string; kind: SlotKind; title: string; startsAt: Date | string; endsAt: Date | string };

/** In local times of the camp's zone, as a form shows them. */
export function slotsShown(slots: readonly Timed[], zone: string): SlotInput[] {
  return slots.map(({ id, kind, title, ...span }) => ({
    id,
    kind,
    title,
    ...timesOf(milliseconds(span), zone),
  }));
}

/** In milliseconds since 1970, by the slot's id. */
export function storedSpans(slots: readonly Timed[]): StoredSpans {
  return new Map(slots.map(({ id, ...span }) => [id, milliseconds(span)]));
}

const SLOTS: SettingsPart<SlotInput[]> = {
  name: "slots",
  act: "settings",
  screens: ["draft", "event"],
  read: async (tx, camp) => slotsShown(await readSlots(tx, camp.id), camp.zone),
};

/**
 * Replaces the list of slots. Those that go, or become a break, leave no draft placement behind. One whose times were
 * left as shown keeps its instants, also in the hour that the clocks show twice.
 * @param mark of the slots the organiser saw; refused `changed_meanwhile` when there are others by now, `bad_input`
 *   when two overlap or one is at a time that the clocks never show, `days_full` when their dates would make too many days
 * @param agreed to what stands in the slots that go or become a break, and to new slots apart from the camp's day
 */
export async function changeSlots(
  db: Database,
  crew: May<"changeSettings">,
  mark: string,
  wanted: readonly SlotInput[],
  now: Date,
  agreed = NOTHING_AGREED,
): Promise<
  Result<Outcome<RowsChanged>, "not_found" | "archived" | "changed_meanwhile" | "bad_input" | "days_full">
> {
  return changeCamp(db, crew, SLOTS, mark, now, async (tx, camp, rows) => {
    const stored = storedSpans(await readSlots(tx, camp.id));
    if (firstMisfit(wanted, camp.zone, stored) !== null) return refused("bad_input");
    const dates = (await readDays(tx, camp.id)).map(({ date }) => date);
    const all = new Set([...dates, ...wanted.map(({ day }) => day).filter((day) => day > camp.day)]);
    if (all.size > Math.max(MOST.days, dates.length)) return refused("days_full");
    const kept = wanted.filter(({ id }) => id !== null && stored.has(id));
    const gone = rows.map((row) => row.id!).filter((id) => !kept.some((it) => it.id === id));
    const breaks = kept.filter(({ kind }) => kind === "break").map(({ id }) => id!);
    const named = (ids: readonly string[]) =>
      rows
        .filter(({ id }) => ids.includes(id!))
        .map(({ id, title, starts, ends }) => ({ id: id!, name: title || `${starts}–${ends}` }));
    const placements = await lockPlacements(tx, camp.id);
    const before = await listSlots(tx, camp.id);
    const leaving = placements.filter((it) =>
      cellsOf(it, before).some(({ slotId }) => [...gone, ...breaks].includes(slotId)),
    );
    const stranded = strandedBy(
      placements.filter((it) => !leaving.includes(it)),
      slotsThen(wanted, camp, stored),
    );
    const followed = named(kept.map(({ id }) => id!)).map((it) => {
      return { ...it, placements: stranded.filter(({ slotId }) => slotId === it.id) };
    });
    const uproots = [
      ...(await uprootedBy(tx, camp.id, "slot", named(gone))),
      ...(await uprootedBy(tx, camp.id, "break", named(breaks))),
      ...(await uprooted(tx, camp.id, "followed", followed)),
    ];
    const question = asking([...uproots, ...straySlots(camp.day, wanted, rows)], agreed);
    if (question) return granted(question);
    await deletePlacements(tx, camp.id, [...leaving, ...stranded]);
    if (gone.length > 0) await tx.delete(slot).where(inArray(slot.id, gone));
    for (const row of kept) {
      const mine = and(eq(slot.id, row.id!), eq(slot.eventId, camp.id));
      if (keptSpan(row, camp.zone, stored)) await tx.update(slot).set(called(row)).where(mine);
      else {
        const [dated] = await onTheirDays(tx, camp.id, [written(row, camp.zone)]);
        await tx.update(slot).set(dated!).where(mine);
      }
    }
    await insertSlots(
      tx,
      camp.id,
      camp.zone,
      wanted.filter((it) => !kept.includes(it)),
    );
    await settleCells(tx, camp.id, await listSlots(tx, camp.id));
    return granted({ done: rowsChanged(rows, await SLOTS.read(tx, camp)) });
  });
}

/** The slots as they will be, as far as it is told which follows which; a new one has no id yet. */
function slotsThen(
  wanted: readonly SlotInput[],
  camp: { day: string; zone: string },
  stored: StoredSpans,
): Slots {
  const timed = wanted
    .map((row) => ({ row, at: (keptSpan(row, camp.zone, stored) ?? spanOf(row, camp.zone)).startsAt }))
    .sort((a, b) => a.at - b.at)
    .map(({ row }) => ({ id: row.id ?? "", kind: row.kind, startsAt: "", day: laterOf(row.day, camp.day) }));
  return [...new Set(timed.map(({ day }) => day))].flatMap((day) => {
    const slots = timed.filter((it) => it.day === day);
    const numbers = numberSlots(slots);
    return slots.map(({ id }, n) => ({ id, number: numbers[n]!.number }));
  });
}

const laterOf = (a: string, b: string) => (a > b ? a : b);

/** Local times of a zone become instants, each on its day. */
export async function insertSlots(
  tx: Transaction,
  eventId: string,
  zone: string,
  slots: readonly LocalSlot[],
): Promise<void> {
  const rows = slots.map((local) => ({ ...written(local, zone), id: newId(), eventId }));
  if (rows.length > 0) await tx.insert(slot).values(await onTheirDays(tx, eventId, rows));
}

export type Moving = { from: { day: string; zone: string }; to: { day: string; zone: string } };

/**
 * Moves slots along with their days, or to another zone, keeping their local times.
 * @param moving what becomes of a day of the camp, by its id; null for one that stays
 * @returns false, with nothing written, when one would be at a time that those clocks never show, or two at one time:
 *   in the hour that is shown twice they can have followed each other
 */
export async function moveSlots(
  tx: Transaction,
  eventId: string,
  moving: (dayId: string) => Moving | null,
): Promise<boolean> {
  const moved = (await readSlots(tx, eventId)).map((row) => {
    const [was, of] = [milliseconds(row), moving(row.dayId)];
    return { id: row.id, moves: of !== null, span: of ? movedSpan(was, of.from, of.to) : was };
  });
  const spans = moved.flatMap(({ span }) => span ?? []);
  const meets = (span: Span, at: number) => spans.slice(0, at).some((other) => overlap(other, span));
  if (spans.length < moved.length || spans.some(meets)) return false;
  for (const { id, moves, span } of moved)
    if (moves) await tx.update(slot).set(dates(span!)).where(eq(slot.id, id));
  return true;
}

const called = ({ kind, title }: LocalSlot) => ({ kind, title: kind === "break" ? title : "" });

const written = (local: LocalSlot, zone: string) => ({ ...called(local), ...dates(spanOf(local, zone)) });

const dates = ({ startsAt, endsAt }: Span) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) });

const milliseconds = ({ startsAt, endsAt }: Pick<Timed, "startsAt" | "endsAt">): Span => ({
  startsAt: new Date(startsAt).getTime(),
  endsAt: new Date(endsAt).getTime(),
});

const readSlots = (tx: Transaction, eventId: string) =>
  tx.select().from(slot).where(eq(slot.eventId, eventId)).orderBy(asc(slot.startsAt), asc(slot.id));
