/** What is held of somebody since there is a grid. */
import { asc, eq } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { pitch } from "#db/schema/pitch.ts";
import { sessionRequest, sessionRequestAsker } from "#db/schema/session-request.ts";
import { telling } from "#db/schema/telling.ts";
import { type PersonalData, shownTitle } from "#domain/personal-data.ts";

const { title, noteLevel, hiddenAt } = pitch;
const TITLED = { title, noteLevel, hiddenAt };

export async function readOfTheGrid(
  db: Store,
  registrationId: string,
): Promise<Pick<PersonalData, "tellings" | "requests">> {
  const tellings = await db
    .select({ ...TITLED, at: telling.toldAt, putAwayAt: telling.putAwayAt })
    .from(telling)
    .innerJoin(pitch, eq(pitch.id, telling.pitchId))
    .where(eq(telling.registrationId, registrationId))
    .orderBy(asc(telling.toldAt), asc(pitch.id));
  const requests = await db
    .select({
      ...{ ...TITLED, asked: sessionRequest.kind, reason: sessionRequestAsker.reason },
      ...{ at: sessionRequestAsker.askedAt, putAwayAt: sessionRequestAsker.putAwayAt },
      ...{ outcome: sessionRequest.outcome, answer: sessionRequest.words },
    })
    .from(sessionRequestAsker)
    .innerJoin(sessionRequest, eq(sessionRequest.id, sessionRequestAsker.requestId))
    .innerJoin(pitch, eq(pitch.id, sessionRequest.pitchId))
    .where(eq(sessionRequestAsker.registrationId, registrationId))
    .orderBy(asc(sessionRequestAsker.askedAt), asc(sessionRequest.id));
  return {
    requests: requests.map(({ at, putAwayAt, title, noteLevel, hiddenAt, ...said }) => ({
      ...{ title: shownTitle({ title, noteLevel, hiddenAt }), ...said, at: at.toISOString() },
      putAwayAt: putAwayAt?.toISOString() ?? null,
    })),
    tellings: tellings.map(({ at, putAwayAt, ...of }) => ({
      title: shownTitle(of),
      at: at.toISOString(),
      putAwayAt: putAwayAt?.toISOString() ?? null,
    })),
  };
}
