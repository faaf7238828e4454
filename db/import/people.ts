/** People and hands that come with ballots. These people have no real address and are never mailed. */
import { and, asc, eq, sql } from "drizzle-orm";
import { newId } from "#db/id.ts";
import type { Importer } from "#db/import/importer.ts";
import { insertAll } from "#db/insert.ts";
import { audit } from "#db/schema/audit.ts";
import { event, sector } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { hand } from "#db/schema/voting.ts";
import type { Transaction } from "#db/transaction.ts";
import { expectHands } from "#db/uncounted.ts";

/** With a place, at the back of the line, in the camp's last sector. @throws when the camp has none */
export async function writePeople(
  tx: Transaction,
  importer: Importer,
  camp: { id: string; nextRank: number },
  people: readonly { name: string; email: string }[],
  now: Date,
  wrote: (rows: number) => void,
): Promise<void> {
  if (people.length === 0) return;
  const sectors = await tx
    .select({ id: sector.id })
    .from(sector)
    .where(eq(sector.eventId, camp.id))
    .orderBy(asc(sector.position));
  const sectorId = sectors.at(-1)?.id;
  if (!sectorId) throw new Error("a camp without a sector");
  const rows = people.map(({ name, email }, index) => ({
    id: newId(),
    eventId: camp.id,
    email,
    name,
    sectorId,
    status: "confirmed" as const,
    rank: camp.nextRank + index,
    registeredAt: now,
    changedAt: now,
  }));
  await insertAll(tx, registration, rows, "fail", wrote);
  const entries = rows.map(({ id }) => {
    return { id: newId(), ...importer, at: now, act: "import" as const, subjectId: id, to: "confirmed" };
  });
  await insertAll(tx, audit, entries);
  await tx
    .update(event)
    .set({ nextRank: camp.nextRank + rows.length })
    .where(eq(event.id, camp.id));
}

/** Raises hands, but not one that its person has taken down since. */
export async function writeHands(
  tx: Transaction,
  eventId: string,
  hands: readonly { email: string; pitchId: string }[],
  now: Date,
  wrote: (rows: number) => void,
): Promise<void> {
  const emails = JSON.stringify([...new Set(hands.map(({ email }) => email))]);
  const named = sql`${registration.email} in (select json_array_elements_text(${emails}::text::json))`;
  const found = await tx
    .select({ id: registration.id, email: registration.email })
    .from(registration)
    .where(and(eq(registration.eventId, eventId), named));
  const people = new Map(found.map(({ id, email }) => [email, id]));
  const rows = hands.map(({ email, pitchId }) => {
    return { pitchId, registrationId: people.get(email)!, up: true, castAt: now };
  });
  await insertAll(tx, hand, rows, "ignore", wrote);
  // Whoever imports is to count them, and may be killed before.
  if (rows.length > 0) await expectHands(tx, eventId, newId());
}
