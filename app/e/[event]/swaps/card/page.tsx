/** A card of the swaps, new or changed. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { camp, viewer } from "#app/viewer.ts";
import { CampTabs } from "#components/event/tabs.tsx";
import { CardForm } from "#components/swap/form.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { listOwnCards } from "#db/swap/board.ts";
import { permits } from "#domain/event.ts";
import { CARD_KINDS, isUp } from "#domain/swap.ts";
import { wordsOf } from "#messages/words.ts";
import { put } from "../actions.ts";
import { holderOf } from "../holder.ts";

const words = wordsOf("swaps");

type Props = {
  params: Promise<{ event: string }>;
  searchParams: Promise<{ kind?: string | string[]; card?: string | string[] }>;
};

const wanted = z.object({ kind: z.enum(CARD_KINDS).catch("show"), card: z.uuid().nullable().catch(null) });

export const generateMetadata = (): Metadata => ({ title: words.put.title, robots: { index: false } });

export default async function Page({ params, searchParams }: Props) {
  const event = await camp((await params).event);
  const { slug } = event;
  const holder = holderOf(await viewer(event.id));
  const asked = wanted.parse(await searchParams);
  const open = permits(event.phase, "swap");
  const own = holder && asked.card ? await listOwnCards(database(), holder) : [];
  const card = own.find(({ id, state }) => id === asked.card && isUp(state)) ?? null;
  if (holder && asked.card && !card) notFound();
  const kind = card?.kind ?? asked.kind;
  const no = holder ? words.closed : words.noPlace;
  return (
    <Phone camp={event.name} home={`/e/${slug}`} tabs={<CampTabs slug={slug} current="me" />}>
      <Heading title={words.kinds[kind]}>{words.form.ledes[kind]}</Heading>
      {holder && open ? (
        <CardForm id={card?.id ?? newId()} kind={kind} card={card} action={put.bind(null, slug)} />
      ) : (
        <Banner title={no.title}>
          <p>{no.body}</p>
        </Banner>
      )}
      <p>
        <a href={`/e/${slug}/swaps`}>{words.back}</a>
      </p>
    </Phone>
  );
}
