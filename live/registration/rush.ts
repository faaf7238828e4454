import type { Database } from "#db/connection.ts";
import { isLoss } from "#db/loss.ts";
import type { Registered } from "#db/registration/reception.ts";
import { registerAll } from "#db/registration.ts";
import type { RegisterRefusal } from "#domain/registration/reception.ts";
import type { Applicant } from "#domain/registration.ts";
import type { Result } from "#domain/result.ts";
import { inBatches } from "#live/batch.ts";
import { inTurn } from "#live/in-turn.ts";

type Answer = Result<Registered, RegisterRefusal>;
export type Rush = (eventId: string, applicant: Applicant) => Promise<Answer>;

/**
 * In the minute when tickets open, forms that arrive during a transaction share the next one, so that the camp's lock
 * is taken once for all of them, in the order in which they came. When one form makes it fail, each is tried alone, so that only that one fails.
 */
export function openRush(db: Database): Rush {
  const rooms = new Map<string, (applicant: Applicant) => Promise<Answer | Error>>();
  return async (eventId, applicant) => {
    const room =
      rooms.get(eventId) ??
      inBatches(inTurn((applicants, locked) => together(db, eventId, applicants, locked)));
    rooms.set(eventId, room);
    const answer = await room(applicant);
    if (answer instanceof Error) throw answer;
    return answer;
  };
}

async function together(
  db: Database,
  eventId: string,
  applicants: readonly Applicant[],
  locked?: () => void,
): Promise<(Answer | Error)[]> {
  try {
    return await registerAll(db, eventId, applicants, locked);
  } catch (fault) {
    // A database that is away is away for each of them: do not wait for it again.
    if (applicants.length === 1 || isLoss(fault)) return applicants.map(() => fault as Error);
    const answers = [];
    for (const applicant of applicants) answers.push(...(await together(db, eventId, [applicant])));
    return answers;
  }
}
