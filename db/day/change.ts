import { asc, eq } from "drizzle-orm";
import { NOBODY_TOLD, type Told } from "#db/camp.ts";
import { asking, changeCamp, NOTHING_AGREED, type Outcome, type SettingsPart } from "#db/change.ts";
import type { Database } from "#db/connection.ts";
import { type WrittenDay, writeDays } from "#db/day.ts";
import { type EventRow, readDays } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { readAudience, retimeOffers, tellChange } from "#db/mail-notice.ts";
import { uprootedBy } from "#db/placed.ts";
import { moveRota } from "#db/rota/moving.ts";
import { slot } from "#db/schema/slot.ts";
import { type Moving, moveSlots, slotsShown } from "#db/slot.ts";
import type { Transaction } from "#db/transaction.ts";
import { type Consequence, mailsTo, pastDay } from "#domain/consequence.ts";
import { type DayView, permits } from "#domain/event.ts";
import { hasBegun, isOn, stepAt } from "#domain/life.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { doorsOf, type LocalDay, localDay } from "#domain/time/days.ts";
import { localAt } from "#domain/time/local.ts";
import type { May } from "#domain/viewer.ts";

/** `id` is null for a new day. */
export type DayInput = LocalDay & { id: string | null };

/** In local dates and times, as a form shows them. */
export function daysShown(days: readonly DayView[], zone: string): DayInput[] {
  return days.map((day) => ({ id: day.id, ...localDay(day, zone) }));
}

const DAYS: SettingsPart<DayInput[]> = {
  name: "days",
  act: "settings",
  screens: ["event", "draft", "people"],
  read: async (tx, camp) => daysShown(await readDays(tx, camp.id), camp.zone),
};

/**
 * Replaces the days of a camp. The slots of a day move along and keep their local times; those of a day that goes are
 * deleted. Who has a place or waits is mailed.
 * @param mark of the days the organiser saw; refused `changed_meanwhile` when there are others by now, `bad_input`
 *   without a day or with two of one date, `day_begun` when one under way or over would go, `day_misfits` when a slot
 *   would come to a time that the clocks never show, or to that of another
 * @param tell false mails only those whose offer got another time; the log says so
 */
export async function changeDays(
  db: Database,
  crew: May<"changeSettings">,
  mark: string,
  wanted: readonly DayInput[],
  now: Date,
  { agreed = NOTHING_AGREED, tell = true }: { agreed?: string; tell?: boolean } = {},
): Promise<
  Result<
    Outcome<Told>,
    "not_found" | "archived" | "changed_meanwhile" | "bad_input" | "day_begun" | "day_misfits"
  >
> {
  return changeCamp(db, crew, DAYS, mark, now, async (tx, camp, shown) => {
    const days = await readDays(tx, camp.id);
    const list = writtenDays(wanted, days, camp.zone);
    if (list.length === 0 || new Set(list.map(({ date }) => date)).size < list.length)
      return refused("bad_input");
    const gone = days.filter(({ id }) => !list.some((it) => it.id === id));
    const { dayId } = stepAt({ phase: camp.phase, days });
    if (gone.some((day) => hasBegun(day) || (isOn(camp.phase) && day.id === dayId)))
      return refused("day_begun");
    const [first] = list;
    const was = { ...camp, days: days.map((it) => new Date(it.startsAt)) };
    const is = { ...camp, day: first!.date, startsAt: first!.startsAt, days: list.map((it) => it.startsAt) };
    const moves = String(was.days.map(Number)) !== String(is.days.map(Number));
    const firstMoves = was.startsAt.getTime() !== is.startsAt.getTime();
    const concerns = moves && permits(camp.phase, "answer");
    const audience = concerns ? await readAudience(tx, camp.id) : NOBODY_TOLD;
    const today = localAt(now.getTime(), camp.zone).day;
    const other = list.filter(({ date }) => !shown.some((it) => it.date === date));
    const question = asking(
      [
        ...other.flatMap(({ date }) => pastDay(date, today)),
        ...(await goingWith(tx, camp, gone)),
        ...(mailsTo(audience) > 0 ? [{ kind: "told" as const, ...audience }] : []),
        ...(firstMoves && audience.offers > 0
          ? [{ kind: "offers_moved" as const, offers: audience.offers }]
          : []),
      ],
      agreed,
    );
    if (question) return granted(question);
    await writeDays(tx, camp, list);
    const dateNow = new Map(list.map(({ id, date }) => [id, date]));
    const movingOf = ({ id, date: from }: DayView): Moving | null => {
      const to = dateNow.get(id) ?? from;
      return from === to ? null : { from: { day: from, zone: camp.zone }, to: { day: to, zone: camp.zone } };
    };
    const moved = await moveSlots(tx, camp.id, (id) => movingOf(days.find((day) => day.id === id)!));
    if (!moved) return refused("day_misfits");
    await moveRota(tx, crew, (instant) => movingOf(dayFor(instant, days, camp.zone)), now);
    const retimed = firstMoves
      ? await retimeOffers(tx, camp.id, { was, is }, crew.personId, now)
      : new Map<string, Date>();
    const told = concerns ? await tellChange(tx, camp.id, { was, is }, { tell, retimed }) : NOBODY_TOLD;
    return granted({ done: { ...told, offersMoved: retimed.size } });
  });
}

/** The day of a camp that something is for: the setting up is for the day after it, the tidying up for the last. */
function dayFor(instant: number, days: readonly DayView[], zone: string): DayView {
  const { day } = localAt(instant, zone);
  return days.find(({ date }) => date >= day) ?? days.at(-1)!;
}

/** In order. A day left as it was shown keeps its instant. */
function writtenDays(wanted: readonly DayInput[], days: readonly DayView[], zone: string): WrittenDay[] {
  return wanted
    .map(({ id, ...local }) => {
      const known = days.find((it) => it.id === id);
      const same = known && JSON.stringify(localDay(known, zone)) === JSON.stringify(local);
      const startsAt = new Date(same ? known.startsAt : doorsOf(local, zone));
      return { id: known?.id ?? newId(), date: local.date, startsAt };
    })
    .sort((a, b) => a.date.localeCompare(b.date));
}

/** What goes with days that go: their slots, and the place of what stands in those. */
async function goingWith(
  tx: Transaction,
  { id: eventId, zone }: Pick<EventRow, "id" | "zone">,
  gone: readonly DayView[],
): Promise<Consequence[]> {
  const going: Consequence[] = [];
  for (const { id, date } of gone) {
    const slots = await tx.select().from(slot).where(eq(slot.dayId, id)).orderBy(asc(slot.startsAt));
    if (slots.length > 0) going.push({ kind: "day_goes", day: date, slots: slots.length });
    const named = slotsShown(slots, zone).map((it) => ({
      ...it,
      name: it.title || `${it.starts}–${it.ends}`,
    }));
    going.push(
      ...(await uprootedBy(
        tx,
        eventId,
        "slot",
        named.map(({ id: slotId, name }) => ({ id: slotId!, name })),
      )),
    );
  }
  return going;
}
