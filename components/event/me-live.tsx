"use client";

import { LiveProvider, useConnection, useSnapshot } from "#components/live/provider.tsx";
import { StarringProvider } from "#components/star/provider.tsx";
import { STARS } from "#components/star/tapped.ts";
import { useStarring } from "#components/star/use-mine.ts";
import { Heading } from "#components/ui/phone.tsx";
import { Status } from "#components/ui/status.tsx";
import { HandsProvider } from "#components/voting/provider.tsx";
import type { Snapshot } from "#domain/live.ts";
import type { Me } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";
import { useNow } from "./clock.ts";
import { MyDay } from "./me-day.tsx";
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
          <Day {...{ name, served }} />
        </StarringProvider>
      </HandsProvider>
    </LiveProvider>
  );
}

function Day({ name, served }: Pick<LiveDayProps, "name" | "served">) {
  const { event, grid } = useSnapshot();
  const { whose } = useStarring();
  const now = useNow(served);
  const offline = useConnection() === "offline";
  if (!grid) return <Heading title={mes.hello(name)} />;
  return (
    <>
      <Heading title={words.title(name)} />
      <MyDay camp={event} place={placeOf(event)} {...{ grid, whose, now }} />
      <Status>{offline ? words.offline : null}</Status>
    </>
  );
}
