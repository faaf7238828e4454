/** A camp moved to other times: its days, its slots, its rota and its open offers go along, keeping their local times. */
import { type WrittenDay, writeDays } from "#db/day.ts";
import { type EventRow, readDays } from "#db/event.ts";
import { retimeOffers, type When } from "#db/mail-notice.ts";
import { moveRota } from "#db/rota/moving.ts";
import { moveSlots } from "#db/slot.ts";
import type { Transaction } from "#db/transaction.ts";
import { movedDays } from "#domain/time/days.ts";
import { instantAt } from "#domain/time/local.ts";
import type { May } from "#domain/viewer.ts";

/** `day` is `YYYY-MM-DD`, `doors` `HH:MM`, in the zone. */
export type Whither = { day: string; doors: string; zone: string; place: string };

/** When and where a camp is and would be. `moves` where its first day or its doors are others. */
export type CampMove = { was: When; is: When; days: readonly WrittenDay[]; moves: boolean };

/** What a move would make of a camp; null where a day would come to a time that the clocks there never show. */
export async function planMove(
  tx: Transaction,
  camp: EventRow,
  { day, doors, zone, place }: Whither,
): Promise<CampMove | null> {
  const startsAt = new Date(instantAt(day, doors, zone));
  const known = await readDays(tx, camp.id);
  const moved = movedDays(known, camp.zone, { day, doors, zone });
  if (!moved) return null;
  const days = moved.map((it) => ({ ...it, startsAt: new Date(it.startsAt) }));
  return {
    was: { ...camp, days: known.map((it) => new Date(it.startsAt)) },
    is: { day, startsAt, zone, place, days: days.map((it) => it.startsAt) },
    days,
    moves: startsAt.getTime() !== camp.startsAt.getTime() || day !== camp.day,
  };
}

/**
 * Moves it, once its zone and place are written. The camp's row must be locked.
 * @param camp as it was, in the phase it will be in
 * @returns the offers that have another time to answer, and until when; null where a slot does not fit there, with
 *   nothing to be kept of what was written
 */
export async function moveCamp(
  tx: Transaction,
  crew: May<"changeSettings">,
  camp: EventRow,
  { was, is, days, moves }: CampMove,
  now: Date,
): Promise<ReadonlyMap<string, Date> | null> {
  await writeDays(tx, camp, days);
  const moving = { from: { day: was.day, zone: was.zone }, to: { day: is.day, zone: is.zone } };
  const otherClocks = is.day !== was.day || is.zone !== was.zone;
  if (otherClocks && !(await moveSlots(tx, camp.id, () => moving))) return null;
  if (otherClocks) await moveRota(tx, crew, () => moving, now);
  return moves ? retimeOffers(tx, camp.id, { was, is }, crew.personId, now) : new Map();
}
