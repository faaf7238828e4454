/** Who came to a camp, in sums: counted while its people are known, and kept without them for the forecast of the next. */
import { and, count, eq, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import type { EventRow } from "#db/event.ts";
import { audit } from "#db/schema/audit.ts";
import { day } from "#db/schema/day.ts";
import { checkIn } from "#db/schema/door.ts";
import { registration } from "#db/schema/registration.ts";
import { turnout } from "#db/schema/turnout.ts";
import type { Transaction } from "#db/transaction.ts";
import { ARRIVALS_MINUTES } from "#domain/door/pace.ts";
import { TAKES_PART } from "#domain/registration.ts";

type Camp = Pick<EventRow, "id" | "day" | "startsAt">;
type Sums = Omit<typeof turnout.$inferInsert, "eventId" | "day" | "madeAt">;

/** Of a camp whose people are known, or what was kept of them. */
export async function readTurnout(store: Store, camp: Camp): Promise<Sums> {
  const [kept] = await store
    .select()
    .from(turnout)
    .where(and(eq(turnout.eventId, camp.id), eq(turnout.day, camp.day)));
  return kept ?? countTurnout(store, camp);
}

/** Keeps the sums before those who had no place are forgotten. The first that were kept stay. */
export async function keepTurnout(tx: Transaction, camp: Camp): Promise<void> {
  const sums = await countTurnout(tx, camp);
  const row = { eventId: camp.id, day: camp.day, ...sums };
  await tx
    .insert(turnout)
    .values(row)
    .onConflictDoUpdate({ target: turnout.eventId, set: row, setWhere: sql`${turnout.day} <> ${camp.day}` });
}

async function countTurnout(store: Store, camp: Camp): Promise<Sums> {
  const { eventId, status, passedOnAt, checkedInAt } = registration;
  const doors = sql`${camp.startsAt.toISOString()}::timestamptz`;
  /** What they got on the day itself, by these acts. */
  const got = (acts: readonly string[]) =>
    sql`exists (select from ${audit} where ${audit.subjectId} = ${registration.id} and ${audit.to} = ${TAKES_PART}
      and ${audit.at} >= ${doors} and ${audit.act} in (${sql.join(
        acts.map((act) => sql`${act}`),
        sql`, `,
      )}))`;
  const had = and(
    or(eq(status, TAKES_PART), isNotNull(passedOnAt)),
    sql`not ${got(["accept", "add_by_hand", "confirm", "receive"])}`,
  )!;
  const where = (which: SQL) => sql<number>`count(*) filter (where ${which})`.mapWith(Number);
  const came = isNotNull(checkedInAt);
  const [row] = await store
    .select({
      places: where(had),
      came: where(and(had, came)!),
      passedOn: where(isNotNull(passedOnAt)),
      walkIns: where(and(came, got(["add_by_hand"]))!),
      called: where(and(came, got(["accept"]))!),
    })
    .from(registration)
    .where(eq(eventId, camp.id));
  return { ...row!, arrivals: await countArrivals(store, camp) };
}

/** On the first day, by so many minutes after the doors each; who came before is in the first. */
async function countArrivals(store: Store, camp: Camp): Promise<number[]> {
  const seconds = ARRIVALS_MINUTES * 60;
  const since = sql`extract(epoch from ${checkIn.at} - ${camp.startsAt.toISOString()}::timestamptz)`;
  const part = sql<number>`greatest(0, floor(${since} / ${seconds}))`.mapWith(Number);
  const rows = await store
    .select({ part, people: count() })
    .from(checkIn)
    .innerJoin(day, eq(day.id, checkIn.dayId))
    .where(and(eq(day.eventId, camp.id), eq(day.date, camp.day)))
    // By its place in the list: with values in it, it is not known again.
    .groupBy(sql`1`)
    .orderBy(sql`1`);
  const last = rows.at(-1)?.part ?? -1;
  return Array.from({ length: last + 1 }, (_, at) => rows.find((row) => row.part === at)?.people ?? 0);
}
