/** Behind the mail about a place that somebody hands on. Opening it changes nothing. Never indexed. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { datesOf, doorTimesOf, shortDatesOf } from "#components/event/life.ts";
import { NoThanks, Taking } from "#components/registration/taking.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { listQuestions } from "#db/question.ts";
import { listSectors } from "#db/sector.ts";
import { readTransfer } from "#db/transfer/receiving.ts";
import { time, weekday } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { accept, decline } from "./actions.ts";

const words = wordsOf("transfer");
const status = wordsOf("status");

type Props = { params: Promise<{ event: string; token: string }> };

const open = cache(async (slug: string, token: string) => {
  const page = await readTransfer(database(), token, new Date());
  if (!page || page.event.slug !== slug) notFound();
  return page;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event, token } = await params;
  const { ended, giver } = await open(event, token);
  const title = ended ? words.ended[ended].title : words.take.title(giver);
  return { title, robots: { index: false, follow: false } };
}

export default async function Transfer({ params }: Props) {
  const { event: slug, token } = await params;
  const { event, giver, until, ended, begun, has } = await open(slug, token);
  const where = `${event.place} · ${shortDatesOf(event)}`;
  if (ended)
    return (
      <Phone camp={event.name} home={`/e/${event.slug}`} where={where}>
        <Heading title={words.ended[ended].title}>{words.ended[ended].what}</Heading>
      </Phone>
    );
  const here = { locale: readerLocale(), zone: event.zone };
  const { take } = words;
  return (
    <Phone camp={event.name} home={`/e/${event.slug}`} where={where}>
      <Heading title={has ? take.has : take.title(giver)}>
        {has ? (
          take.hasWhat(giver)
        ) : (
          <Figures>
            {`${status.place.doors(datesOf(event), doorTimesOf(event))}. ${take.what(`${time(until, here)}, ${weekday(until, here)}`)} ${take.line}`}
          </Figures>
        )}
      </Heading>
      {has ? null : (
        <Taking
          sectors={await listSectors(database(), event.id)}
          questions={await listQuestions(database(), event.id)}
          begun={begun}
          token={token}
          accept={accept}
        />
      )}
      <NoThanks giver={giver} token={token} decline={decline} />
    </Phone>
  );
}
