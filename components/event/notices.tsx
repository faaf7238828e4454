"use client";

import { useEffect, useState } from "react";
import { AnnouncementNotice } from "#components/announcements/notice.tsx";
import { CrewNotice } from "#components/pitch/crew-notice.tsx";
import type { Raising } from "#components/voting/raising.ts";
import { RegroupedNotice } from "#components/voting/regrouped.tsx";
import type { Announcement } from "#domain/announcement.ts";
import type { Snapshot } from "#domain/live.ts";
import type { PitchView } from "#domain/pitch.ts";
import type { Telling } from "#domain/telling.ts";
import type { Me } from "#domain/viewer.ts";
import { type PutAway, TellingNotice } from "./telling.tsx";

export type NoticesProps = {
  snapshot: Snapshot;
  /** Milliseconds since 1970. */
  now: number;
  putAway: PutAway;
  /** Undefined until it is known. */
  me: Me | undefined;
  /** The pitches as the page was opened with them. */
  first: readonly PitchView[];
  raising: Raising;
};

const NONE: readonly Announcement[] = [];
const NO_TELLINGS: readonly Telling[] = [];

/** What the reader is told over the page. Mostly there is nothing, so that it comes once there is. */
export function Notices({ me, first, snapshot, now, putAway, raising }: NoticesProps) {
  const { announcements, pitches } = snapshot;
  const { slug } = snapshot.event;
  // A live region speaks only when it was there before its words.
  const [there, setThere] = useState(false);
  useEffect(() => setThere(true), []);
  return (
    <>
      <CrewNotice slug={slug} me={there ? me : undefined} />
      <TellingNotice
        {...{ snapshot, now, putAway }}
        tellings={there ? (me?.told ?? NO_TELLINGS) : NO_TELLINGS}
      />
      <RegroupedNotice {...{ slug, me, raising }} pitches={there ? pitches : first} />
      <AnnouncementNotice slug={slug} announcements={there ? announcements : NONE} />
    </>
  );
}
