/** What somebody's own browser draws over the pages that everybody gets. */
import type { Store } from "#db/connection.ts";
import { countAsked } from "#db/pitch/asked.ts";
import { countInvitations } from "#db/pitch/host-asks.ts";
import { listMyPitches } from "#db/pitch.ts";
import { listTellings } from "#db/publication/telling.ts";
import { listRoomLinks } from "#db/room-link.ts";
import { listAnswered } from "#db/session-request/reading.ts";
import { readStars } from "#db/star.ts";
import { readBallot } from "#db/voting.ts";
import { isWithdrawn } from "#domain/pitch.ts";
import type { Me, Viewer } from "#domain/viewer.ts";

/** For whoever has no place, without asking the database. */
export async function readMe(
  db: Store,
  { registrationId, attendee, crew }: Pick<Viewer, "registrationId" | "attendee" | "crew">,
): Promise<Me> {
  const [mine, hands, asked, invited, stars, told, answered] = attendee
    ? await Promise.all([
        listMyPitches(db, attendee),
        readBallot(db, attendee),
        countAsked(db, attendee),
        countInvitations(db, attendee),
        readStars(db, attendee),
        listTellings(db, attendee.registrationId),
        listAnswered(db, attendee.registrationId),
      ])
    : [[], [], 0, 0, {}, [], []];
  const at = attendee ?? crew;
  const links = at ? await listRoomLinks(db, at.eventId) : {};
  // Everybody sees of what was merged the one that stayed.
  const ids = (pitches: typeof mine) => [
    ...new Set(pitches.map(({ id, mergedInto }) => mergedInto?.id ?? id)),
  ];
  const hidden = mine.flatMap((pitch) => pitch.hidden?.at ?? []).sort();
  const withdrawn = mine.flatMap((pitch) => (pitch.withdrawnByCrew && pitch.withdrawnAt) || []).sort();
  return {
    owner: registrationId,
    attendee: attendee !== null,
    crew: crew !== null,
    own: ids(mine.filter((pitch) => pitch.own && !isWithdrawn(pitch))),
    hosting: ids(mine),
    hands,
    ...(Object.keys(links).length > 0 && { links }),
    ...(Object.keys(stars).length > 0 && { stars }),
    ...(asked > 0 && { asked }),
    ...(invited > 0 && { invited }),
    ...(told.length > 0 && { told }),
    ...(answered.length > 0 && { answered }),
    ...(hidden.length > 0 && { hidden: hidden.at(-1)! }),
    ...(withdrawn.length > 0 && { withdrawn: withdrawn.at(-1)! }),
  };
}
