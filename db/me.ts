/** What somebody's own browser draws over the pages that everybody gets. */
import type { Store } from "#db/connection.ts";
import { listMyPitches } from "#db/pitch.ts";
import { readBallot } from "#db/voting.ts";
import { stands } from "#domain/pitch.ts";
import type { Me, Viewer } from "#domain/viewer.ts";

/** For whoever has no place, without asking the database. */
export async function readMe(
  db: Store,
  { registrationId, attendee, crew }: Pick<Viewer, "registrationId" | "attendee" | "crew">,
): Promise<Me> {
  const [mine, hands] = attendee
    ? await Promise.all([listMyPitches(db, attendee), readBallot(db, attendee)])
    : [[], []];
  const ids = (pitches: typeof mine) => pitches.map(({ id }) => id);
  return {
    owner: registrationId,
    attendee: attendee !== null,
    crew: crew !== null,
    own: ids(mine.filter((pitch) => pitch.own && stands(pitch))),
    hosting: ids(mine),
    hands,
  };
}
