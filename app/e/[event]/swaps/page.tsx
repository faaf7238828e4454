/** The board of swaps, and what one takes part in: for people with a place, before the camp, on its days and after them. */
import type { Metadata } from "next";
import { z } from "zod";
import { camp, viewer } from "#app/viewer.ts";
import { pagerFor } from "#components/event/pages.ts";
import { placeOf } from "#components/event/place.ts";
import { CampTabs } from "#components/event/tabs.tsx";
import { Board } from "#components/swap/board.tsx";
import { SwapCounts } from "#components/swap/counts.tsx";
import { OwnCards } from "#components/swap/mine.tsx";
import styles from "#components/swap/swap.module.css";
import { Swaps } from "#components/swap/swaps.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink, Buttons } from "#components/ui/button.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { Spotlight } from "#components/ui/spotlight.tsx";
import { database } from "#db/connection.ts";
import { listBoard, listOwnCards, listSwaps, readSwapCounts } from "#db/swap/board.ts";
import { type EventView, permits } from "#domain/event.ts";
import { pageNumber } from "#domain/paging.ts";
import { CARD_KINDS, isOpen } from "#domain/swap.ts";
import type { Attendee } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";
import { press } from "./actions.ts";
import { holderOf } from "./holder.ts";

const words = wordsOf("swaps");

type Asked = { done?: string | string[]; page?: string | string[] };
type Props = { params: Promise<{ event: string }>; searchParams: Promise<Asked> };

const said = z.enum(["put", "changed", "down", "back", "asked", "yes", "no", "took"]).nullable().catch(null);

export const generateMetadata = (): Metadata => ({ title: words.title, robots: { index: false } });

export default async function Page({ params, searchParams }: Props) {
  const event = await camp((await params).event);
  const { slug, id } = event;
  const holder = holderOf(await viewer(id));
  const asked = await searchParams;
  const done = said.parse(asked.done ?? null);
  const counts = await readSwapCounts(database(), id);
  return (
    <Phone camp={event.name} home={`/e/${slug}`} tabs={<CampTabs slug={slug} current="me" />}>
      <Heading title={words.title}>{words.lede}</Heading>
      {done ? (
        <Spotlight>
          <Banner tone="good" role="status" title={words.done[done]}>
            {["put", "changed", "back"].includes(done) ? <p>{words.soon}</p> : null}
          </Banner>
        </Spotlight>
      ) : null}
      <div className={styles.parts}>
        {holder ? (
          <Own event={event} holder={holder} page={pageNumber([asked.page].flat()[0])} />
        ) : (
          <Banner title={words.noPlace.title}>
            <p>{words.noPlace.body}</p>
          </Banner>
        )}
        <SwapCounts {...counts} all={false} />
      </div>
      <p>
        <a href={`/e/${slug}/me`}>{words.toMe}</a>
      </p>
    </Phone>
  );
}

async function Own({ event, holder, page }: { event: EventView; holder: Attendee; page: number }) {
  const { slug, phase } = event;
  const db = database();
  const now = new Date();
  const open = permits(phase, "swap");
  const [swaps, own, board] = await Promise.all([
    listSwaps(db, holder, now),
    listOwnCards(db, holder),
    open ? listBoard(db, holder, page, now) : null,
  ]);
  const act = press.bind(null, slug);
  const asked = swaps.some(({ state, said }) => isOpen(state) && said === null);
  return (
    <>
      <Swaps swaps={swaps} place={placeOf(event)} press={act} />
      {board ? (
        <>
          <PutUp slug={slug} first={!asked && own.length === 0} />
          <section>
            <Board cards={board.items} press={act} />
            <Pager {...pagerFor(board, (to) => `/e/${slug}/swaps?page=${to}`)} />
          </section>
        </>
      ) : (
        <Banner title={words.closed.title}>
          <p>{words.closed.body}</p>
        </Banner>
      )}
      <OwnCards cards={own} {...{ slug, place: placeOf(event) }} press={open ? act : null} />
    </>
  );
}

/** The loudest thing on the page for whoever has nothing there yet. */
function PutUp({ slug, first }: { slug: string; first: boolean }) {
  return (
    <section>
      <h2>{words.put.title}</h2>
      <p>{words.how}</p>
      <Buttons>
        {CARD_KINDS.map((kind) => (
          <ButtonLink
            key={kind}
            kind={first && kind === "show" ? "primary" : "quiet"}
            href={`/e/${slug}/swaps/card?kind=${kind}`}
          >
            {words.put[kind]}
          </ButtonLink>
        ))}
      </Buttons>
    </section>
  );
}
