/** What people learned at a camp, as far as its reader may know it: all of it, or that of one session. */
import type { Metadata } from "next";
import { camp, viewer } from "#app/viewer.ts";
import { pagerFor } from "#components/event/pages.ts";
import { placeOf } from "#components/event/place.ts";
import { CampTabs } from "#components/event/tabs.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { WriteUpList } from "#components/write-up/list.tsx";
import styles from "#components/write-up/write-up.module.css";
import { database } from "#db/connection.ts";
import { listBestLines } from "#db/write-up/best-lines.ts";
import { listWriteUps } from "#db/write-up/reading.ts";
import { permits } from "#domain/event.ts";
import { isId } from "#domain/id.ts";
import { pageNumber } from "#domain/paging.ts";
import { wordsOf } from "#messages/words.ts";

const { public: words, best, link } = wordsOf("writeUp");

type Props = {
  params: Promise<{ event: string }>;
  searchParams: Promise<Partial<Record<"page" | "session", string | string[]>>>;
};

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  return { title: { absolute: `${words.title} · ${(await camp((await params).event)).name}` } };
}

export default async function Page({ params, searchParams }: Props) {
  const event = await camp((await params).event);
  const { id, slug, name, phase } = event;
  const { attendee, crew } = await viewer(id);
  const asked = await searchParams;
  const of = [asked.session].flat()[0];
  const session = of && isId(of) ? of : undefined;
  const reader = attendee || crew ? "camp" : "public";
  const db = database();
  const [list, lines] = await Promise.all([
    listWriteUps(db, id, reader, pageNumber([asked.page].flat()[0]), session),
    listBestLines(db, id),
  ]);
  const at = `/e/${slug}/learned`;
  const first = session ? list.items[0]?.title : null;
  return (
    <Phone camp={name} home={`/e/${slug}`} tabs={<CampTabs slug={slug} current={null} />}>
      <Heading title={words.title}>{first ? words.session(first) : words.lede}</Heading>
      {lines.length > 0 && !session ? (
        <p>
          <a href={`/e/${slug}/20-things`}>{best.link}</a>
        </p>
      ) : null}
      <WriteUpList items={list.items} slug={slug} place={placeOf(event)} />
      <Pager
        {...pagerFor(list, (to) => (session ? `${at}?session=${session}&page=${to}` : `${at}?page=${to}`))}
      />
      <p className={styles.ways}>
        {session ? <a href={at}>{words.all}</a> : null}
        {permits(phase, "writeUp") ? (
          <a href={session ? `/e/${slug}/write-up/${session}` : `/e/${slug}/write-up`}>{link}</a>
        ) : null}
        {list.items.length > 0 ? <a href={`/e/${slug}/concern`}>{words.concern}</a> : null}
      </p>
    </Phone>
  );
}
