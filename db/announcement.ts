/** Announcements: said at the desk, shown on every phone and the wall, and taken back. */
import { and, count, desc, eq, gte, isNull } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { bump } from "#db/live.ts";
import { pushAnnouncement } from "#db/push/fan-out.ts";
import { announcement } from "#db/schema/announcement.ts";
import { event } from "#db/schema/event.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { ANNOUNCEMENTS_SHOWN, type Announcement } from "#domain/announcement.ts";
import { permits } from "#domain/event.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { instantAt, localAt } from "#domain/time/local.ts";
import type { May } from "#domain/viewer.ts";

/** At most ANNOUNCEMENTS_SHOWN: the last that were not taken back, the newest first. */
export async function listAnnouncements(store: Store, eventId: string): Promise<Announcement[]> {
  const rows = await store
    .select({ id: announcement.id, text: announcement.text, at: announcement.saidAt })
    .from(announcement)
    .where(and(eq(announcement.eventId, eventId), isNull(announcement.takenBackAt)))
    .orderBy(desc(announcement.saidAt), desc(announcement.id))
    .limit(ANNOUNCEMENTS_SHOWN);
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

/** How many a camp said today by its clocks, those taken back among them, and how many it may. */
export async function readAnnouncedToday(
  store: Store,
  { id, zone }: { id: string; zone: string },
  now: Date,
): Promise<{ today: number; most: number }> {
  const midnight = new Date(instantAt(localAt(now.getTime(), zone).day, "00:00", zone));
  const [said] = await store
    .select({ today: count() })
    .from(announcement)
    .where(and(eq(announcement.eventId, id), gte(announcement.saidAt, midnight)));
  const [camp] = await store.select({ most: event.announcementsADay }).from(event).where(eq(event.id, id));
  return { today: said?.today ?? 0, most: camp?.most ?? 0 };
}

/**
 * Says something to every phone and the wall, and to whoever asked to be told. Safe to repeat with the same id.
 * @returns refused `not_open` in a phase without announcements, `announced_enough` when as many were said today as the
 *   camp allows itself
 */
export async function announce(
  db: Database,
  crew: May<"announce">,
  { id, text }: { id: string; text: string },
  now: Date,
): Promise<Result<null, "not_found" | "not_open" | "announced_enough">> {
  return transact<null, "not_found" | "not_open" | "announced_enough">(db, async (tx) => {
    const camp = await lockEvent(tx, crew.eventId);
    if (!camp) return refused("not_found");
    const [known] = await tx.select().from(announcement).where(eq(announcement.id, id));
    if (known) return known.eventId === camp.id ? granted(null) : refused("not_found");
    if (!permits(camp.phase, "announce")) return refused("not_open");
    const { today, most } = await readAnnouncedToday(tx, camp, now);
    if (today >= most) return refused("announced_enough");
    const saidAt = await nextSaidAt(tx, camp.id, now);
    await tx.insert(announcement).values({ id, eventId: camp.id, text, personId: crew.personId, saidAt });
    await pushAnnouncement(tx, { id, eventId: camp.id }, now);
    const by = { actor: "crew", actorId: crew.personId } as const;
    await record(tx, { eventId: camp.id, at: now, ...by, act: "announce", subjectId: null });
    await bump(tx, camp.id, ["announcements"]);
    return granted(null);
  });
}

/** Later than every other of the camp, also where another server's clock is ahead: phones put them away by it. */
async function nextSaidAt(tx: Transaction, eventId: string, now: Date): Promise<Date> {
  const [last] = await tx
    .select({ at: announcement.saidAt })
    .from(announcement)
    .where(eq(announcement.eventId, eventId))
    .orderBy(desc(announcement.saidAt))
    .limit(1);
  return new Date(Math.max(now.getTime(), (last?.at.getTime() ?? 0) + 1));
}

/** It goes from every screen that hears of it. Safe to repeat. Refused `not_found` for another camp's. */
export async function takeBackAnnouncement(
  db: Database,
  crew: May<"announce">,
  id: string,
  now: Date,
): Promise<Result<null, "not_found">> {
  return transact<null, "not_found">(db, async (tx) => {
    const here = and(eq(announcement.id, id), eq(announcement.eventId, crew.eventId));
    const [row] = await tx.select().from(announcement).where(here).for("update");
    if (!row) return refused("not_found");
    if (row.takenBackAt) return granted(null);
    await tx.update(announcement).set({ takenBackAt: now }).where(here);
    const by = { actor: "crew", actorId: crew.personId } as const;
    await record(tx, {
      eventId: crew.eventId,
      at: now,
      ...by,
      act: "take_back_announcement",
      subjectId: null,
    });
    await bump(tx, crew.eventId, ["announcements"]);
    return granted(null);
  });
}

/** How many a camp may say on one day. Safe to repeat. */
export async function limitAnnouncements(
  db: Database,
  crew: May<"changeSettings">,
  most: number,
  now: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.update(event).set({ announcementsADay: most }).where(eq(event.id, crew.eventId));
    const by = { actor: "crew", actorId: crew.personId } as const;
    await record(tx, { eventId: crew.eventId, at: now, ...by, act: "settings", subjectId: null });
  });
}
