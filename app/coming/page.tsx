/** The camps to come, a page at a time; the first of these pages is the front page's list. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CampList } from "#components/event/list.tsx";
import { pagerFor } from "#components/event/pages.ts";
import { Link } from "#components/ui/link.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { listComing } from "#db/camp-list.ts";
import { database } from "#db/connection.ts";
import { turnOf } from "#domain/paging.ts";
import { wordsOf } from "#messages/words.ts";

const home = wordsOf("home");

export const generateMetadata = (): Metadata => ({ title: home.coming });

type Props = { searchParams: Promise<Partial<Record<"page" | "after" | "before", string | string[]>>> };

export default async function Coming({ searchParams }: Props) {
  const turn = turnOf(await searchParams);
  if (!turn) notFound();
  const now = new Date();
  const list = await listComing(database(), now, turn);
  if (list.items.length === 0 && list.page > 1) notFound();
  return (
    <Phone camp={home.title}>
      <Heading title={home.coming} />
      <CampList camps={list.items} now={now.getTime()} />
      <Pager {...pagerFor(list, (to, which) => (to === 1 ? "/" : `/coming?${which}`))} />
      <p>
        <Link href="/">{home.back}</Link>
      </p>
    </Phone>
  );
}
