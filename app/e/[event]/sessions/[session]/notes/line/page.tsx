/** Asking for a line of the notes to be taken out. */
import type { Metadata } from "next";
import { CampTabs } from "#components/event/tabs.tsx";
import { LineForm } from "#components/note/line-form.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Stack } from "#components/ui/card.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { Spotlight } from "#components/ui/spotlight.tsx";
import { permits } from "#domain/event.ts";
import { linesOf } from "#domain/note.ts";
import { wordsOf } from "#messages/words.ts";
import type { SessionProps } from "../../session.ts";
import { notedAt } from "../noted.ts";
import { askToTakeOut } from "./actions.ts";

const { line: words } = wordsOf("note");

type Props = SessionProps & { searchParams: Promise<{ sent?: string | string[] }> };

export const generateMetadata = (): Metadata => ({ title: words.ask, robots: { index: false } });

export default async function Page({ params, searchParams }: Props) {
  const { event, run, note, page, title } = await notedAt(params);
  const { slug } = event;
  const lines = linesOf(note.words);
  const sent = (await searchParams).sent !== undefined;
  const open = permits(event.phase, "note");
  return (
    <Phone camp={event.name} home={`/e/${slug}`} tabs={<CampTabs slug={slug} current="grid" />}>
      <Stack>
        <Heading above={title} title={words.ask}>
          {sent || !open ? null : words.lede}
        </Heading>
        {sent ? (
          <Spotlight>
            <Banner tone="good" role="status" title={words.done.title}>
              {words.done.body}
            </Banner>
          </Spotlight>
        ) : !open ? (
          <p>{words.closed}</p>
        ) : lines.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <LineForm action={askToTakeOut.bind(null, slug, run.key)} lines={lines} />
        )}
        <p>
          <a href={page}>{words.back}</a>
        </p>
      </Stack>
    </Phone>
  );
}
