/**
 * What was written down of a session, to be read: without a script, and the same for everybody (live/shared-page.ts), but
 * of one that is not listed.
 */
import type { Metadata } from "next";
import { placeOf } from "#components/event/place.ts";
import { CampTabs } from "#components/event/tabs.tsx";
import { NoteReading } from "#components/note/reading.tsx";
import { ButtonLink, Buttons } from "#components/ui/button.tsx";
import { Stack } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { worded } from "#components/ui/words.tsx";
import { permits } from "#domain/event.ts";
import { isBlank } from "#domain/note.ts";
import { sessionPage } from "#domain/run-view.ts";
import { list } from "#messages/counts.ts";
import { time, weekday } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import type { SessionProps } from "../session.ts";
import { notedAt } from "./noted.ts";

const words = wordsOf("note");

export async function generateMetadata({ params }: SessionProps): Promise<Metadata> {
  const { event, note, title } = await notedAt(params);
  const read = note.rule.listed && note.rule.written;
  return {
    title: { absolute: `${words.of(title)} · ${event.name}` },
    ...(!read && { robots: { index: false } }),
  };
}

export default async function Page({ params }: SessionProps) {
  const { event, run, note, page, title } = await notedAt(params);
  const { rule, words: written, changedAt } = note;
  const { slug } = event;
  const place = placeOf(event);
  const { hosts } = run.pitch;
  const blank = isBlank(written);
  return (
    <Phone camp={event.name} home={`/e/${slug}`} tabs={<CampTabs slug={slug} current="grid" />}>
      <Stack>
        <Heading above={words.title} title={title} />
        {rule.written && rule.named && rule.listed && hosts.length > 0 ? (
          <p>{worded(words.by(list(hosts, readerLocale())))}</p>
        ) : null}
        {rule.written ? <Level rule={rule} /> : null}
        {!rule.written ? (
          <Empty title={words.noNotes.title}>{words.noNotes.body}</Empty>
        ) : blank ? (
          <Empty title={words.none.title}>{words.none.body}</Empty>
        ) : (
          <NoteReading note={written} />
        )}
        {changedAt && !blank ? (
          <p>{words.changed(`${time(changedAt, place)}, ${weekday(changedAt, place)}`)}</p>
        ) : null}
        {rule.written && permits(event.phase, "note") ? (
          <Buttons>
            <ButtonLink kind="quiet" href={`${page}/write`}>
              {words.write}
            </ButtonLink>
          </Buttons>
        ) : null}
        {blank ? null : (
          <p>
            <a href={`${page}/line`}>{words.line.ask}</a>
          </p>
        )}
        <p>
          <a href={sessionPage(slug, run.key)}>{words.toSession}</a>
        </p>
      </Stack>
    </Phone>
  );
}

function Level({ rule: { listed, named } }: { rule: { listed: boolean; named: boolean } }) {
  return (
    <>
      {listed ? null : <p>{words.level.unlisted}</p>}
      {named ? null : <p>{words.level.no_names}</p>}
      {listed && named ? <p>{words.level.open}</p> : null}
    </>
  );
}
