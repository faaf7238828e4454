/** Writing the notes of a session, together with whoever else does. */
import type { Metadata } from "next";
import { viewer } from "#app/viewer.ts";
import { CampTabs } from "#components/event/tabs.tsx";
import { NoteEditor } from "#components/note/editor.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Stack } from "#components/ui/card.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { keeperOf } from "#db/note/keeper.ts";
import { listLineRequests } from "#db/note/line.ts";
import { writerId, writingAs } from "#db/note/writing.ts";
import { readNoteBegun } from "#db/note.ts";
import { permits } from "#domain/event.ts";
import { onlyRun } from "#domain/run.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import type { SessionProps } from "../../session.ts";
import { notedAt } from "../noted.ts";

const words = wordsOf("note");

export async function generateMetadata({ params }: SessionProps): Promise<Metadata> {
  const { event, title } = await notedAt(params);
  return { title: { absolute: `${words.of(title)} · ${event.name}` }, robots: { index: false } };
}

export default async function Page({ params }: SessionProps) {
  const { event, run, note, page, title } = await notedAt(params);
  const { slug, id, phase } = event;
  const asker = await viewer(id);
  const who = writingAs(asker);
  const { written, named, listed } = note.rule;
  const why = !written ? words.noNotes : !permits(phase, "note") ? words.closed : who ? null : words.noPlace;
  const begun = why === null ? await readNoteBegun(database(), id, onlyRun(run)) : null;
  const keeps = begun && (await keeperOf(database(), asker, run));
  const asked = keeps ? (await listLineRequests(database(), onlyRun(run))).length : 0;
  return (
    <Phone camp={event.name} home={`/e/${slug}`} tabs={<CampTabs slug={slug} current="grid" />}>
      <Stack>
        <Heading above={words.title} title={title} />
        {written && !named ? <p>{words.level.no_names}</p> : null}
        {written && !listed ? <p>{words.level.unlisted}</p> : null}
        {written && named && listed ? <p>{words.level.open}</p> : null}
        {why ? (
          <Banner role="status" title={why.title}>
            {why.body}
          </Banner>
        ) : null}
        {begun && who ? (
          <NoteEditor
            slug={slug}
            run={run.key}
            owner={writerId(who)}
            begun={begun.begun}
            first={begun.words}
          />
        ) : null}
        {keeps ? (
          <p>
            {asked > 0 ? `${count(asked, words.desk.lines, readerLocale())}. ` : null}
            <a href={`${page}/keep`}>{words.keep.link}</a>
          </p>
        ) : null}
        <p>
          <a href={page}>{words.asIs}</a>
        </p>
      </Stack>
    </Phone>
  );
}
