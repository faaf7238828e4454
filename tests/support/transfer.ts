/** Places on their way to somebody by name, and what the worker makes for the mail about one. */
import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { transfer } from "#db/schema/transfer.ts";
import { beginTransfer } from "#db/transfer/giving.ts";
import { mintTransfer } from "#db/transfer/receiving.ts";
import { NO_NEEDS } from "#domain/registration/answers.ts";
import { makeCamp, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";

export const AMA = { name: "Ama Boateng", email: "ama@example.org" };

/** As many places as people have one; then those who wait. */
export async function campOfGivers(db: Database, places: number, line = 0, more: { startsAt?: Date } = {}) {
  const camp = await makeCamp(db, { capacity: places, ...more });
  const people: string[] = [];
  for (let rank = 1; rank <= places + line; rank += 1)
    people.push(await makePerson(db, camp, rank <= places ? "confirmed" : "waiting", { rank }));
  await db.update(event).set({ nextRank: 50 }).where(eq(event.id, camp.id));
  return { camp, people, giver: people[0]! };
}

/** Has somebody hand their place on. @returns the token in the mail about it */
export async function handOn(db: Database, giver: string, to = AMA, now = NOON): Promise<string> {
  const begun = await beginTransfer(db, giver, to, now);
  if (!begun.ok) throw new Error(`not handed on: ${begun.refusal}`);
  const mine = and(eq(transfer.giverId, giver), isNull(transfer.endedAt));
  const [open] = await db.select().from(transfer).where(mine);
  return (await db.transaction((tx) => mintTransfer(tx, open!.id)))!;
}

/** What whoever takes a place tells of themselves. */
export const told = (camp: TestCamp) => ({
  ...{ name: "Ama K. Boateng", sectorId: camp.sectorId, organisation: "Dudley Council" },
  ...{ firstTime: true, ...NO_NEEDS, photos: false },
});

export async function statusOf(db: Database, id: string) {
  const [row] = await db.select().from(registration).where(eq(registration.id, id));
  return row?.status;
}

export async function findBy(db: Database, camp: TestCamp, email: string) {
  const [row] = await db
    .select()
    .from(registration)
    .where(and(eq(registration.eventId, camp.id), eq(registration.email, email)));
  return row;
}

/** The kinds of mail of a camp, each with whom it went to. */
export async function mailsOf(db: Database, camp: TestCamp): Promise<string[]> {
  const rows = await db.select().from(outbox).where(eq(outbox.eventId, camp.id)).orderBy(outbox.id);
  return rows.map(({ kind, recipient }) => `${kind} ${recipient}`);
}

/** Both wait for the camp, so that the second has read what the first then changes. */
export async function inTurn<A, B>(
  db: Database,
  camp: TestCamp,
  first: () => PromiseLike<A>,
  second: () => PromiseLike<B>,
): Promise<readonly [A, B]> {
  const begun = await db.transaction(async (tx) => {
    await lockEvent(tx, camp.id);
    const one = first();
    await untilWaiting(db, 1);
    const two = second();
    await untilWaiting(db, 2);
    return { one, two };
  });
  return [await begun.one, await begun.two];
}

/** Postgres grants a lock in the order in which it was asked for. @throws when not so many ask for one within 20 s */
async function untilWaiting(db: Database, many: number): Promise<void> {
  for (let turn = 0; turn < 2_000; turn += 1) {
    const [row] = await db.$client<{ waiting: number }[]>`
      select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    if (row!.waiting >= many) return;
    await sleep(10);
  }
  throw new Error(`${many} did not come to wait for the camp`);
}
