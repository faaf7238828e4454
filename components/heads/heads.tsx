"use client";

import type { ReactNode } from "react";
import { useNow } from "#components/event/clock.ts";
import { placeOf } from "#components/event/place.ts";
import { LiveProvider, useConnection, useSnapshot } from "#components/live/provider.tsx";
import { useAlive } from "#components/ui/alive.ts";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { ConnectionState } from "#components/ui/status.tsx";
import { isCountable } from "#domain/heads.ts";
import type { Snapshot } from "#domain/live.ts";
import { runsOf } from "#domain/run.ts";
import { wordsOf } from "#messages/words.ts";
import { type CountAction, type Countable, Counter } from "./counter.tsx";
import styles from "./heads.module.css";
import { CountsProvider } from "./provider.tsx";

const common = wordsOf("common");
const words = wordsOf("heads");

type HeadsProps = {
  /** Whoever counts is one of the crew who runs the day, and not a host. */
  crew: boolean;
  /** The sessions that they may count; null for all. */
  hosted: readonly string[] | null;
  /** Whether they may repair the day once a room is full. */
  repairs: boolean;
  /** When the server rendered the page, ISO 8601. */
  served: string;
  /** Counts without a script. */
  action: CountAction;
};

type PageProps = HeadsProps & {
  first: Snapshot;
  /** Who counts, as the server names them. */
  counter: string;
  tabs: ReactNode;
  children: ReactNode;
};

/** What is on now, room by room, to be counted: every phone that counts shows what the others did. */
export function HeadsPage({ first, counter, tabs, children, ...props }: PageProps) {
  return (
    <LiveProvider screen="phone" first={first}>
      <CountsProvider counter={counter}>
        <Framed tabs={tabs}>
          <Heads {...props} />
          {children}
        </Framed>
      </CountsProvider>
    </LiveProvider>
  );
}

function Framed({ tabs, children }: Pick<PageProps, "tabs" | "children">) {
  const { event } = useSnapshot();
  const [alive, connection] = [useAlive(), useConnection()];
  return (
    <Phone
      camp={event.name}
      home={`/e/${event.slug}`}
      connection={
        <ConnectionState state={alive ? connection : null}>
          {alive ? common.connection[connection] : null}
        </ConnectionState>
      }
      tabs={tabs}
    >
      {children}
    </Phone>
  );
}

function Heads({ crew, hosted, repairs, served, action }: HeadsProps) {
  const { event, grid } = useSnapshot();
  const now = useNow(served);
  const runs = (grid ? runsOf(grid) : [])
    .filter((run) => isCountable(run, now) && (!hosted || hosted.includes(run.pitchId)))
    .flatMap(({ key, pitchId, roomId }): Countable[] => {
      const title = grid?.sessions.find(({ id }) => id === pitchId)?.title;
      const room = grid?.rooms.find(({ id }) => id === roomId);
      if (title === undefined || !room) return [];
      const asked = new URLSearchParams({ what: "full", where: key });
      const repair = repairs ? `/e/${event.slug}/desk/repair?${asked}` : null;
      return [{ key, title, room, expected: grid?.heads?.[key] ?? null, repair }];
    });
  if (runs.length === 0)
    return <Heading title={words.none.title}>{words.none[crew ? "crew" : "host"]}</Heading>;
  return (
    <>
      <Heading title={words.title}>{crew ? words.lede : words.hostLede}</Heading>
      <ul className={styles.runs}>
        {runs.map((run) => (
          <Counter key={run.key} of={run} place={placeOf(event)} action={action} />
        ))}
      </ul>
    </>
  );
}
