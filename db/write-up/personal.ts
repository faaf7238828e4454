import { asc, eq } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { pitch } from "#db/schema/pitch.ts";
import { writeUp } from "#db/schema/write-up.ts";
import { type PersonalData, shownTitle } from "#domain/personal-data.ts";

/** What somebody wrote up, for whoever it is of alone. */
export async function readWriteUpsOf(
  store: Store,
  registrationId: string,
): Promise<PersonalData["writeUps"]> {
  const titled = { title: pitch.title, noteLevel: pitch.noteLevel, hiddenAt: pitch.hiddenAt };
  const rows = await store
    .select({ row: writeUp, of: titled })
    .from(writeUp)
    .leftJoin(pitch, eq(pitch.id, writeUp.pitchId))
    .where(eq(writeUp.registrationId, registrationId))
    .orderBy(asc(writeUp.id));
  return rows.map(({ row, of }) => {
    const { day, learned, doing, readers, level, named, quotable, hiddenReason } = row;
    return {
      ...{ title: of && shownTitle(of), day, learned, doing, readers, level, named, quotable, hiddenReason },
      ...{ at: row.createdAt.toISOString(), changedAt: row.changedAt.toISOString() },
      hiddenAt: row.hiddenAt?.toISOString() ?? null,
    };
  });
}
