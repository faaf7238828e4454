/** What somebody said of runs, and since when a calendar may follow their day. */
import { asc, eq } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { pitch } from "#db/schema/pitch.ts";
import { dayAddress, star } from "#db/schema/star.ts";
import { type PersonalData, shownTitle } from "#domain/personal-data.ts";

/** For whoever it is of alone. */
export async function readDayOf(
  db: Store,
  registrationId: string,
): Promise<Pick<PersonalData, "stars" | "dayAddress">> {
  const rows = await db
    .select({
      ...{ title: pitch.title, noteLevel: pitch.noteLevel, hiddenAt: pitch.hiddenAt },
      ...{ copy: star.copy, starred: star.starred, castAt: star.castAt },
    })
    .from(star)
    .innerJoin(pitch, eq(pitch.id, star.pitchId))
    .where(eq(star.registrationId, registrationId))
    .orderBy(asc(star.castAt), asc(pitch.id), asc(star.copy));
  const [address] = await db.select().from(dayAddress).where(eq(dayAddress.registrationId, registrationId));
  return {
    stars: rows.map(({ copy, starred, castAt, ...of }) => {
      return { title: shownTitle(of), time: copy + 1, starred, at: castAt.toISOString() };
    }),
    dayAddress: address ? { at: address.createdAt.toISOString() } : null,
  };
}
