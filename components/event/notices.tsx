"use client";

import { useEffect, useState } from "react";
import { AnnouncementNotice } from "#components/announcements/notice.tsx";
import { CrewNotice } from "#components/pitch/crew-notice.tsx";
import type { Raising } from "#components/voting/raising.ts";
import { RegroupedNotice } from "#components/voting/regrouped.tsx";
import type { Announcement } from "#domain/announcement.ts";
import type { PitchView } from "#domain/pitch.ts";
import type { Me } from "#domain/viewer.ts";

export type NoticesProps = {
  slug: string;
  /** Undefined until it is known. */
  me: Me | undefined;
  announcements: readonly Announcement[];
  /** The pitches as the page was opened with them, and as they are. */
  first: readonly PitchView[];
  pitches: readonly PitchView[];
  raising: Raising;
};

const NONE: readonly Announcement[] = [];

/** What the reader is told over the page. Mostly there is nothing, so that it comes once there is. */
export function Notices({ slug, me, announcements, first, pitches, raising }: NoticesProps) {
  // A live region speaks only when it was there before its words.
  const [there, setThere] = useState(false);
  useEffect(() => setThere(true), []);
  return (
    <>
      <CrewNotice slug={slug} me={there ? me : undefined} />
      <RegroupedNotice {...{ slug, me, raising }} pitches={there ? pitches : first} />
      <AnnouncementNotice slug={slug} announcements={there ? announcements : NONE} />
    </>
  );
}
