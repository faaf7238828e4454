import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { pagerFor } from "#components/event/pages.ts";
import { HandsSwitch } from "#components/pitch/hands-switch.tsx";
import { PitchLine } from "#components/pitch/line.tsx";
import { PitchPairs } from "#components/pitch/pairs.tsx";
import { ReportedNote } from "#components/pitch/reported-note.tsx";
import { TypePitch } from "#components/pitch/type.tsx";
import { WithdrawnPitches } from "#components/pitch/withdrawn.tsx";
import { ButtonLink, Buttons } from "#components/ui/button.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { database } from "#db/connection.ts";
import { listHidden } from "#db/pitch/hiding.ts";
import { listWithdrawn } from "#db/pitch.ts";
import { permits } from "#domain/event.ts";
import { pageNumber } from "#domain/paging.ts";
import { mayOf } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";
import { heardFrom, type SearchParams } from "../said.ts";
import { actOnPitch, typePitch } from "./actions.ts";
import { blankCard } from "./blank.ts";
import { countHandsOf } from "./count.ts";
import { findDone, WithdrawnOrBack } from "./done.tsx";
import { switchHands } from "./hands.ts";

const compere = wordsOf("compere");
const pitchDesk = wordsOf("pitchDesk");

export const generateMetadata = (): Metadata => ({ title: pitchDesk.title });

type Props = {
  params: Promise<{ event: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function Pitches({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, crew, may } = await mayAt(slug, "seeProgramme");
  const asked = await searchParams;
  const withdrawn = await listWithdrawn(database(), may, pageNumber(asked.page));
  const runs = mayOf(crew, "runPitches");
  const hidden = runs ? await listHidden(database(), runs) : [];
  const act = runs && actOnPitch.bind(null, slug);
  const heard = heardFrom(asked);
  const done = heard && (await findDone(event.id, heard.code, asked.pitch, withdrawn.items));
  const open = act !== null && permits(event.phase, "pitch");
  return (
    <DeskFrame
      slug={slug}
      at="pitches"
      title={pitchDesk.title}
      actions={
        open ? (
          <Buttons>
            <ButtonLink kind="quiet" href={`/e/${slug}/desk/pitches/compere`}>
              {compere.link}
            </ButtonLink>
            <ButtonLink kind="quiet" href="#type">
              {pitchDesk.type.title}
            </ButtonLink>
          </Buttons>
        ) : null
      }
    >
      <WithdrawnOrBack done={done} at={heard?.at ?? ""} act={permits(event.phase, "restore") ? act : null} />
      {act ? <ReportedNote hidden={hidden.length > 0} /> : null}
      <HandsSwitch action={act && switchHands.bind(null, slug)} />
      <PitchLine act={act} count={act && countHandsOf.bind(null, slug)} />
      {act ? <PitchPairs /> : null}
      <WithdrawnPitches pitches={withdrawn.items} open={permits(event.phase, "restore")} act={act}>
        <Pager {...pagerFor(withdrawn, (page) => `/e/${slug}/desk/pitches?page=${page}`)} />
      </WithdrawnPitches>
      {open ? <TypePitch fresh={blankCard()} action={typePitch.bind(null, slug)} /> : null}
    </DeskFrame>
  );
}
