/** People and hands that come with ballots. These people have no real address and are never mailed. */
import { and, asc, eq, inArray } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { newId } from "#db/id.ts";
import type { Importer } from "#db/import/importer.ts";
import { insertAll, rowsAtOnce, slices } from "#db/insert.ts";
import { audit } from "#db/schema/audit.ts";
import { event, sector } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { hand } from "#db/schema/voting.ts";
import type { Transaction } from "#db/transaction.ts";
import { expectHands } from "#db/uncounted.ts";

const EMAILS_AT_ONCE = 3_000;

/** With a place, at the back of the line, in the camp's last sector. @throws when the camp has none */
export async function writePeople(
  tx: Transaction,
  importer: Importer,
  camp: { id: string; nextRank: number },
  people: readonly { name: string; email: string }[],
  now: Date,
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
  await insertAll(tx, registration, rows);
  for (const some of slices(rows, rowsAtOnce(audit))) {
    await record(
      tx,
      some.map(({ id }) => ({ ...importer, at: now, act: "import", subjectId: id, to: "confirmed" })),
    );
  }
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
): Promise<void> {
  const emails = [...new Set(hands.map(({ email }) => email))];
  const people = new Map<string, string>();
  for (const some of slices(emails, EMAILS_AT_ONCE)) {
    const rows = await tx
      .select({ id: registration.id, email: registration.email })
      .from(registration)
      .where(and(eq(registration.eventId, eventId), inArray(registration.email, some)));
    for (const { id, email } of rows) people.set(email, id);
  }
  const rows = hands.map(({ email, pitchId }) => {
    return { pitchId, registrationId: people.get(email)!, up: true, castAt: now };
  });
  await insertAll(tx, hand, rows, "ignore");
  // Whoever imports is to count them, and may be killed before.
  if (rows.length > 0) await expectHands(tx, eventId, newId());
}
