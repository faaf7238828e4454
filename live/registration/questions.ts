import type { Database } from "#db/connection.ts";
import { listQuestions } from "#db/question.ts";
import type { CampQuestion } from "#domain/question.ts";

const REMEMBERED_MS = 1_000;

/** Camps remembered at most. */
const MOST = 200;

type Asked = Promise<readonly CampQuestion[]>;

/**
 * What a camp asks besides, remembered for a moment: in the minute when tickets open, hundreds send the same form. What
 * is asked no more by then is left out where it is written.
 */
export function questionsOf(db: Database): (eventId: string) => Asked {
  const known = new Map<string, { asked: Asked; until: number }>();
  return (eventId) => {
    const kept = known.get(eventId);
    if (kept && kept.until > performance.now()) return kept.asked;
    const asked = listQuestions(db, eventId);
    known.delete(eventId);
    known.set(eventId, { asked, until: performance.now() + REMEMBERED_MS });
    if (known.size > MOST) known.delete(known.keys().next().value!);
    asked.catch(() => known.delete(eventId));
    return asked;
  };
}
