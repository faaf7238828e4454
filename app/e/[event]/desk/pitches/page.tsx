import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { PitchLine } from "#components/pitch/line.tsx";
import { TypePitch } from "#components/pitch/type.tsx";
import { WithdrawnPitches } from "#components/pitch/withdrawn.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { database } from "#db/connection.ts";
import { listAllPitches } from "#db/pitch.ts";
import { permits } from "#domain/event.ts";
import { stands } from "#domain/pitch.ts";
import { mayOf } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";
import { actOnPitch, typePitch } from "./actions.ts";
import { blankCard } from "./blank.ts";

const pitchDesk = wordsOf("pitchDesk");

export const generateMetadata = (): Metadata => ({ title: pitchDesk.title });

type Props = { params: Promise<{ event: string }> };

export default async function Pitches({ params }: Props) {
  const { event: slug } = await params;
  const { event, crew, may } = await mayAt(slug, "seeProgramme");
  const withdrawn = (await listAllPitches(database(), may)).filter((pitch) => !stands(pitch));
  const act = mayOf(crew, "runPitches") && actOnPitch.bind(null, slug);
  const open = act !== null && permits(event.phase, "pitch");
  return (
    <DeskFrame
      slug={slug}
      at="pitches"
      title={pitchDesk.title}
      actions={
        open ? (
          <ButtonLink kind="quiet" href="#type">
            {pitchDesk.type.title}
          </ButtonLink>
        ) : null
      }
    >
      <PitchLine act={act} />
      <WithdrawnPitches pitches={withdrawn} open={permits(event.phase, "restore")} act={act} />
      {open ? <TypePitch fresh={blankCard()} action={typePitch.bind(null, slug)} /> : null}
    </DeskFrame>
  );
}
