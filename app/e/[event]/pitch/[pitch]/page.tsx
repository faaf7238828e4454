import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { camp, viewer } from "#app/viewer.ts";
import { CampTabs } from "#components/event/tabs.tsx";
import { WritePitch } from "#components/pitch/form.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { listMyPitches } from "#db/pitch.ts";
import { permits } from "#domain/event.ts";
import { BLANK_PITCH, isWithdrawn, pitchFormOf } from "#domain/pitch.ts";
import { wordsOf } from "#messages/words.ts";
import { readBusyChoice } from "../../busy.ts";
import { change } from "../actions.ts";
import { listPitched } from "../pitched.ts";

const pitchForm = wordsOf("pitchForm");

type Props = { params: Promise<{ event: string; pitch: string }> };

export const generateMetadata = (): Metadata => ({ title: pitchForm.change });

/** Not yours is not found. Whoever lost their place, or is too late, is told so. */
export default async function Page({ params }: Props) {
  const { event: slug, pitch: id } = await params;
  const event = await camp(slug);
  const { attendee } = await viewer(event.id);
  const mine = attendee ? await listMyPitches(database(), attendee) : [];
  const found = mine.find((pitch) => pitch.id === id && !isWithdrawn(pitch));
  if (attendee && !found) notFound();
  const closed = permits(event.phase, "lookAhead") ? pitchForm.notYet : pitchForm.over;
  return (
    <Phone camp={event.name} home={`/e/${slug}`} tabs={<CampTabs slug={slug} current="me" />}>
      <WritePitch
        slug={slug}
        owner={attendee?.registrationId ?? null}
        pitched={attendee && found ? await listPitched(event, attendee, id) : []}
        change
        form={found ? pitchFormOf(found) : { id, ...BLANK_PITCH }}
        late={!permits(event.phase, "call")}
        busy={found ? await readBusyChoice(event, id) : null}
        action={change.bind(null, slug, id)}
        closed={found ? (permits(event.phase, "change") ? null : closed) : pitchForm.noPlace}
      />
    </Phone>
  );
}
