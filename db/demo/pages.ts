import { asc, eq } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { campPage, campPageReview, contact } from "#db/schema/camp-page.ts";
import { role } from "#db/schema/person.ts";
import type { Transaction } from "#db/transaction.ts";
import { REVIEWED } from "#domain/camp-page.ts";
import { PAGES } from "#domain/demo/camp-pages.ts";

/** Writes what a demo camp says itself, and names its crew in the code of conduct. What is there stays, so that it is safe to repeat. */
export async function insertPages(tx: Transaction, eventId: string, now: Date): Promise<void> {
  const pages = REVIEWED.map((page) => ({ eventId, page, version: 1, body: PAGES[page], madeAt: now }));
  await tx.insert(campPage).values(pages).onConflictDoNothing();
  const reviews = REVIEWED.map((page) => ({ eventId, page, at: now }));
  await tx.insert(campPageReview).values(reviews).onConflictDoNothing();
  if ((await tx.$count(contact, eq(contact.eventId, eventId))) > 0) return;
  const crew = await tx
    .selectDistinct({ personId: role.personId })
    .from(role)
    .where(eq(role.eventId, eventId))
    .orderBy(asc(role.personId));
  const rows = crew
    .slice(0, 2)
    .map(({ personId }, position) => ({ id: newId(), eventId, position, personId }));
  if (rows.length > 0) await tx.insert(contact).values(rows);
}
