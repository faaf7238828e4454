"use client";

/** A session and a room, drawn from what the phone knows of the grid. */
import { NoGrid } from "#components/grid/none.tsx";
import { useReader } from "#components/grid/reader.ts";
import { RoomPage } from "#components/grid/room-page.tsx";
import { SessionPage } from "#components/grid/session-page.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading } from "#components/ui/phone.tsx";
import { type EventView, permits } from "#domain/event.ts";
import type { GridView } from "#domain/grid.ts";
import type { HeadCount } from "#domain/heads.ts";
import { wordsOf } from "#messages/words.ts";
import { roomTitle, sessionTitle } from "./grid-title.ts";
import type { TabProps } from "./tab.ts";

const words = wordsOf("session");

type OfGrid = Omit<TabProps, "snapshot"> & {
  event: EventView;
  grid: GridView;
  counts: readonly HeadCount[];
};

export function ShownSession({ snapshot: { event, grid, heads }, ...seen }: TabProps) {
  return grid ? <OneSession {...{ event, grid }} counts={heads} {...seen} /> : <NoGrid phase={event.phase} />;
}

function OneSession({ event, grid, of, ...seen }: OfGrid) {
  const reader = useReader({ slug: event.slug, grid, links: seen.you.me?.links, ...seen });
  const run = reader.runs.find(({ key }) => key === of);
  // Of what is not listed the page says when and where, until the stream says more to whom it is for.
  if (run) return <SessionPage camp={event} run={run} reader={reader} />;
  return (
    <>
      <Heading title={words.gone.title}>{words.gone.body}</Heading>
      <p>
        <a href={`/e/${event.slug}/changes`}>{words.log}</a>
      </p>
    </>
  );
}

ShownSession.titleOf = sessionTitle;

export function ShownRoom({ snapshot: { event, grid, heads }, ...seen }: TabProps) {
  if (grid) return <OneRoom {...{ event, grid }} counts={heads} {...seen} />;
  const { title, body } = words.room[permits(event.phase, "lookAhead") ? "hidden" : "never"];
  return (
    <>
      <Heading title={seen.of ? words.room.is(seen.of) : words.room.hidden.title} />
      <Empty title={title}>{body}</Empty>
    </>
  );
}

function OneRoom({ event, grid, of, ...seen }: OfGrid) {
  const reader = useReader({ slug: event.slug, grid, links: seen.you.me?.links, ...seen });
  const room = grid.rooms.find(({ letter }) => letter === of);
  if (!room) return <Heading title={words.room.gone.title}>{words.room.gone.body}</Heading>;
  return <RoomPage camp={event} room={room} reader={reader} />;
}

ShownRoom.titleOf = roomTitle;
