import { and, asc, eq, isNotNull } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { day } from "#db/schema/day.ts";
import { checkIn, doorAct } from "#db/schema/door.ts";
import { registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";

const FRONT = "Front door";

/** Those who are at the camp came in at its first day's door. */
export async function insertCheckIns(tx: Transaction, eventId: string): Promise<void> {
  const [first] = await tx.select().from(day).where(eq(day.eventId, eventId)).orderBy(asc(day.date)).limit(1);
  const { id, checkedInAt } = registration;
  const here = await tx
    .select({ id, at: checkedInAt })
    .from(registration)
    .where(and(eq(registration.eventId, eventId), isNotNull(checkedInAt)));
  if (!first || here.length === 0) return;
  const rows = here.map((person) => ({ registrationId: person.id, dayId: first.id, at: person.at! }));
  await tx.insert(doorAct).values(
    rows.map((row) => ({
      ...row,
      id: newId(),
      eventId,
      kind: "in" as const,
      door: FRONT,
      receivedAt: row.at,
    })),
  );
  await tx.insert(checkIn).values(rows);
}
