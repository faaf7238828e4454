/** Whom a session concerns: who hosts it, and who has a hand up for it, of what was merged into it too. */
import { type SQL, sql } from "drizzle-orm";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { hand } from "#db/schema/voting.ts";
import type { Concern } from "#domain/review.ts";
import { MAY_RAISE } from "#domain/voting/may-raise.ts";

const root = sql`coalesce(${pitch.mergedInto}, ${pitch.id})`;

/**
 * Rows of `pitch_id` and `registration_id`, each once: people with a place, and a session of these.
 * @param pitchIds a text of JSON, a list of ids
 */
export function concernedBy(pitchIds: SQL, { hosts, hands }: Concern): SQL {
  const here = sql`${root} in (select jsonb_array_elements_text(${pitchIds})::uuid)`;
  return sql`
    select ${root} as pitch_id, ${registration.id} as registration_id
    from ${pitchHost} join ${pitch} on ${pitch.id} = ${pitchHost.pitchId}
    join ${registration} on ${registration.id} = ${pitchHost.registrationId}
    where ${hosts} and ${here} and ${pitchHost.hosting} and ${registration.status} = ${MAY_RAISE}
    union
    select ${root}, ${registration.id}
    from ${hand} join ${pitch} on ${pitch.id} = ${hand.pitchId}
    join ${registration} on ${registration.id} = ${hand.registrationId}
    where ${hands} and ${here} and ${hand.up} and ${registration.status} = ${MAY_RAISE}`;
}
