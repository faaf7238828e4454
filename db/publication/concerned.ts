/** Whom a session concerns: who hosts it, and who goes there by a star or a hand, of what was merged into it too. */
import { type SQL, sql } from "drizzle-orm";
import { root } from "#db/pitch/standing.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { star } from "#db/schema/star.ts";
import { hand } from "#db/schema/voting.ts";
import type { Concern } from "#domain/review.ts";
import { MAY_RAISE } from "#domain/voting/may-raise.ts";

/**
 * Rows of `pitch_id` and `registration_id`, each once: people with a place, and a session of these. Whoever says that
 * they do not go is not among the hands, as `starredOf` of domain/star.ts has it.
 * @param pitchIds a text of JSON, a list of ids
 */
export function concernedBy(pitchIds: SQL, { hosts, hands }: Concern): SQL {
  const here = sql`${root} in (select jsonb_array_elements_text(${pitchIds})::uuid)`;
  const placed = sql`${registration.status} = ${MAY_RAISE}`;
  const said = sql`select distinct on (${root}, ${star.registrationId}, ${star.copy}) ${root} as pitch_id,
      ${star.registrationId}, ${star.copy}, ${star.starred}
    from ${star} join ${pitch} on ${pitch.id} = ${star.pitchId}
    join ${registration} on ${registration.id} = ${star.registrationId}
    where ${hands} and ${here} and ${placed}
    order by ${root}, ${star.registrationId}, ${star.copy}, ${star.castAt} desc, ${star.pitchId}`;
  return sql`
    select ${root} as pitch_id, ${registration.id} as registration_id
    from ${pitchHost} join ${pitch} on ${pitch.id} = ${pitchHost.pitchId}
    join ${registration} on ${registration.id} = ${pitchHost.registrationId}
    where ${hosts} and ${here} and ${pitchHost.hosting} and ${placed}
    union
    select ${root}, ${registration.id}
    from ${hand} join ${pitch} on ${pitch.id} = ${hand.pitchId}
    join ${registration} on ${registration.id} = ${hand.registrationId}
    where ${hands} and ${here} and ${hand.up} and ${placed}
      and (${root}, ${registration.id}) not in (
        select said.pitch_id, said.registration_id from (${said}) as said where said.copy = 0 and not said.starred)
    union
    select said.pitch_id, said.registration_id from (${said}) as said where said.starred`;
}
