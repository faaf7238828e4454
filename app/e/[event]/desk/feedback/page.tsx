/** How people say it was: what everybody reads, and all comments. */
import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { Said } from "#components/desk/said.tsx";
import { pagerFor } from "#components/event/pages.ts";
import { AllComments } from "#components/feedback/comments.tsx";
import { FeedbackResults } from "#components/feedback/results.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { database } from "#db/connection.ts";
import { listComments, readFeedback } from "#db/feedback.ts";
import { pageNumber } from "#domain/paging.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";
import { heardFrom, type SearchParams } from "../said.ts";
import { decide } from "./actions.ts";

const { desk: words } = wordsOf("feedback");

type Props = { params: Promise<{ event: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "changeSettings");
  return { title: `${words.link} · ${event.name}` };
}

export default async function FeedbackPage({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, may } = await mayAt(slug, "changeSettings");
  const asked = await searchParams;
  const heard = heardFrom(asked);
  const [shown, comments] = await Promise.all([
    readFeedback(database(), event.id),
    listComments(database(), may, pageNumber([asked.page].flat()[0])),
  ]);
  return (
    <DeskFrame slug={slug} at="today" title={words.link}>
      <Said answered={answeredOf(heard?.code)} at={heard?.at ?? ""} />
      <FeedbackResults shown={shown} comments={null} />
      <AllComments comments={comments.items} decide={decide.bind(null, slug)} />
      <Pager {...pagerFor(comments, (to) => `/e/${slug}/desk/feedback?page=${to}`)} />
    </DeskFrame>
  );
}

const answeredOf = (code: string | undefined) =>
  code === "hidden" || code === "shown" ? { title: words.done[code] } : null;
