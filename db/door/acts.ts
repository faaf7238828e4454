/** What was tapped at the doors: kept, and who is in made of it. */
import { and, eq, inArray, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { EventRow } from "#db/event.ts";
import { readMergedInto } from "#db/registration/merged-into.ts";
import { day } from "#db/schema/day.ts";
import { checkIn, doorAct } from "#db/schema/door.ts";
import { registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";
import { type DoorAct, isCheckIn, standing, tappedAt } from "#domain/door/check-in.ts";
import { mayComeIn } from "#domain/door/guest.ts";
import type { May } from "#domain/viewer.ts";

/** Kept, whether now or before; refused are those of people who had no place when they were tapped, or of nobody here. */
export type TakenActs = { taken: string[]; refused: string[]; fresh: boolean };

/**
 * The camp's row must be locked. What was taken before is taken again, and changes nothing.
 * @param tapped at most as many as a request may bring
 */
export async function takeActs(
  tx: Transaction,
  camp: EventRow,
  crew: May<"checkIn">,
  tapped: readonly DoorAct[],
  now: Date,
): Promise<TakenActs> {
  if (tapped.length === 0) return { taken: [], refused: [], fresh: false };
  const ids = tapped.map(({ id }) => id);
  const known = new Set(
    (await tx.select({ id: doorAct.id }).from(doorAct).where(inArray(doorAct.id, ids))).map(({ id }) => id),
  );
  const acts = await ofWhomTheyBecame(tx, tapped);
  const people = await readPeople(tx, camp.id, acts);
  const days = await readDays(tx, camp.id);
  const good = acts.filter((act) => {
    const person = people.get(act.registrationId);
    if (known.has(act.id) || !person || !days.has(act.dayId)) return false;
    return !isCheckIn(act) || mayComeIn(person.status, person.changedAt.getTime(), act.at);
  });
  if (good.length > 0) {
    await tx.insert(doorAct).values(
      good.map(({ at, undoes, ...act }) => ({
        ...{ ...act, eventId: camp.id, undoes: [...undoes], personId: crew.personId, receivedAt: now },
        at: new Date(tappedAt(at, now.getTime())),
      })),
    );
    await record(
      tx,
      good.map((act) => ({
        ...{ eventId: camp.id, at: now, actor: "crew" as const, actorId: crew.personId },
        ...{ act: isCheckIn(act) ? ("check_in" as const) : ("undo_check_in" as const) },
        subjectId: act.registrationId,
      })),
    );
    await makeCheckIns(tx, [...new Set(good.map(({ registrationId }) => registrationId))]);
  }
  const kept = new Set([...known, ...good.map(({ id }) => id)]);
  return {
    taken: ids.filter((id) => kept.has(id)),
    refused: ids.filter((id) => !kept.has(id)),
    fresh: good.length > 0,
  };
}

/** Makes who is in on which day of all their acts. `checked_in_at` is when they first came on any. */
export async function makeCheckIns(tx: Transaction, registrationIds: readonly string[]): Promise<void> {
  if (registrationIds.length === 0) return;
  const theirs = inArray(doorAct.registrationId, [...registrationIds]);
  const rows = await tx.select().from(doorAct).where(theirs);
  const byDay = new Map<string, typeof rows>();
  for (const row of rows) {
    const key = `${row.registrationId} ${row.dayId}`;
    byDay.set(key, [...(byDay.get(key) ?? []), row]);
  }
  const here = [...byDay.values()].flatMap((acts) => {
    const [first] = standing(acts.map((act) => ({ ...act, at: act.at.getTime() })));
    return first
      ? [{ registrationId: first.registrationId, dayId: first.dayId, at: new Date(first.at) }]
      : [];
  });
  await tx.delete(checkIn).where(inArray(checkIn.registrationId, [...registrationIds]));
  if (here.length > 0) await tx.insert(checkIn).values(here);
  await tx
    .update(registration)
    .set({
      checkedInAt: sql`(select min(${checkIn.at}) from ${checkIn} where ${checkIn.registrationId} = ${registration.id})`,
    })
    .where(inArray(registration.id, [...registrationIds]));
}

/** A phone may not know yet that two registrations became one: whoever was let in by the other is in by the one left. */
async function ofWhomTheyBecame(tx: Transaction, acts: readonly DoorAct[]): Promise<DoorAct[]> {
  const became = await readMergedInto(tx, [...new Set(acts.map(({ registrationId }) => registrationId))]);
  return acts.map((act) => ({
    ...act,
    registrationId: became.get(act.registrationId)?.id ?? act.registrationId,
  }));
}

async function readPeople(tx: Transaction, eventId: string, acts: readonly DoorAct[]) {
  const ids = [...new Set(acts.map(({ registrationId }) => registrationId))];
  const { id, status, changedAt } = registration;
  const rows = await tx
    .select({ id, status, changedAt })
    .from(registration)
    .where(and(eq(registration.eventId, eventId), inArray(registration.id, ids)))
    .orderBy(registration.id)
    .for("update");
  return new Map(rows.map((row) => [row.id, row]));
}

async function readDays(tx: Transaction, eventId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.select({ id: day.id }).from(day).where(eq(day.eventId, eventId));
  return new Set(rows.map(({ id }) => id));
}
