import type { Pitched } from "#components/pitch/pitched.ts";
import { wantsCompany } from "#components/pitch/stand.tsx";
import { database } from "#db/connection.ts";
import { readSnapshot } from "#db/snapshot.ts";
import { readBallot } from "#db/voting.ts";
import { type EventView, permits } from "#domain/event.ts";
import type { Attendee } from "#domain/viewer.ts";
import { seesTally } from "#domain/voting.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("pitch");

/** Every pitch that stands, in the order they came, as an attendee may see it. @param but one that is left out */
export async function listPitched(event: EventView, attendee: Attendee, but?: string): Promise<Pitched[]> {
  const [{ pitches, hands }, ballot] = await Promise.all([
    readSnapshot(database(), event.id, "camper", words.hidden),
    readBallot(database(), attendee),
  ]);
  const counts = seesTally(event, ballot) ? hands : null;
  const open = permits(event.phase, "stand");
  return pitches
    .filter(({ id }) => id !== but)
    .map((pitch) => ({
      id: pitch.id,
      title: pitch.title,
      hands: counts && (counts[pitch.id] ?? 0),
      company: open && wantsCompany(pitch),
    }));
}
