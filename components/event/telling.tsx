"use client";

import { useState, useTransition } from "react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Status } from "#components/ui/status.tsx";
import { Words } from "#components/ui/words.tsx";
import type { Snapshot } from "#domain/live.ts";
import { saidOf, type Telling } from "#domain/telling.ts";
import { toldWords } from "#messages/telling.ts";
import { wordsOf } from "#messages/words.ts";
import { placeOf } from "./place.ts";

const words = wordsOf("telling");

/** They have read what they were told up to then, an ISO 8601 instant. @returns why it was not kept; null once it is */
export type PutAway = (upTo: string) => Promise<unknown>;

type TellingNoticeProps = {
  tellings: readonly Telling[];
  /** What it says is what this shows. */
  snapshot: Pick<Snapshot, "event" | "grid">;
  /** Milliseconds since 1970. */
  now: number;
  putAway: PutAway;
};

/** Tells whoever hosts a session or has a hand up for it that it has changed, until they put that away on one of their phones. */
export function TellingNotice({ tellings, snapshot: { event, grid }, now, putAway }: TellingNoticeProps) {
  const [read, setRead] = useState("");
  const [, begin] = useTransition();
  const unread = tellings.filter(({ at }) => at > read);
  const said = saidOf(unread, grid, now);
  const dismiss = () => {
    const upTo = unread.at(-1)?.at ?? "";
    setRead(upTo);
    document.getElementById("main")?.focus({ preventScroll: true });
    // Without a network it is told again with the next page.
    begin(() => putAway(upTo).then(undefined, () => undefined));
  };
  return (
    <Status
      action={
        <>
          <ButtonLink kind="quiet" href={`/e/${event.slug}/grid`}>
            {words.grid}
          </ButtonLink>
          <Button kind="quiet" onClick={dismiss}>
            {words.dismiss}
          </Button>
        </>
      }
    >
      {said.length > 0 ? (
        <>
          <span className="visually-hidden">{words.from} </span>
          <Words>{toldWords(said, grid, placeOf(event))}</Words>
        </>
      ) : null}
    </Status>
  );
}
