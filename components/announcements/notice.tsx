"use client";

import { useSyncExternalStore } from "react";
import { Button } from "#components/ui/button.tsx";
import { Status } from "#components/ui/status.tsx";
import { Words } from "#components/ui/words.tsx";
import { type Announcement, unread } from "#domain/announcement.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { type Seen, seenOn } from "./seen.ts";

const words = wordsOf("announcements");

/** What was announced and not put away on this phone, one at a time, over the page so that nothing moves. */
export function AnnouncementNotice({
  slug,
  announcements,
}: {
  slug: string;
  announcements: readonly Announcement[];
}) {
  const seen = useSeen(slug);
  const left = unread(announcements, seen.at);
  const [first, ...rest] = left;
  const dismiss = () => {
    seen.put(first!.at);
    // The button goes, or is that of the next one.
    if (rest.length === 0) document.getElementById("main")?.focus({ preventScroll: true });
  };
  return (
    <Status
      action={
        <Button kind="quiet" onClick={dismiss}>
          {words.dismiss}
        </Button>
      }
    >
      {first ? (
        <>
          <span className="visually-hidden">{words.from} </span>
          <Words>{first.text}</Words>
          {rest.length > 0 ? ` · ${count(rest.length, words.more, readerLocale())}` : null}
        </>
      ) : null}
    </Status>
  );
}

function useSeen(slug: string): { at: string; put: Seen["put"] } {
  const seen = seenOn(slug);
  const at = useSyncExternalStore(seen.subscribe, seen.read, seen.none);
  return { at, put: seen.put };
}
