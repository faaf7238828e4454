import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { camp, viewer } from "#app/viewer.ts";
import { CampTabs } from "#components/event/tabs.tsx";
import { WritePitch } from "#components/pitch/form.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { listMyPitches } from "#db/pitch.ts";
import { permits } from "#domain/event.ts";
import { pitchFormOf, stands } from "#domain/pitch.ts";
import { wordsOf } from "#messages/words.ts";
import { change } from "../actions.ts";

const pitchForm = wordsOf("pitchForm");

type Props = { params: Promise<{ event: string; pitch: string }> };

export const generateMetadata = (): Metadata => ({ title: pitchForm.change });

/** Not yours is not found. */
export default async function Page({ params }: Props) {
  const { event: slug, pitch: id } = await params;
  const event = await camp(slug);
  const { attendee } = await viewer(event.id);
  const mine = attendee ? await listMyPitches(database(), attendee) : [];
  const found = mine.find((pitch) => pitch.id === id && stands(pitch));
  if (!found || !permits(event.phase, "change")) notFound();
  return (
    <Phone camp={event.name} tabs={<CampTabs slug={slug} current="me" />}>
      <WritePitch
        slug={slug}
        owner={attendee?.registrationId ?? null}
        change
        form={pitchFormOf(found)}
        action={change.bind(null, slug, id)}
      />
    </Phone>
  );
}
