/** One of the camp's own pages. The same for everybody (live/shared-page.ts). */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { camp } from "#app/viewer.ts";
import { OneCampPage } from "#components/camp-page/pages.tsx";
import { CampTabs } from "#components/event/tabs.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { readPageNow } from "#db/camp-page.ts";
import { database } from "#db/connection.ts";
import { listContacts } from "#db/contact.ts";
import { readKeepDays } from "#db/purge/setting.ts";
import { type CampPage, isCampPage } from "#domain/camp-page.ts";
import { writePage } from "#messages/camp-page.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("campPage");

type Props = { params: Promise<{ event: string; page: string }> };

const pageIn = (name: string): CampPage => (isCampPage(name) ? name : notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event: slug, page } = await params;
  const { name } = await camp(slug);
  return { title: `${words.titles[pageIn(page)]} · ${name}` };
}

export default async function Page({ params }: Props) {
  const { event: slug, page: name } = await params;
  const event = await camp(slug);
  const page = pageIn(name);
  const [{ body }, keepDays] = [
    await readPageNow(database(), event.id, page),
    await readKeepDays(database(), { eventId: event.id }),
  ];
  const named = page === "conduct" ? await listContacts(database(), event.id) : null;
  return (
    <Phone camp={event.name} home={`/e/${slug}`} tabs={<CampTabs slug={slug} current={null} />}>
      <OneCampPage
        slug={slug}
        page={page}
        blocks={writePage(page, body, { ...event, keepDays })}
        contacts={named?.map(({ id, name }) => ({ id, name })) ?? null}
      />
    </Phone>
  );
}
