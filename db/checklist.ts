/** The checklist of a camp's crew: what was ticked, what they added, and what can be seen of the camp by itself. */
import { and, asc, countDistinct, eq, gte, isNull } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { checklistItem } from "#db/schema/checklist.ts";
import { event } from "#db/schema/event.ts";
import { role } from "#db/schema/person.ts";
import { rehearsal } from "#db/schema/rehearsal.ts";
import { room } from "#db/schema/room.ts";
import { slot } from "#db/schema/slot.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { type ChecklistItem, type ChecklistRow, checklistOf, type OrdinaryKey } from "#domain/checklist.ts";
import { type EventView, permits } from "#domain/event.ts";
import { MOST } from "#domain/limits.ts";
import { PASSED } from "#domain/rehearsal.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { localAt } from "#domain/time/local.ts";
import type { May } from "#domain/viewer.ts";

/** What is to be done for a camp, by when it is due. */
export async function readChecklist(
  db: Store,
  camp: Pick<EventView, "id" | "zone" | "phase" | "days">,
  now: Date,
): Promise<ChecklistItem[]> {
  const first = Date.parse(camp.days[0]?.startsAt ?? now.toISOString());
  const since = new Date(Math.min(first, now.getTime()) - REHEARSED_MS);
  const [{ begunAt, ...shown }, rows] = await Promise.all([
    readFacts(db, camp.id, since),
    readRows(db, camp.id),
  ]);
  const seen = { ...shown, opened: permits(camp.phase, "visit") };
  return checklistOf(rows, seen, {
    days: camp.days.map(({ date }) => date),
    begun: localAt((begunAt ?? now).getTime(), camp.zone).day,
    today: localAt(now.getTime(), camp.zone).day,
  });
}

/** For how long a rehearsal says how the camp is: a week, or the one before its first day. */
const REHEARSED_MS = 7 * 86_400_000;

/** @param since a rehearsal that passed before then says nothing any more */
async function readFacts(db: Store, eventId: string, since: Date) {
  const isSession = and(eq(slot.eventId, eventId), eq(slot.kind, "session"));
  const [[camp], [crew], rooms, slots, passed] = await Promise.all([
    db.select({ begunAt: event.createdAt }).from(event).where(eq(event.id, eventId)),
    db
      .select({ people: countDistinct(role.personId) })
      .from(role)
      .where(eq(role.eventId, eventId)),
    db.select({ id: room.id }).from(room).where(eq(room.eventId, eventId)).limit(1),
    db.select({ id: slot.id }).from(slot).where(isSession).limit(1),
    db
      .select({ id: rehearsal.id })
      .from(rehearsal)
      .where(and(eq(rehearsal.eventId, eventId), eq(rehearsal.state, PASSED), gte(rehearsal.endedAt, since)))
      .limit(1),
  ]);
  return {
    begunAt: camp?.begunAt ?? null,
    crew: (crew?.people ?? 0) > 1,
    board: rooms.length > 0 && slots.length > 0,
    rehearsed: passed.length > 0,
  };
}

/** At most a tick of each ordinary thing, and MOST.checklist of their own. */
async function readRows(db: Store, eventId: string): Promise<ChecklistRow[]> {
  const { id, key, title, daysBefore, doneAt } = checklistItem;
  const rows = await db
    .select({ id, key, title, daysBefore, doneAt })
    .from(checklistItem)
    .where(eq(checklistItem.eventId, eventId))
    .orderBy(asc(checklistItem.madeAt), asc(id));
  return rows as ChecklistRow[];
}

/** An ordinary thing by its key, or the crew's own by its id. */
export type Which = { key: OrdinaryKey } | { id: string };

/**
 * Ticks something, or takes the tick away. Safe to repeat: who ticked it first stays.
 * @returns refused `not_found` for what is not on this camp's list
 */
export async function tickItem(
  db: Database,
  crew: May<"changeSettings">,
  which: Which,
  done: boolean,
  now: Date,
): Promise<Result<null, "not_found">> {
  return transact<null, "not_found">(db, async (tx) => {
    const { eventId, personId } = crew;
    if (!(await lockEvent(tx, eventId))) return refused("not_found");
    const known = await tx
      .select({ id: checklistItem.id, doneAt: checklistItem.doneAt })
      .from(checklistItem)
      .where(
        and(
          eq(checklistItem.eventId, eventId),
          "key" in which ? eq(checklistItem.key, which.key) : eq(checklistItem.id, which.id),
        ),
      );
    const [row] = known;
    if (!row && "id" in which) return refused("not_found");
    if ((row?.doneAt != null) === done) return granted(null);
    const ticked = { doneAt: done ? now : null, byId: personId };
    if (row) await tx.update(checklistItem).set(ticked).where(eq(checklistItem.id, row.id));
    else if ("key" in which)
      await tx.insert(checklistItem).values({ id: newId(), eventId, key: which.key, ...ticked });
    await note(tx, crew, now);
    return granted(null);
  });
}

/**
 * Adds something of the crew's own. Safe to repeat with the same id; with other words it is another, also from the same
 * form.
 * @param daysBefore days before the first day; negative after the last
 * @returns refused `checklist_full` with MOST.checklist of them, `not_found` for an id that is another camp's
 */
export async function addItem(
  db: Database,
  crew: May<"changeSettings">,
  { id, title, daysBefore }: { id: string; title: string; daysBefore: number },
  now: Date,
): Promise<Result<null, "not_found" | "checklist_full">> {
  return transact<null, "not_found" | "checklist_full">(db, async (tx) => {
    const { eventId } = crew;
    if (!(await lockEvent(tx, eventId))) return refused("not_found");
    const [known] = await tx.select().from(checklistItem).where(eq(checklistItem.id, id));
    if (known && known.eventId !== eventId) return refused("not_found");
    const own = and(eq(checklistItem.eventId, eventId), isNull(checklistItem.key));
    const same = and(own, eq(checklistItem.title, title), eq(checklistItem.daysBefore, daysBefore));
    if (known && (await tx.$count(checklistItem, same)) > 0) return granted(null);
    if ((await tx.$count(checklistItem, own)) >= MOST.checklist) return refused("checklist_full");
    await tx
      .insert(checklistItem)
      .values({ id: known ? newId() : id, eventId, title, daysBefore, madeAt: now });
    await note(tx, crew, now);
    return granted(null);
  });
}

/** Takes something of the crew's own off the list. Safe to repeat, and of this camp alone. */
export async function removeItem(
  db: Database,
  crew: May<"changeSettings">,
  id: string,
  now: Date,
): Promise<Result<null, "not_found">> {
  return transact<null, "not_found">(db, async (tx) => {
    const { eventId } = crew;
    if (!(await lockEvent(tx, eventId))) return refused("not_found");
    const own = and(eq(checklistItem.id, id), eq(checklistItem.eventId, eventId), isNull(checklistItem.key));
    const gone = await tx.delete(checklistItem).where(own).returning({ id: checklistItem.id });
    if (gone.length === 0) return granted(null);
    await note(tx, crew, now);
    return granted(null);
  });
}

async function note(tx: Transaction, { eventId, personId }: May<"changeSettings">, now: Date): Promise<void> {
  const by = { actor: "crew", actorId: personId } as const;
  await record(tx, { eventId, at: now, ...by, act: "checklist", subjectId: null });
}
