/** Entering a draw together: two to four people who win or lose together, unless they would rather be divided. */
import { and, asc, eq, inArray } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { newEntryId, newGroupCode } from "#db/id.ts";
import { spend } from "#db/rate-limit.ts";
import { lockOwn, type OwnRefusal } from "#db/registration/answer.ts";
import type { EventRow } from "#db/registration/move.ts";
import { listReleases } from "#db/release.ts";
import { registration } from "#db/schema/registration.ts";
import { entry, entryGroup } from "#db/schema/release.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { MOST } from "#domain/limits.ts";
import type { Refusal } from "#domain/refusal.ts";
import { isEntered } from "#domain/registration/status.ts";
import { isProven } from "#domain/registration.ts";
import { intakeAt, type Together } from "#domain/release.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { codeIn } from "#domain/ticket.ts";

export type TogetherRefusal = Extract<Refusal, OwnRefusal | "draw_closed" | "no_such_group" | "group_full">;

type Own = { tx: Transaction; camp: EventRow; releaseId: string; groupId: string | null };
type Change = (own: Own) => Promise<Result<null, TogetherRefusal>>;

/** A change of somebody's own entry while those of its draw are open. @param page as for an answer */
async function changeOwn(
  db: Database,
  registrationId: string,
  now: Date,
  page: string | undefined,
  act: "enter_together" | "leave_together" | "split_together",
  change: Change,
): Promise<Result<null, TogetherRefusal>> {
  return transact<null, TogetherRefusal>(db, async (tx) => {
    const own = await lockOwn(tx, registrationId, now, page);
    if (!own.ok) return own;
    const { camp, known } = own.value;
    if (!isEntered(known.status) || !isProven(known)) return refused("not_possible_now");
    const intake = intakeAt(await listReleases(tx, camp.id), now.getTime());
    if (intake.kind !== "entering" || intake.release.way !== "draw") return refused("draw_closed");
    const { id: releaseId } = intake.release;
    const [mine] = await tx.select().from(entry).where(ownEntry(registrationId, releaseId));
    if (!mine) return refused("not_possible_now");
    const changed = await change({ tx, camp, releaseId, groupId: mine.groupId });
    if (!changed.ok) return changed;
    const by = { actor: "camper", actorId: registrationId } as const;
    await record(tx, { eventId: camp.id, at: now, ...by, act, subjectId: registrationId });
    return changed;
  });
}

const ownEntry = (registrationId: string, releaseId: string) =>
  and(eq(entry.registrationId, registrationId), eq(entry.releaseId, releaseId));

/** Begins a group, whose code is then theirs to tell. Safe to repeat. */
export async function beginTogether(db: Database, id: string, now: Date, page?: string) {
  return changeOwn(db, id, now, page, "enter_together", async ({ tx, releaseId, groupId }) => {
    if (groupId) return granted(null);
    const group = { id: newEntryId(), releaseId, code: newGroupCode() };
    await tx.insert(entryGroup).values(group);
    await tx.update(entry).set({ groupId: group.id }).where(ownEntry(id, releaseId));
    return granted(null);
  });
}

/**
 * Joins a group by its code, and leaves the one they were in. Safe to repeat.
 * @returns refused `no_such_group` for a code of nobody in this draw, `group_full` once there are MOST.together,
 *   `too_many` for whoever goes on trying
 */
export async function joinTogether(
  db: Database,
  id: string,
  typed: string,
  now: Date,
  page?: string,
): Promise<Result<null, TogetherRefusal | "too_many">> {
  // In a statement of its own: a code that was wrong counts as well.
  const spent = await spend(db, [{ limit: "group_by_registration", by: id }], now);
  if (!spent.ok) return spent;
  return changeOwn(db, id, now, page, "enter_together", async ({ tx, releaseId, groupId }) => {
    const code = codeIn(typed) ?? "";
    const here = and(eq(entryGroup.releaseId, releaseId), eq(entryGroup.code, code));
    const [group] = await tx.select().from(entryGroup).where(here);
    if (!group) return refused("no_such_group");
    if (group.id === groupId) return granted(null);
    const others = await listMembers(tx, group.id);
    // Whoever left the draw keeps nobody out.
    if (others.length === 0) return refused("no_such_group");
    if (others.length >= MOST.together) return refused("group_full");
    await tx.update(entry).set({ groupId: group.id, divides: false }).where(ownEntry(id, releaseId));
    return granted(null);
  });
}

/** Enters alone again. Safe to repeat. */
export async function leaveTogether(db: Database, id: string, now: Date, page?: string) {
  return changeOwn(db, id, now, page, "leave_together", async ({ tx, releaseId }) => {
    await tx.update(entry).set({ groupId: null, divides: false }).where(ownEntry(id, releaseId));
    return granted(null);
  });
}

/** Says for oneself whether the group may be divided, which it is only where all of it say so. Safe to repeat. */
export async function divideTogether(db: Database, id: string, divides: boolean, now: Date, page?: string) {
  return changeOwn(db, id, now, page, "split_together", async ({ tx, releaseId, groupId }) => {
    if (!groupId) return refused("not_possible_now");
    await tx.update(entry).set({ divides }).where(ownEntry(id, releaseId));
    return granted(null);
  });
}

/** At most MOST.together. */
async function listMembers(store: Store, groupId: string) {
  return store
    .select({ id: registration.id, name: registration.name, divides: entry.divides })
    .from(entry)
    .innerJoin(registration, eq(registration.id, entry.registrationId))
    .where(and(eq(entry.groupId, groupId), inArray(registration.status, ["entered"])))
    .orderBy(asc(registration.registeredAt), asc(registration.id));
}

/** With whom somebody enters, by the id of their entry; null where they enter alone. */
export async function readTogether(store: Store, entryId: string): Promise<Together | null> {
  const [group] = await store
    .select({
      id: entryGroup.id,
      code: entryGroup.code,
      mine: entry.registrationId,
    })
    .from(entry)
    .innerJoin(entryGroup, eq(entryGroup.id, entry.groupId))
    .where(eq(entry.id, entryId));
  if (!group) return null;
  const members = await listMembers(store, group.id);
  const others = members.filter(({ id }) => id !== group.mine);
  return {
    code: group.code,
    divides: members.some(({ id, divides }) => id === group.mine && divides),
    others: others.map(({ name }) => name),
    keeping: others.filter(({ divides }) => !divides).map(({ name }) => name),
  };
}
