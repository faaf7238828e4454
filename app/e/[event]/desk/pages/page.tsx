/** The camp's own pages, to be read and changed. */
import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { PageList } from "#components/camp-page/list.tsx";
import { listLacks, listPages } from "#db/camp-page.ts";
import { database } from "#db/connection.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";

const { desk: words } = wordsOf("campPage");

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "changeSettings");
  return { title: `${words.title} · ${event.name}` };
}

export default async function PagesPage({ params }: Props) {
  const { event: slug } = await params;
  const { event } = await mayAt(slug, "changeSettings");
  const [pages, lacks] = [await listPages(database(), event.id), await listLacks(database(), event.id)];
  return (
    <DeskFrame slug={slug} at="pages" title={words.title}>
      <p>
        {words.lede} <a href={`/e/${slug}/about`}>{words.see}</a>
      </p>
      <PageList base={`/e/${slug}/desk/pages`} pages={pages} lacks={lacks} />
    </DeskFrame>
  );
}
