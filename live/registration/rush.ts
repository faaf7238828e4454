import type { Database } from "#db/connection.ts";
import type { Registered } from "#db/registration/reception.ts";
import { registerEach } from "#db/registration.ts";
import type { RegisterRefusal } from "#domain/registration/reception.ts";
import type { Applicant } from "#domain/registration.ts";
import type { Result } from "#domain/result.ts";
import { inBatches } from "#live/batch.ts";
import { inTurn } from "#live/in-turn.ts";

type Answer = Result<Registered, RegisterRefusal>;
export type Rush = (eventId: string, applicant: Applicant) => Promise<Answer>;

/**
 * In the minute when tickets open, forms that arrive during a transaction share the next one, so that the camp's lock
 * is taken once for all of them, in the order in which they came.
 */
export function openRush(db: Database): Rush {
  const rooms = new Map<string, (applicant: Applicant) => Promise<Answer | Error>>();
  return async (eventId, applicant) => {
    const room =
      rooms.get(eventId) ??
      inBatches(inTurn((applicants, locked) => registerEach(db, eventId, applicants, locked)));
    rooms.set(eventId, room);
    const answer = await room(applicant);
    if (answer instanceof Error) throw answer;
    return answer;
  };
}
