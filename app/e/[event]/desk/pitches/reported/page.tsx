import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { Said } from "#components/desk/said.tsx";
import { NotesAsked } from "#components/note/asked.tsx";
import { HiddenPitches, ReportedPitches } from "#components/pitch/reported.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { database } from "#db/connection.ts";
import { listNotesAsked } from "#db/note/asked.ts";
import { listHidden } from "#db/pitch/hiding.ts";
import { listReported } from "#db/pitch/reported.ts";
import { listPitches } from "#db/pitch.ts";
import { permits } from "#domain/event.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../../frame.tsx";
import { heardFrom, type SearchParams } from "../../said.ts";
import { decide, hide } from "../deciding.ts";

const { desk: words } = wordsOf("pitchReport");

export const generateMetadata = (): Metadata => ({ title: words.title });

type Props = { params: Promise<{ event: string }>; searchParams: Promise<SearchParams> };

/** What somebody says does not belong, of pitches and of notes, for the crew to decide about, and what was hidden. */
export default async function Reported({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, may } = await mayAt(slug, "runPitches");
  const db = database();
  const reported = await listReported(db, may, await listPitches(db, event.id));
  const hidden = await listHidden(db, may);
  const heard = heardFrom(await searchParams);
  const deciding = { decide: decide.bind(null, slug), open: permits(event.phase, "hide") };
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
      <Said answered={answeredOf(heard?.code)} at={heard?.at ?? ""} />
      <ReportedPitches reported={reported} hide={hide.bind(null, slug)} {...deciding} />
      <HiddenPitches hidden={hidden} {...deciding} />
      <NotesAsked slug={slug} asked={await listNotesAsked(db, may)} />
    </DeskFrame>
  );
}

const answeredOf = (code: string | undefined) =>
  code === "hide" || code === "keep" || code === "show" ? words.done[code] : null;
