/** The board of swaps for the crew: its cards without whose they are, and what became of them. */
import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { Said } from "#components/desk/said.tsx";
import { pagerFor } from "#components/event/pages.ts";
import { SwapCounts } from "#components/swap/counts.tsx";
import { CardsAtDesk } from "#components/swap/desk.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { database } from "#db/connection.ts";
import { listCardsAtDesk, readSwapCounts } from "#db/swap/board.ts";
import { pageNumber } from "#domain/paging.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";
import { heardFrom, type SearchParams } from "../said.ts";
import { decide } from "./actions.ts";

const { desk: words } = wordsOf("swaps");

type Props = { params: Promise<{ event: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "changeSettings");
  return { title: `${words.link} · ${event.name}` };
}

export default async function SwapsAtDesk({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, may } = await mayAt(slug, "changeSettings");
  const asked = await searchParams;
  const heard = heardFrom(asked);
  const [cards, counts] = await Promise.all([
    listCardsAtDesk(database(), may, pageNumber([asked.page].flat()[0])),
    readSwapCounts(database(), event.id),
  ]);
  return (
    <DeskFrame slug={slug} at="today" title={words.link}>
      <Said answered={answeredOf(heard?.code)} at={heard?.at ?? ""} />
      <CardsAtDesk cards={cards.items} decide={decide.bind(null, slug)} />
      <Pager {...pagerFor(cards, (to) => `/e/${slug}/desk/swaps?page=${to}`)} />
      <SwapCounts {...counts} all />
    </DeskFrame>
  );
}

const answeredOf = (code: string | undefined) =>
  code === "hidden" || code === "shown" ? { title: words.done[code] } : null;
