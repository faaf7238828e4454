import type { ReactNode } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Figures } from "#components/ui/figures.tsx";
import type { EventView } from "#domain/event.ts";
import type { ReleaseView, TicketsView } from "#domain/tickets.ts";
import { time, weekday } from "#messages/format.ts";
import { ReaderArea } from "#messages/reader-area.tsx";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { Countdown } from "./countdown.tsx";

const words = wordsOf("release");

type Here = Pick<EventView, "zone">;

/** The time and the day, in the camp's zone. */
export function momentOf(instant: string, { zone }: Here): string {
  const here = { locale: readerLocale(), zone };
  return `${time(instant, here)}, ${weekday(instant, here)}`;
}

/** When tickets open, how long that is, and how places are given out then. */
export function Opening({
  release,
  served,
  camp,
  children,
}: {
  release: ReleaseView;
  served: string;
  camp: Here;
  children?: ReactNode;
}) {
  const { way, places, opensAt, closesAt } = release;
  return (
    <Banner title={<Figures>{words.soon.title(momentOf(opensAt, camp))}</Figures>}>
      <ReaderArea name="release">
        <Countdown at={opensAt} served={served} />
      </ReaderArea>
      <p>
        <Figures>{words.soon.ways[way](places, momentOf(closesAt, camp))}</Figures>
      </p>
      {children}
    </Banner>
  );
}

/** A draw that is open for entries, or whose entries are closed. */
export function DrawState({ tickets, camp }: { tickets: TicketsView; camp: Here }) {
  const { release, entered, next } = tickets;
  if (release?.way !== "draw") return null;
  const { draw } = words;
  const closed = next === "drawing";
  return (
    <Banner
      {...(closed && { tone: "wait" as const })}
      title={<Figures>{closed ? draw.closed : draw.open(momentOf(release.closesAt, camp))}</Figures>}
    >
      <p>
        <Figures>{(closed ? draw.waiting : draw.entered)(entered, release.places)}</Figures>
      </p>
      {closed ? <p>{draw.next}</p> : null}
      <More tickets={tickets} camp={camp} />
    </Banner>
  );
}

/** That more places are to come. */
export function More({ tickets, camp }: { tickets: TicketsView; camp: Here }) {
  const { coming } = tickets;
  if (!coming) return null;
  return (
    <p>
      <Figures>{words.more(coming.places, momentOf(coming.opensAt, camp))}</Figures>
    </p>
  );
}
