/** What was tapped at the doors: kept, and who is in made of it. */
import { and, eq, inArray, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { readDayUnderWay } from "#db/day/under-way.ts";
import type { EventRow } from "#db/event.ts";
import { readMergedInto } from "#db/registration/merged-into.ts";
import { countInside, listInside } from "#db/registration/most-held.ts";
import { move } from "#db/registration/move.ts";
import { day } from "#db/schema/day.ts";
import { checkIn, doorAct } from "#db/schema/door.ts";
import { registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";
import { type DoorAct, isCheckIn, isLeaving, presence, tappedAt } from "#domain/door/check-in.ts";
import { mayComeIn, takesCall } from "#domain/door/guest.ts";
import { roomInside } from "#domain/registration/inside.ts";
import { runsUntil } from "#domain/registration/offer.ts";
import { isOffered } from "#domain/registration/status.ts";
import type { May } from "#domain/viewer.ts";

const LOGGED = { in: "check_in", out: "leave_camp", undo: "undo_check_in" } as const;

/** Kept, whether now or before; refused are those of people who had no place when they were tapped, or of nobody here. */
export type TakenActs = { taken: string[]; refused: string[]; full: string[]; fresh: boolean };

/** A tap that comes later than this was made without a network, and whoever it let in is inside. */
const OFFLINE_MS = 60_000;

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
  if (tapped.length === 0) return { taken: [], refused: [], full: [], fresh: false };
  const ids = tapped.map(({ id }) => id);
  const known = new Set(
    (await tx.select({ id: doorAct.id }).from(doorAct).where(inArray(doorAct.id, ids))).map(({ id }) => id),
  );
  const acts = await ofWhomTheyBecame(tx, tapped);
  const people = await readPeople(tx, camp.id, acts);
  const days = await readDays(tx, camp.id);
  const left = await readLeft(tx, acts);
  const possible = acts.filter((act) => {
    const person = people.get(act.registrationId);
    if (known.has(act.id) || !person || !days.has(act.dayId)) return false;
    const { status, changedAt } = person;
    if (!isCheckIn(act) || mayComeIn(status, changedAt.getTime(), act.at)) return true;
    if (takesCall(status, runsUntil(person)?.getTime() ?? null, act.at)) return true;
    // Whoever left for a while comes back, also where their place went to somebody else since.
    return left.has(`${act.registrationId} ${act.dayId}`);
  });
  const full = await listTooMany(tx, camp, possible, people, now);
  const good = possible.filter(({ id }) => !full.includes(id));
  if (good.length > 0) {
    await takeCalls(tx, camp, crew, good, people, now);
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
        act: LOGGED[act.kind],
        subjectId: act.registrationId,
      })),
    );
    await makeCheckIns(tx, [...new Set(good.map(({ registrationId }) => registrationId))]);
  }
  const kept = new Set([...known, ...good.map(({ id }) => id)]);
  return {
    taken: ids.filter((id) => kept.has(id)),
    refused: ids.filter((id) => !kept.has(id)),
    full,
    fresh: good.length > 0,
  };
}

type People = Awaited<ReturnType<typeof readPeople>>;

/** Whoever was called and comes to the door has taken the place. */
async function takeCalls(
  tx: Transaction,
  camp: EventRow,
  crew: May<"checkIn">,
  acts: readonly DoorAct[],
  people: People,
  now: Date,
): Promise<void> {
  const by = { actor: "crew", actorId: crew.personId } as const;
  for (const id of new Set(acts.filter(isCheckIn).map(({ registrationId }) => registrationId))) {
    const person = people.get(id);
    if (!person || !isOffered(person.status)) continue;
    const set = { keptBack: person.keptBack };
    await move(tx, camp, [person], { move: "accept", to: "confirmed", by, set }, now);
  }
}

/**
 * The check-ins for which there is no room by the legal number. Whoever was let in without a network is inside, and is counted
 * so: then nobody else comes in until somebody leaves.
 */
async function listTooMany(
  tx: Transaction,
  camp: EventRow,
  acts: readonly DoorAct[],
  people: People,
  now: Date,
): Promise<string[]> {
  if (camp.insideLimit === null || !acts.some(isCheckIn)) return [];
  const day = await readDayUnderWay(tx, camp.id);
  if (!day) return [];
  const inside = new Set(await listInside(tx, day.id));
  let room = roomInside(await countInside(tx, day.id), camp);
  const full = [];
  for (const { id, kind, registrationId, dayId, at } of acts) {
    if (!isCheckIn({ kind }) || dayId !== day.id || inside.has(registrationId)) continue;
    const heads = 1 + (people.get(registrationId)?.companions ?? 0);
    if (heads > room && now.getTime() - at < OFFLINE_MS) full.push(id);
    else {
      inside.add(registrationId);
      room -= heads;
    }
  }
  return full;
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
    const is = presence(acts.map((act) => ({ ...act, at: act.at.getTime() })));
    if (!is) return [];
    const { registrationId, dayId, at } = is.first;
    return [{ registrationId, dayId, at: new Date(at), leftAt: is.left === null ? null : new Date(is.left) }];
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
  const { id, email, status, changedAt, offeredUntil, bouncedAt, companions, keptBack } = registration;
  const rows = await tx
    .select({ id, email, status, changedAt, offeredUntil, bouncedAt, companions, keptBack })
    .from(registration)
    .where(and(eq(registration.eventId, eventId), inArray(registration.id, ids)))
    .orderBy(registration.id)
    .for("update");
  return new Map(rows.map((row) => [row.id, row]));
}

/** Who came and left again, or leaves by one of these acts: by registration and day. */
async function readLeft(tx: Transaction, acts: readonly DoorAct[]): Promise<ReadonlySet<string>> {
  const of = (act: { registrationId: string; dayId: string }) => `${act.registrationId} ${act.dayId}`;
  const leaving = new Set(acts.filter(isLeaving).map(of));
  const theirs = inArray(checkIn.registrationId, [
    ...new Set(acts.map(({ registrationId }) => registrationId)),
  ]);
  const rows = await tx.select().from(checkIn).where(theirs);
  return new Set(rows.filter((row) => row.leftAt !== null || leaving.has(of(row))).map(of));
}

async function readDays(tx: Transaction, eventId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.select({ id: day.id }).from(day).where(eq(day.eventId, eventId));
  return new Set(rows.map(({ id }) => id));
}
