"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Status } from "#components/ui/status.tsx";
import { Words } from "#components/ui/words.tsx";
import { type Regrouped, regrouped } from "#domain/pitch/merging.ts";
import type { PitchView } from "#domain/pitch.ts";
import { wordsOf } from "#messages/words.ts";
import type { Raising } from "./raising.ts";

const { regrouped: words } = wordsOf("voting");

type RegroupedNoticeProps = { pitches: readonly PitchView[]; raising: Raising };

/** Tells whoever has a hand up that what they raised it for is one with another now, or two again: once, over the page. */
export function RegroupedNotice({ pitches, raising }: RegroupedNoticeProps) {
  const [news, dismiss] = useNews(pitches);
  const mine = news.filter(({ id, root }) => raising.up(id) || raising.up(root.id));
  const [first] = mine;
  return (
    <Status
      action={
        <Button kind="quiet" onClick={dismiss}>
          {words.dismiss}
        </Button>
      }
    >
      {first ? (
        <Words>
          {first.apart
            ? words.apart(first.title, first.root.title)
            : words.one(first.title, first.root.title)}
        </Words>
      ) : null}
    </Status>
  );
}

/** What has changed since the page was opened, the last first. */
function useNews(pitches: readonly PitchView[]): [news: readonly Regrouped[], dismiss: () => void] {
  const [seen, setSeen] = useState<{ pitches: readonly PitchView[]; news: readonly Regrouped[] }>({
    pitches,
    news: [],
  });
  if (seen.pitches !== pitches) {
    const fresh = regrouped(seen.pitches, pitches);
    const about = new Set(fresh.map(({ id }) => id));
    setSeen({ pitches, news: [...fresh, ...seen.news.filter(({ id }) => !about.has(id))] });
  }
  const dismiss = () => {
    setSeen({ pitches, news: [] });
    document.getElementById("main")?.focus({ preventScroll: true });
  };
  return [seen.news, dismiss];
}
