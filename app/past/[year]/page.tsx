/** The camps that were in one year, newest first. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import eventStyles from "#components/event/event.module.css";
import { CampStack } from "#components/event/list.tsx";
import { pagerFor } from "#components/event/pages.ts";
import { Years, yearPage } from "#components/event/years.tsx";
import { Link } from "#components/ui/link.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { listPast, listYears } from "#db/camp-list.ts";
import { database } from "#db/connection.ts";
import { turnOf, yearNumber } from "#domain/paging.ts";
import { wordsOf } from "#messages/words.ts";

const home = wordsOf("home");

type Asked = Partial<Record<"page" | "after" | "before", string | string[]>>;
type Props = { params: Promise<{ year: string }>; searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: home.of((await params).year) };
}

export default async function Past({ params, searchParams }: Props) {
  const year = yearNumber((await params).year);
  const turn = turnOf(await searchParams);
  if (year === null || !turn) notFound();
  const now = new Date();
  const list = await listPast(database(), now, year, turn);
  if (list.items.length === 0) notFound();
  const years = await listYears(database(), now);
  const at = yearPage(year);
  return (
    <Phone camp={home.title}>
      <Heading title={home.of(String(year))}>{home.ofLede}</Heading>
      <div className={eventStyles.group}>
        <CampStack camps={list.items} now={now.getTime()} past />
      </div>
      <Pager {...pagerFor(list, (to, which) => (to === 1 ? at : `${at}?${which}`))} />
      <Years years={years} at={yearPage} current={year} />
      <p className={eventStyles.links}>
        <Link href="/">{home.back}</Link>
      </p>
    </Phone>
  );
}
