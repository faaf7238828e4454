/** Behind the mail that asks a second address. Opening it changes nothing, and shows nothing of whose it is to be. Never indexed. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { shortDatesOf } from "#components/event/life.ts";
import { Act } from "#components/registration/act.tsx";
import { FocusHeading } from "#components/registration/focus-heading.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { readSecondPage } from "#db/second-address/proving.ts";
import { wordsOf } from "#messages/words.ts";
import { sayYes } from "./actions.ts";

const words = wordsOf("secondAddress");

type Props = { params: Promise<{ event: string; token: string }> };

const open = cache(async (slug: string, token: string) => {
  const page = await readSecondPage(database(), token, new Date());
  if (!page || page.event.slug !== slug) notFound();
  return page;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event: slug, token } = await params;
  const { event, confirmed } = await open(slug, token);
  const title = confirmed ? words.confirmed.title : words.ask.title(event.name);
  return { title, robots: { index: false, follow: false } };
}

export default async function SecondAddress({ params }: Props) {
  const { event: slug, token } = await params;
  const { event, confirmed } = await open(slug, token);
  return (
    <Phone camp={event.name} home={`/e/${event.slug}`} where={`${event.place} · ${shortDatesOf(event)}`}>
      {confirmed ? (
        <>
          <FocusHeading />
          <Heading title={words.confirmed.title}>{words.confirmed.what(event.name)}</Heading>
          <p>{words.confirmed.end}</p>
        </>
      ) : (
        <>
          <Heading title={words.ask.title(event.name)}>{words.ask.what}</Heading>
          <Act action={sayYes} token={token} wide>
            {words.ask.yes}
          </Act>
          <p>{words.ask.no}</p>
        </>
      )}
    </Phone>
  );
}
