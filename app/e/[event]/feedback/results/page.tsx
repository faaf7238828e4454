/** What everybody said of the camp, in counts and in the words that may be read. */
import type { Metadata } from "next";
import { camp } from "#app/viewer.ts";
import { pagerFor } from "#components/event/pages.ts";
import { CampTabs } from "#components/event/tabs.tsx";
import { FeedbackResults, OpenComments } from "#components/feedback/results.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { listOpenComments, readFeedback } from "#db/feedback.ts";
import { permits } from "#domain/event.ts";
import { pageNumber } from "#domain/paging.ts";
import { wordsOf } from "#messages/words.ts";

const { results: words } = wordsOf("feedback");

type Props = { params: Promise<{ event: string }>; searchParams: Promise<{ page?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${words.title} · ${(await camp((await params).event)).name}` };
}

export default async function Page({ params, searchParams }: Props) {
  const { id, slug, name, phase } = await camp((await params).event);
  const page = pageNumber([(await searchParams).page].flat()[0]);
  const shown = await readFeedback(database(), id);
  const comments = await listOpenComments(database(), id, shown, page);
  return (
    <Phone camp={name} home={`/e/${slug}`} tabs={<CampTabs slug={slug} current={null} />}>
      <Heading title={words.title} />
      <FeedbackResults shown={shown} comments={<OpenComments comments={comments.items} />} />
      <Pager {...pagerFor(comments, (to) => `/e/${slug}/feedback/results?page=${to}`)} />
      {permits(phase, "giveFeedback") ? (
        <p>
          <ButtonLink kind="quiet" href={`/e/${slug}/feedback`}>
            {words.say}
          </ButtonLink>
        </p>
      ) : null}
    </Phone>
  );
}
