"use client";

import { type ReactNode, useEffect, useState } from "react";
import { MyDay } from "#components/grid/my-day.tsx";
import { findKeptTicket } from "#components/live/kept-ticket.ts";
import { LiveProvider, useConnection, useMe, useSnapshot } from "#components/live/provider.tsx";
import { StarringProvider } from "#components/star/provider.tsx";
import { STARS } from "#components/star/tapped.ts";
import { useStarring } from "#components/star/use-mine.ts";
import { Heading } from "#components/ui/phone.tsx";
import { HandsProvider } from "#components/voting/provider.tsx";
import type { Snapshot } from "#domain/live.ts";
import type { Me } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";
import { useNow } from "./clock.ts";
import { placeOf } from "./place.ts";

const words = wordsOf("myDay");
const mes = wordsOf("me");

type LiveDayProps = {
  /** The camp and what is theirs as the page was rendered: as they may see it. */
  first: Snapshot;
  me: Me;
  name: string;
  /** When the server rendered the page, ISO 8601. */
  served: string;
};

/** Somebody's own day, which follows the grid; until there is one, their name. */
export function LiveDay({ first, me, name, served }: LiveDayProps) {
  return (
    <LiveProvider screen="phone" first={first}>
      <HandsProvider also={STARS}>
        <StarringProvider first={me}>
          <Day title={words.title(name)} before={<Heading title={mes.hello(name)} />} served={served} />
        </StarringProvider>
      </HandsProvider>
    </LiveProvider>
  );
}

/** The same on a page that is nobody's: of whoever holds this phone, as soon as it knows. */
export function KeptDay({ first, served }: Pick<LiveDayProps, "first" | "served">) {
  return (
    <LiveProvider screen="phone" first={first}>
      <HandsProvider also={STARS}>
        <StarringProvider>
          <Kept slug={first.event.slug} served={served} />
        </StarringProvider>
      </HandsProvider>
    </LiveProvider>
  );
}

function Kept({ slug, served }: { slug: string; served: string }) {
  const me = useMe();
  const ticket = useKeptTicket(slug);
  const where = (
    <p>
      <a href={ticket ?? `/e/${slug}/me`}>{ticket ? words.ticket : words.toMe}</a>
    </p>
  );
  return (
    <>
      {me?.attendee ? <Day title={words.mine} served={served} /> : <Heading title={words.mine} />}
      {where}
    </>
  );
}

/** The page of the ticket that this phone keeps for an entrance without a network; null where it keeps none. */
function useKeptTicket(slug: string): string | null {
  const [ticket, setTicket] = useState<string | null>(null);
  useEffect(() => {
    findKeptTicket(slug).then(setTicket, () => undefined);
  }, [slug]);
  return ticket;
}

type DayProps = {
  title: string;
  /** In its place until a grid is out. */
  before?: ReactNode;
  served: string;
};

function Day({ title, before, served }: DayProps) {
  const { event, grid } = useSnapshot();
  const { whose } = useStarring();
  const now = useNow(served);
  const offline = useConnection() === "offline";
  if (!grid) return before ?? <Heading title={title}>{words.noGrid}</Heading>;
  return (
    <>
      <Heading title={title} />
      <MyDay camp={event} place={placeOf(event)} {...{ grid, whose, now, offline }} />
    </>
  );
}
