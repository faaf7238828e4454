import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { mayAt } from "#app/viewer.ts";
import { AmendPitch } from "#components/pitch/amend.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { database } from "#db/connection.ts";
import { listPitches } from "#db/pitch.ts";
import { permits } from "#domain/event.ts";
import { pitchFormOf } from "#domain/pitch.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../../frame.tsx";
import { amend } from "./actions.ts";

const { amend: words } = wordsOf("pitchDesk");

export const generateMetadata = (): Metadata => ({ title: words.title });

type Props = { params: Promise<{ event: string; pitch: string }> };

/** What a pitch says, for the crew to change when its host asks, also once the grid is out. */
export default async function Pitch({ params }: Props) {
  const { event: slug, pitch: id } = await params;
  const { event } = await mayAt(slug, "seeProgramme", "runPitches");
  const found = (await listPitches(database(), event.id)).find((pitch) => pitch.id === id);
  if (!found) notFound();
  return (
    <DeskFrame
      slug={slug}
      at="pitches"
      title={words.title}
      actions={
        <ButtonLink kind="quiet" href={`/e/${slug}/desk/pitches`}>
          {words.back}
        </ButtonLink>
      }
    >
      {permits(event.phase, "amend") ? (
        <AmendPitch form={pitchFormOf(found)} hosts={found.hosts} action={amend.bind(null, slug, id)} />
      ) : (
        <p>{words.closed}</p>
      )}
    </DeskFrame>
  );
}
