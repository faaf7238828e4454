"use client";

import { useEffect, useState } from "react";
import { AnnouncementNotice } from "#components/announcements/notice.tsx";
import { HiddenNotice } from "#components/pitch/hidden-notice.tsx";
import type { Raising } from "#components/voting/raising.ts";
import { RegroupedNotice } from "#components/voting/regrouped.tsx";
import type { Announcement } from "#domain/announcement.ts";
import type { PitchView } from "#domain/pitch.ts";

export type NoticesProps = {
  slug: string;
  /** When the crew hid a pitch of the reader's last, ISO 8601; undefined where it hid none. */
  hidden: string | undefined;
  announcements: readonly Announcement[];
  /** The pitches as the page was opened with them, and as they are. */
  first: readonly PitchView[];
  pitches: readonly PitchView[];
  raising: Raising;
};

const NONE: readonly Announcement[] = [];

/** What the reader is told over the page. Mostly there is nothing, so that it comes once there is. */
export function Notices({ slug, hidden, announcements, first, pitches, raising }: NoticesProps) {
  // A live region speaks only when it was there before its words.
  const [there, setThere] = useState(false);
  useEffect(() => setThere(true), []);
  return (
    <>
      <HiddenNotice slug={slug} since={there ? hidden : undefined} />
      <RegroupedNotice pitches={there ? pitches : first} raising={raising} />
      <AnnouncementNotice slug={slug} announcements={there ? announcements : NONE} />
    </>
  );
}
