/** A camp whose privacy notice and accessibility statement are written and looked through. */
import type { Database } from "#db/connection.ts";
import { campPage, campPageReview } from "#db/schema/camp-page.ts";
import { REVIEWED } from "#domain/camp-page.ts";

export async function completePages(db: Database, eventId: string): Promise<void> {
  const now = new Date();
  await db
    .insert(campPage)
    .values(REVIEWED.map((page) => ({ eventId, page, version: 1, body: `Our ${page}.`, madeAt: now })));
  await db.insert(campPageReview).values(REVIEWED.map((page) => ({ eventId, page, at: now })));
}
