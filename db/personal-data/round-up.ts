import { asc, eq } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { roundUpLink } from "#db/schema/round-up.ts";
import type { PersonalData } from "#domain/personal-data.ts";

/** What somebody linked to, bounded by MOST.linksOfOne. */
export async function readLinksOf(db: Store, registrationId: string): Promise<PersonalData["roundUp"]> {
  const { title, author, url, addedAt } = roundUpLink;
  const rows = await db
    .select({ title, author, url, addedAt })
    .from(roundUpLink)
    .where(eq(roundUpLink.registrationId, registrationId))
    .orderBy(asc(addedAt), asc(roundUpLink.id));
  return rows.map(({ addedAt: at, ...link }) => ({ ...link, at: at.toISOString() }));
}
