import type { Store } from "#db/connection.ts";
import { listVersionAfter, listVersions } from "#db/publication/versions.ts";
import { changelogOf, type Entry, VERSIONS_TOLD } from "#domain/changelog.ts";

/** What the last versions changed, the newest first: at most VERSIONS_TOLD. `cut` where there are older ones. */
export async function readChangelog(db: Store, eventId: string): Promise<{ entries: Entry[]; cut: boolean }> {
  // One more, which the oldest of them is compared with.
  const versions = await listVersions(db, eventId, VERSIONS_TOLD + 1);
  const cut = versions.length > VERSIONS_TOLD;
  return { entries: changelogOf(versions, cut), cut };
}

/** What one version changed, however old it is; null for a number that was never given. */
export async function readEntry(db: Store, eventId: string, number: number): Promise<Entry | null> {
  return changelogOf(await listVersionAfter(db, eventId, number), false)[0] ?? null;
}
