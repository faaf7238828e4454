/** The phones at the doors, and cutting one off that was lost. */
import { and, desc, eq } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { shareEvent } from "#db/event.ts";
import { doorPhone } from "#db/schema/door.ts";
import { person } from "#db/schema/person.ts";
import { transact } from "#db/transaction.ts";
import { NOTED_MS } from "#domain/door/news.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

/** A phone that checked people in, as the desk shows it; instants are ISO 8601. */
export type DoorPhoneRow = { deviceId: string; door: string; by: string; seenAt: string; cutOff: boolean };

/** More phones than any camp has doors. */
const MOST = 50;

/** Notes that a phone asked. @returns false for one that was cut off */
export async function noteDoorPhone(
  store: Store,
  { eventId, personId }: May<"checkIn">,
  { deviceId, door }: { deviceId: string; door: string },
  now: Date,
): Promise<boolean> {
  const [row] = await store
    .insert(doorPhone)
    .values({ deviceId, eventId, personId, door, seenAt: now })
    .onConflictDoUpdate({
      target: [doorPhone.deviceId, doorPhone.eventId],
      set: { door, personId, seenAt: now },
    })
    .returning({ cutOffAt: doorPhone.cutOffAt });
  return row?.cutOffAt === null;
}

/** As `noteDoorPhone`, which is only done where it says anything new. @returns false for one that was cut off */
export async function seeDoorPhone(
  db: Database,
  crew: May<"checkIn">,
  phone: { deviceId: string; door: string },
  now: Date,
): Promise<boolean> {
  const { cutOffAt, personId, door, seenAt } = doorPhone;
  const [known] = await db
    .select({ cutOffAt, personId, door, seenAt })
    .from(doorPhone)
    .where(and(eq(doorPhone.deviceId, phone.deviceId), eq(doorPhone.eventId, crew.eventId)));
  if (known?.cutOffAt) return false;
  const same = known?.personId === crew.personId && known.door === phone.door;
  if (same && now.getTime() - known.seenAt.getTime() < NOTED_MS) return true;
  if (known) return noteDoorPhone(db, crew, phone, now);
  // The first row of a phone needs the camp, and whoever brings taps has the camp and needs the row: the camp comes first.
  return db.transaction(async (tx) => {
    await shareEvent(tx, crew.eventId);
    return noteDoorPhone(tx, crew, phone, now);
  });
}

/** Whether a phone was cut off. */
export async function isCutOff(db: Database, eventId: string, deviceId: string): Promise<boolean> {
  const [row] = await db
    .select({ cutOffAt: doorPhone.cutOffAt })
    .from(doorPhone)
    .where(and(eq(doorPhone.deviceId, deviceId), eq(doorPhone.eventId, eventId)));
  return (row?.cutOffAt ?? null) !== null;
}

/** The latest first, at most MOST. */
export async function listDoorPhones(db: Database, crew: May<"checkIn">): Promise<DoorPhoneRow[]> {
  const rows = await db
    .select({ phone: doorPhone, by: person.name })
    .from(doorPhone)
    .innerJoin(person, eq(person.id, doorPhone.personId))
    .where(eq(doorPhone.eventId, crew.eventId))
    .orderBy(desc(doorPhone.seenAt), doorPhone.deviceId)
    .limit(MOST);
  return rows.map(({ phone: { deviceId, door, seenAt, cutOffAt }, by }) => {
    return { deviceId, door, by, seenAt: seenAt.toISOString(), cutOff: cutOffAt !== null };
  });
}

/** Cuts a phone off, or lets it on again. Safe to repeat. Refused `not_found` for a phone that never was at this door. */
export async function cutOffDoorPhone(
  db: Database,
  crew: May<"manageCrew">,
  deviceId: string,
  off: boolean,
  now: Date,
): Promise<Result<null, "not_found">> {
  return transact(db, async (tx) => {
    const rows = await tx
      .update(doorPhone)
      .set({ cutOffAt: off ? now : null })
      .where(and(eq(doorPhone.deviceId, deviceId), eq(doorPhone.eventId, crew.eventId)))
      .returning({ personId: doorPhone.personId });
    if (!rows[0]) return refused("not_found");
    await record(tx, {
      ...{ eventId: crew.eventId, at: now, actor: "crew", actorId: crew.personId },
      ...{ act: "cut_off_door", subjectId: rows[0].personId, to: off ? "off" : "on" },
    });
    return granted(null);
  });
}
