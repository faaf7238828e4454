/** The Now, Pitches and Grid pages are one page that opens at another tab. */
import { camp, viewer } from "#app/viewer.ts";
import { LiveCamp } from "#components/event/live.tsx";
import { database } from "#db/connection.ts";
import { listMyPitches } from "#db/pitch.ts";
import { readSnapshot } from "#db/snapshot.ts";
import { readBallot } from "#db/voting.ts";
import { audienceFor } from "#domain/live.ts";
import { stands } from "#domain/pitch.ts";
import { ReaderArea } from "#messages/reader-area.tsx";
import { wordsOf } from "#messages/words.ts";
import { standBeside } from "./actions.ts";
import type { CampProps } from "./title.ts";

const words = wordsOf("pitch");

export async function PhonePage({ params }: CampProps) {
  const { event: slug } = await params;
  const event = await camp(slug);
  const who = await viewer(event.id);
  const db = database();
  const [snapshot, ballot, mine] = await Promise.all([
    readSnapshot(db, event.id, audienceFor("phone", who) ?? "public", words.hidden),
    who.attendee ? readBallot(db, who.attendee) : null,
    who.attendee ? listMyPitches(db, who.attendee) : [],
  ]);
  const ids = (pitches: typeof mine) => pitches.map(({ id }) => id);
  const you = {
    attendee: who.attendee !== null,
    own: ids(mine.filter((pitch) => pitch.own && stands(pitch))),
    hosting: ids(mine),
    standWith: who.attendee && standBeside.bind(null, slug),
  };
  const served = new Date().toISOString();
  return (
    <ReaderArea name="phone">
      <LiveCamp first={snapshot} owner={who.registrationId} {...{ ballot, you, served }} />
    </ReaderArea>
  );
}
