/** The days of a camp, kept consistent with its slots and phase. Call these with the camp's row locked. */
import { eq, inArray, sql } from "drizzle-orm";
import { type EventRow, readDays } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { day } from "#db/schema/day.ts";
import { event } from "#db/schema/event.ts";
import type { Transaction } from "#db/transaction.ts";
import type { DayView, Phase } from "#domain/event.ts";
import { dayPhasesAt, type Step, stepAt } from "#domain/life.ts";
import { dayOf } from "#domain/time/date.ts";

/** `date` is `YYYY-MM-DD` in the camp's zone. */
export type WrittenDay = { id: string; date: string; startsAt: Date };

/** Gives a new camp its first day, in the phase that goes with the camp's. */
export async function insertFirstDay(
  tx: Pick<Transaction, "insert">,
  camp: { id: string; day: string; startsAt: Date; phase?: Phase },
): Promise<void> {
  const id = newId();
  const [phase = "doors"] = dayPhasesAt({ phase: camp.phase ?? "draft", dayId: id }, [{ id }]);
  await tx.insert(day).values({ id, eventId: camp.id, date: camp.day, startsAt: camp.startsAt, phase });
}

/** Puts each day into the phase it has when the camp is at a step. */
export async function writeDayPhases(
  tx: Pick<Transaction, "update">,
  step: Step,
  days: readonly Pick<DayView, "id" | "phase">[],
): Promise<void> {
  const phases = dayPhasesAt(step, days);
  for (const [index, { id, phase }] of days.entries()) {
    const is = phases[index]!;
    if (is !== phase) await tx.update(day).set({ phase: is }).where(eq(day.id, id));
  }
}

type Store = Pick<Transaction, "select" | "insert" | "update">;

/**
 * A later date becomes a new day, whose doors open with its first slot; what starts before the first day belongs to it.
 */
export async function onTheirDays<S extends { startsAt: Date }>(
  tx: Store,
  eventId: string,
  slots: readonly S[],
): Promise<(S & { dayId: string })[]> {
  if (slots.length === 0) return [];
  const [camp] = await tx.select().from(event).where(eq(event.id, eventId));
  const known = await readDays(tx, eventId);
  const dated = slots.map((slot) => ({
    slot,
    date: dayOf({ startsAt: slot.startsAt.toISOString() }, camp!.zone),
  }));
  const first = known[0]!.date;
  const dates = new Set(dated.map(({ date }) => date));
  const fresh = [...dates].filter((date) => date > first && !known.some((one) => one.date === date));
  const opening = (date: string) =>
    new Date(Math.min(...dated.filter((it) => it.date === date).map(({ slot }) => slot.startsAt.getTime())));
  if (fresh.length > 0) {
    const rows = fresh.map((date) => ({ id: newId(), eventId, date, startsAt: opening(date) }));
    await tx.insert(day).values(rows);
    await writeDayPhases(tx, stepAt({ phase: camp!.phase, days: known }), await readDays(tx, eventId));
  }
  const days = await readDays(tx, eventId);
  return dated.map(({ slot, date }) => ({
    ...slot,
    dayId: (days.find((one) => one.date === date) ?? days[0]!).id,
  }));
}

/** Replaces the days; slots go with theirs. @param wanted at least one, no two of one date */
export async function writeDays(
  tx: Transaction,
  camp: Pick<EventRow, "id" | "phase">,
  wanted: readonly WrittenDay[],
): Promise<void> {
  const known = await readDays(tx, camp.id);
  const step = stepAt({ phase: camp.phase, days: known });
  const gone = known.map(({ id }) => id).filter((id) => !wanted.some((it) => it.id === id));
  if (gone.length > 0) await tx.delete(day).where(inArray(day.id, gone));
  const kept = wanted.filter(({ id }) => known.some((it) => it.id === id));
  if (kept.length > 0) {
    const rows = kept.map(
      ({ id, date, startsAt }) => sql`(${id}::uuid, ${date}::date, ${startsAt.toISOString()}::timestamptz)`,
    );
    // One statement, so that two days may swap their dates.
    await tx.execute(sql`update day set date = said.date, starts_at = said.starts_at
      from (values ${sql.join(rows, sql`, `)}) as said (id, date, starts_at) where day.id = said.id`);
  }
  const fresh = wanted.filter((it) => !kept.includes(it)).map((it) => ({ ...it, eventId: camp.id }));
  if (fresh.length > 0) await tx.insert(day).values(fresh);
  const days = await readDays(tx, camp.id);
  await writeDayPhases(tx, step, days);
  const [first] = days;
  await tx
    .update(event)
    .set({ day: first!.date, startsAt: new Date(first!.startsAt) })
    .where(eq(event.id, camp.id));
}
