"use client";

import { useEffect, useState } from "react";
import { AnnouncementNotice } from "#components/announcements/notice.tsx";
import { LateHelp } from "#components/help/later.tsx";
import { CrewNotice } from "#components/pitch/crew-notice.tsx";
import type { Raising } from "#components/voting/raising.ts";
import { RegroupedNotice } from "#components/voting/regrouped.tsx";
import type { Announcement } from "#domain/announcement.ts";
import type { HelpCall } from "#domain/help-call.ts";
import type { Snapshot } from "#domain/live.ts";
import type { PitchView } from "#domain/pitch.ts";
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
const NO_CALLS: readonly HelpCall[] = [];

/** What the reader is told over the page. Mostly there is nothing, so that it comes once there is. */
export function Notices({ me, first, snapshot, now, putAway, raising }: NoticesProps) {
  const { announcements, pitches, crew } = snapshot;
  const { slug } = snapshot.event;
  // A live region speaks only when it was there before its words.
  const [there, setThere] = useState(false);
  useEffect(() => setThere(true), []);
  return (
    <>
      <LateHelp slug={slug} calls={there ? (crew?.calls ?? NO_CALLS) : NO_CALLS} now={now} />
      <CrewNotice slug={slug} me={there ? me : undefined} />
      <TellingNotice me={there ? me : undefined} {...{ snapshot, now, putAway }} />
      <RegroupedNotice {...{ slug, me, raising }} pitches={there ? pitches : first} />
      <AnnouncementNotice slug={slug} announcements={there ? announcements : NONE} />
    </>
  );
}
