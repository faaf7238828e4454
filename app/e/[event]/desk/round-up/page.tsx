/** The round-up at the desk: what was added, what somebody says does not belong, and adding for others. */
import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { Said } from "#components/desk/said.tsx";
import { DeskLinks } from "#components/round-up/desk.tsx";
import { LinkForm } from "#components/round-up/form.tsx";
import { database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { listDeskLinks } from "#db/round-up.ts";
import { permits, wentBy } from "#domain/event.ts";
import { wordsOf } from "#messages/words.ts";
import { readTopics } from "../../linked.ts";
import { DeskFrame } from "../frame.tsx";
import { heardFrom, type SearchParams } from "../said.ts";
import { add, decide } from "./actions.ts";

const words = wordsOf("roundUp");
const { desk } = words;

type Props = { params: Promise<{ event: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "changeSettings");
  return { title: `${desk.title} · ${event.name}` };
}

export default async function RoundUpDeskPage({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, may } = await mayAt(slug, "changeSettings");
  const heard = heardFrom(await searchParams);
  const [links, topics] = await Promise.all([listDeskLinks(database(), may), readTopics(event)]);
  return (
    <DeskFrame slug={slug} at="today" title={desk.title}>
      <Said answered={answeredOf(heard?.code)} at={heard?.at ?? ""} />
      <p>
        {desk.lede} <a href={`/e/${slug}/round-up`}>{desk.see}</a>
      </p>
      <DeskLinks links={links} decide={decide.bind(null, slug)} />
      <h2>{words.form.title}</h2>
      {permits(event.phase, "addLink") ? (
        <LinkForm action={add.bind(null, slug)} topics={topics} fresh={newId()} />
      ) : (
        <p>{wentBy(event.phase) ? words.closed.over : words.closed.title}</p>
      )}
    </DeskFrame>
  );
}

const answeredOf = (code: string | undefined) =>
  code === "added" || code === "hide" || code === "show" || code === "keep"
    ? { title: desk.done[code] }
    : null;
