/** Looking after the notes of a session, for its hosts and whoever runs the programme. Not yours is not found. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { viewer } from "#app/viewer.ts";
import { placeOf } from "#components/event/place.ts";
import { CampTabs } from "#components/event/tabs.tsx";
import { LineRequests, NoteVersions } from "#components/note/keeping.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Stack } from "#components/ui/card.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { Spotlight } from "#components/ui/spotlight.tsx";
import { database } from "#db/connection.ts";
import { keeperOf } from "#db/note/keeper.ts";
import { listLineRequests } from "#db/note/line.ts";
import { listNoteVersions } from "#db/note/version.ts";
import { shownBy } from "#db/note.ts";
import { onlyRun } from "#domain/run.ts";
import { time, weekday } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import type { SessionProps } from "../../session.ts";
import { notedAt } from "../noted.ts";
import { decide, restore } from "./actions.ts";

const note = wordsOf("note");
const { keep: words } = note;

type Props = SessionProps & { searchParams: Promise<{ done?: string | string[] }> };

const said = z.enum(["out", "left", "restored"]).nullable().catch(null);

export const generateMetadata = (): Metadata => ({ title: words.title, robots: { index: false } });

export default async function Page({ params, searchParams }: Props) {
  const { event, run, note: read, page, title } = await notedAt(params);
  const { slug, id } = event;
  const db = database();
  if (!(await keeperOf(db, await viewer(id), run))) notFound();
  const place = placeOf(event);
  const done = said.parse((await searchParams).done ?? null);
  const { written } = read.rule;
  const shown = await shownBy(db, id, read.rule, note.instead);
  const requests = await listLineRequests(db, onlyRun(run));
  const versions = written ? await listNoteVersions(db, onlyRun(run)) : [];
  return (
    <Phone camp={event.name} home={`/e/${slug}`} tabs={<CampTabs slug={slug} current="grid" />}>
      <Stack>
        <Heading above={title} title={words.title} />
        {done ? (
          <Spotlight>
            <Banner tone="good" role="status" title={words.done[done]} />
          </Spotlight>
        ) : null}
        <LineRequests requests={requests} action={decide.bind(null, slug, run.key)} />
        <NoteVersions
          versions={versions.map(({ number, keptAt, ...then }) => ({
            number,
            at: `${time(keptAt, place)}, ${weekday(keptAt, place)}`,
            note: shown(then),
          }))}
          action={restore.bind(null, slug, run.key)}
        />
        <p>
          <a href={page}>{note.asIs}</a>
        </p>
      </Stack>
    </Phone>
  );
}
