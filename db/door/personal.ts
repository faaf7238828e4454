import { asc, eq } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { doorAct } from "#db/schema/door.ts";
import type { PersonalData } from "#domain/personal-data.ts";

/** What was tapped about somebody, in their own copy. */
export async function readCheckIns(db: Store, registrationId: string): Promise<PersonalData["checkIns"]> {
  const { kind, at, door } = doorAct;
  const rows = await db
    .select({ kind, at, door })
    .from(doorAct)
    .where(eq(doorAct.registrationId, registrationId))
    .orderBy(asc(at), asc(doorAct.id));
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
