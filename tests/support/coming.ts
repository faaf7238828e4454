/** Camps that ask whether people still come, and what became of it. */
import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { reconfirmation } from "#db/schema/reconfirmation.ts";
import { registration } from "#db/schema/registration.ts";
import type { Round } from "#domain/registration/reconfirmation.ts";
import { makeCamp, makePerson, type TestCamp } from "#tests/support/camp.ts";

const at = (text: string) => new Date(`${text}+01:00`);
/** Of a camp whose doors open on 14 July at nine. */
export const FIVE = at("2026-07-09T10:00");
export const ONE = at("2026-07-13T10:00");
export const BACK = at("2026-07-12T18:00");

/** As many places as people have one, then those who wait; asked 5 and 1 days before, silent places go back 2 days before. */
export async function askingCamp(
  db: Database,
  places: number,
  {
    line = 0,
    rounds = [5, 1],
    backDays = 2,
  }: { line?: number; rounds?: Round[]; backDays?: number | null } = {},
) {
  const camp = await makeCamp(db, { capacity: places, rounds });
  await db.update(event).set({ backDays, nextRank: 50 }).where(eq(event.id, camp.id));
  const people: string[] = [];
  for (let rank = 1; rank <= places + line; rank += 1)
    people.push(await makePerson(db, camp, rank <= places ? "confirmed" : "waiting", { rank }));
  return { camp, people };
}

export async function statusesOf(db: Database, camp: TestCamp) {
  const rows = await db
    .select()
    .from(registration)
    .where(eq(registration.eventId, camp.id))
    .orderBy(asc(registration.rank));
  return rows.map(({ status }) => status);
}

export async function mailsOf(db: Database, camp: TestCamp, kind: string) {
  const rows = await db.select().from(outbox).where(eq(outbox.eventId, camp.id)).orderBy(asc(outbox.id));
  return rows.filter((mail) => mail.kind === kind).map(({ recipient }) => recipient);
}

export const askedOf = (db: Database, camp: TestCamp) =>
  db.select().from(reconfirmation).where(eq(reconfirmation.eventId, camp.id));
