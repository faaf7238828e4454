import { camp, viewer } from "#app/viewer.ts";
import { CampTabs } from "#components/event/tabs.tsx";
import { WritePitch } from "#components/pitch/form.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { UnsentHands } from "#components/voting/unsent.tsx";
import { database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { readLine } from "#db/pitch/line.ts";
import { listMyPitches } from "#db/pitch.ts";
import { type EventView, isHalted, permits } from "#domain/event.ts";
import { roundsWaiting } from "#domain/pitch/line.ts";
import { BLANK_PITCH, isWithdrawn, mayBring } from "#domain/pitch.ts";
import type { Attendee } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";
import { readBusyChoice } from "../busy.ts";
import type { CampProps } from "../title.ts";
import { bring } from "./actions.ts";
import { listPitched } from "./pitched.ts";

const form = wordsOf("pitchForm");

export async function generateMetadata({ params }: CampProps) {
  const event = await camp((await params).event);
  return { title: { absolute: `${form.title} · ${event.name}` } };
}

export default async function Page({ params }: CampProps) {
  const { event: slug } = await params;
  const event = await camp(slug);
  const { attendee } = await viewer(event.id);
  const closed = await whyClosed(event, attendee);
  return (
    <Phone camp={event.name} home={`/e/${slug}`} tabs={<CampTabs slug={slug} current="pitches" />}>
      {attendee ? <UnsentHands slug={slug} owner={attendee.registrationId} /> : null}
      <WritePitch
        slug={slug}
        owner={attendee?.registrationId ?? null}
        form={{ id: newId(), ...BLANK_PITCH }}
        pitched={attendee && !closed ? await listPitched(event, attendee) : []}
        action={bring.bind(null, slug)}
        busy={closed ? null : await readBusyChoice(event, null)}
        closed={closed}
        late={!permits(event.phase, "call")}
      />
    </Phone>
  );
}

/** In words; null where there is a form. */
async function whyClosed(event: EventView, attendee: Attendee | null) {
  if (!permits(event.phase, "pitch")) {
    if (isHalted(event.phase)) return form.halted;
    return permits(event.phase, "lookAhead") ? form.notYet : form.over;
  }
  if (!attendee) return form.noPlace;
  const [mine, line] = await Promise.all([
    listMyPitches(database(), attendee),
    readLine(database(), event.id),
  ]);
  const own = mine.filter((pitch) => pitch.own && !isWithdrawn(pitch)).length;
  return mayBring(own, roundsWaiting(line)) ? null : form.already;
}
