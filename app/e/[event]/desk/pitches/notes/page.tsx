import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { NotesAsked } from "#components/note/asked.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { database } from "#db/connection.ts";
import { listNotesAsked } from "#db/note/asked.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../../frame.tsx";

const { desk: words } = wordsOf("note");

type Props = { params: Promise<{ event: string }> };

export const generateMetadata = (): Metadata => ({ title: words.title });

/** Notes of which somebody asks for a line to be taken out; each is decided where the note is looked after. */
export default async function Page({ params }: Props) {
  const { event: slug } = await params;
  const { may } = await mayAt(slug, "runPitches");
  const asked = await listNotesAsked(database(), may);
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
      <NotesAsked slug={slug} asked={asked} />
    </DeskFrame>
  );
}
