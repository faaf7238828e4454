/** What was agreed for a session: how what is said there may be passed on. */
import { type SQL, sql } from "drizzle-orm";
import type { NoteLevel } from "#domain/pitch.ts";

/** The version of the grid that everybody sees. */
export const seenVersion = (eventId: SQL) =>
  sql`(select max(number) from publication where event_id = ${eventId} and taken_back_at is null)`;

/** A session with all that became one with it. */
export const wholeOf = (pitchId: SQL) =>
  sql`(part.id = ${pitchId} or part.merged_into = ${pitchId}
    or part.id = (select merged_into from pitch as itself where itself.id = ${pitchId}))`;

/** All that was agreed for a session: by its hosts now, and as it stands on the grid that everybody sees. */
export const agreedFor = (pitchId: SQL, eventId: SQL) => sql<NoteLevel[]>`array(
  select part.note_level from pitch as part where ${wholeOf(pitchId)}
  union select note_level from published_session as said
  where said.event_id = ${eventId} and said.number = ${seenVersion(eventId)}
    and (said.pitch_id = ${pitchId} or said.part_of = ${pitchId}))`;
