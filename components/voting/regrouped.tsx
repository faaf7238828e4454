"use client";

import { useEffect, useState } from "react";
import { useAlive } from "#components/ui/alive.ts";
import { Button } from "#components/ui/button.tsx";
import { Status } from "#components/ui/status.tsx";
import { Words } from "#components/ui/words.tsx";
import { type Groups, groupsOf, type Regrouped, regrouped, withoutNews } from "#domain/pitch/merging.ts";
import type { PitchView } from "#domain/pitch.ts";
import type { Me } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";
import { keepGroups, readGroups } from "./groups.ts";
import type { Raising } from "./raising.ts";

const { regrouped: words } = wordsOf("voting");

type RegroupedNoticeProps = {
  slug: string;
  pitches: readonly PitchView[];
  raising: Raising;
  /** Undefined until it is known. */
  me: Me | undefined;
};

/**
 * Tells whoever has a hand up, or hosts it, that it is one with another now, or two again: over the page, until they put it
 * away, also where it happened while this phone was closed.
 */
export function RegroupedNotice({ slug, pitches, raising, me }: RegroupedNoticeProps) {
  const { groups, news, putAway } = useNews(slug, pitches);
  const concerns = (id: string) => raising.up(id) || me?.hosting.includes(id);
  const mine = news.filter(({ id, root }) => concerns(id) || concerns(root.id));
  const [first] = mine;
  const kept = groups && me && JSON.stringify(withoutNews(groups, mine));
  useEffect(() => {
    if (kept) keepGroups(slug, kept);
  }, [slug, kept]);
  return (
    <Status
      action={
        <Button kind="quiet" onClick={() => first && putAway(first)}>
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

type Seen = { pitches: readonly PitchView[] | null; groups: Groups; news: readonly Regrouped[] };

/** What has changed since this phone showed the camp last, the last first. */
function useNews(slug: string, pitches: readonly PitchView[]) {
  const alive = useAlive();
  const [seen, setSeen] = useState<Seen | null>(null);
  const before = seen ?? { pitches: null, groups: readGroups(slug) ?? groupsOf(pitches), news: [] };
  if (alive && before.pitches !== pitches) {
    const fresh = regrouped(before.groups, pitches);
    const about = new Set(fresh.map(({ id }) => id));
    const news = [...fresh, ...before.news.filter(({ id }) => !about.has(id))];
    setSeen({ pitches, groups: groupsOf(pitches, before.groups), news });
  }
  const putAway = (gone: Regrouped) => {
    if (seen) setSeen({ ...seen, news: seen.news.filter((one) => one !== gone) });
    document.getElementById("main")?.focus({ preventScroll: true });
  };
  return { groups: seen?.groups ?? null, news: seen?.news ?? [], putAway };
}
