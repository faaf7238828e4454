/** Releases of a camp, as the settings would have written them. */
import type { Database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { release } from "#db/schema/release.ts";
import type { Way } from "#domain/release.ts";

type Made = { way?: Way; places?: number; opensAt?: Date; closesAt?: Date | null };

export const SOURCE = "Lotto, Saturday 20 June, the six numbers in rising order";

/** @returns its id */
export async function makeRelease(
  db: Database,
  camp: { id: string },
  { way = "first_come", places = 1, opensAt = new Date(), closesAt = null }: Made = {},
): Promise<string> {
  const id = newId();
  const source = way === "draw" ? SOURCE : "";
  await db.insert(release).values({ id, eventId: camp.id, way, places, opensAt, closesAt, source });
  return id;
}
