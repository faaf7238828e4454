"use client";

import { AnnouncementList } from "#components/announcements/list.tsx";
import { Beside } from "#components/pitch/stand.tsx";
import { permits } from "#domain/event.ts";
import { hourNow, NowTab } from "./now.tsx";
import type { TabProps } from "./tab.ts";

export function ShownNow({ you, ...seen }: TabProps) {
  const { snapshot, now, place } = seen;
  const { me, standWith, onStood } = you;
  return (
    <>
      <NowTab
        {...seen}
        // As on its card in the list.
        beside={(pitch) =>
          permits(snapshot.event.phase, "stand") ? (
            <Beside
              action={standWith}
              {...{ pitch, onStood }}
              hosting={me?.hosting ?? []}
              own={me?.own ?? []}
            />
          ) : null
        }
      />
      <AnnouncementList announcements={snapshot.announcements} {...{ now, place }} />
    </>
  );
}

ShownNow.hourOf = hourNow;
