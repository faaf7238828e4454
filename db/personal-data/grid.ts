/** What is held of somebody since there is a grid. */
import { asc, eq } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { pitch } from "#db/schema/pitch.ts";
import { telling } from "#db/schema/telling.ts";
import { type PersonalData, shownTitle } from "#domain/personal-data.ts";

const { title, noteLevel, hiddenAt } = pitch;
const TITLED = { title, noteLevel, hiddenAt };

export async function readOfTheGrid(
  db: Store,
  registrationId: string,
): Promise<Pick<PersonalData, "tellings">> {
  const tellings = await db
    .select({ ...TITLED, at: telling.toldAt, putAwayAt: telling.putAwayAt })
    .from(telling)
    .innerJoin(pitch, eq(pitch.id, telling.pitchId))
    .where(eq(telling.registrationId, registrationId))
    .orderBy(asc(telling.toldAt), asc(pitch.id));
  return {
    tellings: tellings.map(({ at, putAwayAt, ...of }) => ({
      title: shownTitle(of),
      at: at.toISOString(),
      putAwayAt: putAwayAt?.toISOString() ?? null,
    })),
  };
}
