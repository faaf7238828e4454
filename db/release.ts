/** The releases of a camp: when and how its places are given out, and who has entered one. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, notInArray } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import type { EventRow } from "#db/event.ts";
import { newEntryId } from "#db/id.ts";
import { insertAll } from "#db/insert.ts";
import { readMostHeld } from "#db/registration/most-held.ts";
import { registration } from "#db/schema/registration.ts";
import { entry, type ReleaseRow, release } from "#db/schema/release.ts";
import type { Transaction } from "#db/transaction.ts";
import { type EntryView, type Places, placesAt, type Release } from "#domain/release.ts";

/** In the order in which they open, at most MOST.releases. */
export async function listReleaseRows(store: Store, eventId: string): Promise<ReleaseRow[]> {
  return store
    .select()
    .from(release)
    .where(eq(release.eventId, eventId))
    .orderBy(asc(release.opensAt), asc(release.id));
}

/** As the rules see a release. */
export function releaseOf({ id, way, opensAt, closesAt, places, frozenAt, drawnAt }: ReleaseRow): Release {
  return {
    ...{ id, way, places, closed: frozenAt !== null },
    opensAt: opensAt.getTime(),
    closesAt: closesAt?.getTime() ?? null,
    drawnAt: drawnAt?.getTime() ?? null,
  };
}

/** As the rules see them, at most MOST.releases. */
export async function listReleases(store: Store, eventId: string): Promise<Release[]> {
  return (await listReleaseRows(store, eventId)).map(releaseOf);
}

/** How many places a camp has given out by now. To decide by it, call it with the camp's row locked. */
export async function readPlaces(
  store: Store,
  camp: Pick<EventRow, "id" | "capacity" | "phase" | "insideLimit">,
  now: Date,
): Promise<Places> {
  const places = placesAt(await listReleases(store, camp.id), camp.capacity, now.getTime());
  return { ...places, most: await readMostHeld(store, camp) };
}

/** Writes who enters which release. Whoever left and came back is in it once, and with nobody: others may have taken that room. */
export async function enter(
  tx: Transaction,
  entries: readonly { releaseId: string; registrationId: string }[],
): Promise<void> {
  const rows = entries.map((it) => ({ id: newEntryId(), ...it }));
  if (rows.length === 0) return;
  const back = inArray(
    entry.registrationId,
    rows.map(({ registrationId }) => registrationId),
  );
  const here = inArray(entry.releaseId, [...new Set(rows.map(({ releaseId }) => releaseId))]);
  await tx
    .update(entry)
    .set({ groupId: null })
    .where(and(back, here, isNotNull(entry.groupId)));
  await insertAll(tx, entry, rows, "ignore");
}

/** Somebody in a release, as they are put in order. */
export type Entrant = {
  entryId: string;
  /** The group they enter with; null where they enter alone. */
  groupId: string | null;
  /** Whether they let it be divided. */
  divides: boolean;
  registration: typeof registration.$inferSelect;
};

/** Those who are still in a release, at most as many as registered: whoever has left since is not. */
export async function listEntrants(store: Store, releaseId: string): Promise<Entrant[]> {
  const entered = and(eq(entry.releaseId, releaseId), eq(registration.status, "entered"));
  return store
    .select({ entryId: entry.id, groupId: entry.groupId, divides: entry.divides, registration })
    .from(entry)
    .innerJoin(registration, eq(registration.id, entry.registrationId))
    .where(entered)
    .orderBy(asc(registration.rank));
}

/** The name of somebody's newest entry in the public list; null where they never entered. */
export async function readEntry(store: Store, registrationId: string): Promise<EntryView | null> {
  const [row] = await store
    .select({ id: entry.id, place: entry.place, way: release.way })
    .from(entry)
    .innerJoin(release, eq(release.id, entry.releaseId))
    .where(eq(entry.registrationId, registrationId))
    .orderBy(desc(release.opensAt))
    .limit(1);
  return row ?? null;
}

/** What somebody entered as is another registration's from now on, who is in no release: what that one left goes. */
export async function passEntry(tx: Transaction, from: string, to: string): Promise<void> {
  const open = (of: string) => and(eq(entry.registrationId, of), isNull(entry.place));
  const passed = tx.select({ id: entry.releaseId }).from(entry).where(open(from));
  await tx.delete(entry).where(and(open(to), inArray(entry.releaseId, passed)));
  const already = tx.select({ id: entry.releaseId }).from(entry).where(eq(entry.registrationId, to));
  await tx
    .update(entry)
    .set({ registrationId: to })
    .where(and(open(from), notInArray(entry.releaseId, already)));
}
