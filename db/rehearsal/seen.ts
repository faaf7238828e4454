/** What of a camp and of its installation can be seen without anybody made up. */
import { statfs } from "node:fs/promises";
import { and, asc, countDistinct, eq, gte, isNotNull, lte, notInArray, sql } from "drizzle-orm";
import { listLacks } from "#db/camp-page.ts";
import type { Store } from "#db/connection.ts";
import { isMailHeld } from "#db/mail.ts";
import { readPushKey } from "#db/push/key.ts";
import { day } from "#db/schema/day.ts";
import { outbox } from "#db/schema/mail.ts";
import { room } from "#db/schema/room.ts";
import { rotaSignUp, rotaTask } from "#db/schema/rota.ts";
import { slot } from "#db/schema/slot.ts";
import { DROPPED, RETURNED } from "#domain/mail-failure.ts";
import type { Seen } from "#domain/rehearsal/checks.ts";
import { env } from "#env.ts";

/** How far back mail is looked at. */
const MAIL_DAYS = 14;

export async function readSeen(db: Store, eventId: string, now: Date): Promise<Seen> {
  const [first] = await db.select().from(day).where(eq(day.eventId, eventId)).orderBy(asc(day.date)).limit(1);
  const [mail, { atDoors, slots }] = [await readMail(db, eventId, now), await readDay(db, first)];
  return {
    ...{ mail, atDoors, slots },
    clock: await clockDiffers(db),
    free: await freeBytes(),
    push: (await readPushKey(db)) !== null,
    lacks: (await listLacks(db, eventId)).length,
    rooms: await db.$count(room, eq(room.eventId, eventId)),
  };
}

/** What came back from the receiver's own server says nothing of ours, and what was dropped is meant so. */
async function readMail(db: Store, eventId: string, now: Date): Promise<Seen["mail"]> {
  const since = new Date(now.getTime() - MAIL_DAYS * 86_400_000);
  const ofCamp = and(eq(outbox.eventId, eventId), gte(outbox.createdAt, since));
  const ours = and(
    notInArray(outbox.failure, [...DROPPED, RETURNED, "unreadable"]),
    sql`${outbox.failure} !~ '^5'`,
  );
  return {
    smtp: env().SMTP_URL !== undefined,
    held: await isMailHeld(db),
    sent: await db.$count(outbox, and(ofCamp, isNotNull(outbox.sentAt))),
    failed: await db.$count(outbox, and(ofCamp, isNotNull(outbox.failedAt), ours)),
  };
}

async function readDay(db: Store, first: typeof day.$inferSelect | undefined) {
  if (!first) return { atDoors: 0, slots: 0 };
  const opens = first.startsAt;
  const [down] = await db
    .select({ people: countDistinct(rotaSignUp.personId) })
    .from(rotaSignUp)
    .innerJoin(rotaTask, eq(rotaTask.id, rotaSignUp.taskId))
    .where(
      and(eq(rotaTask.eventId, first.eventId), lte(rotaTask.startsAt, opens), gte(rotaTask.endsAt, opens)),
    );
  const isSession = and(eq(slot.dayId, first.id), eq(slot.kind, "session"));
  return { atDoors: down!.people, slots: await db.$count(slot, isSession) };
}

/** In milliseconds, less than the way there and back. */
async function clockDiffers(db: Store): Promise<number> {
  const before = Date.now();
  const [row] = await db.execute<{ at: string }>(sql`select clock_timestamp() as at`);
  const [after, theirs] = [Date.now(), new Date(row!.at).getTime()];
  return Math.max(0, before - theirs, theirs - after);
}

/** Of the disk this process runs on; null where the system cannot tell. */
async function freeBytes(): Promise<number | null> {
  const found = await statfs(process.cwd()).catch(() => null);
  return found && found.bavail * found.bsize;
}

/** How long each of some questions to the database takes, in milliseconds. */
export async function timeDatabase(db: Store, questions: number): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < questions; n += 1) {
    const began = performance.now();
    await db.execute(sql`select 1`);
    times.push(performance.now() - began);
  }
  return times;
}
