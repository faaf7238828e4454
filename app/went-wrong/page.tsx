/** What people learned from what went wrong, at all camps of this installation that strangers may see. */
import type { Metadata } from "next";
import { connection } from "next/server";
import { pagerFor } from "#components/event/pages.ts";
import { Pager } from "#components/ui/pager.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { Mistakes } from "#components/write-up/mistakes.tsx";
import { database } from "#db/connection.ts";
import { listMistakes } from "#db/write-up/reading.ts";
import { pageNumber } from "#domain/paging.ts";
import { wordsOf } from "#messages/words.ts";

const home = wordsOf("home");
const { mistakes: words } = wordsOf("writeUp");

type Props = { searchParams: Promise<{ page?: string | string[] }> };

export const generateMetadata = (): Metadata => ({ title: words.title, description: words.lede });

export default async function Page({ searchParams }: Props) {
  await connection();
  const list = await listMistakes(database(), pageNumber([(await searchParams).page].flat()[0]));
  return (
    <Phone camp={home.title}>
      <Heading title={words.title}>{words.lede}</Heading>
      <Mistakes items={list.items} />
      <Pager {...pagerFor(list, (to) => `/went-wrong?page=${to}`)} />
      <p>
        <a href="/">{words.back}</a>
      </p>
    </Phone>
  );
}
