/** Which write-ups stand for whom. What was agreed for a session counts now, whatever it was when somebody wrote. */
import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { agreedFor, seenVersion, wholeOf } from "#db/pitch/agreed.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { writeUp } from "#db/schema/write-up.ts";
import { TAKES_PART } from "#domain/registration.ts";
import { KEPT_FROM, WRITE_UP_LEVELS, type WriteUpReader } from "#domain/write-up.ts";

const [OF, AT] = [sql`write_up.pitch_id`, sql`write_up.event_id`];

/** What was agreed for the session that a write-up is of; none for a day. */
export const NOTES = agreedFor(OF, AT);

/** Who hosts it, as they are called there. */
export const HOSTS = sql<string[]>`array(
  select pitch_host.name from pitch_host join pitch as part on part.id = pitch_host.pitch_id where ${wholeOf(OF)})`;

/** The first run that stands on the grid which everybody sees; null where none does. */
export const COPY = sql<number | null>`(select min(copy) from published_session as said
  where said.event_id = ${AT} and said.number = ${seenVersion(AT)} and said.pitch_id = ${OF}
    and said.slot_id is not null and said.part_of is null)`;

/**
 * What some readers may read, hidden or not: as its writer chose, as was agreed for the session, of somebody who still has
 * a place, and of no session that the crew hid. For a query with `registration` and `pitch` joined.
 */
export function meantFor(reader: WriteUpReader): SQL {
  const levels = WRITE_UP_LEVELS.slice(0, WRITE_UP_LEVELS.indexOf(reader) + 1);
  const kept = sql.raw(KEPT_FROM[reader].map((level) => `'${level}'`).join(", "));
  return and(
    inArray(writeUp.level, levels),
    eq(registration.status, TAKES_PART),
    isNull(pitch.hiddenAt),
    sql`not (${NOTES} && array[${kept}])`,
  )!;
}

/** What they read. */
export const shownTo = (reader: WriteUpReader): SQL => and(meantFor(reader), isNull(writeUp.hiddenAt))!;
