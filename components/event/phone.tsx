"use client";

import { usePathname } from "next/navigation";
import { type ComponentProps, useEffect, useRef } from "react";
import { AnnouncementList } from "#components/announcements/list.tsx";
import { AnnouncementNotice } from "#components/announcements/notice.tsx";
import { GridList } from "#components/grid/list.tsx";
import { NoGrid } from "#components/grid/none.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { type Connection, ConnectionState, Status } from "#components/ui/status.tsx";
import type { Raising } from "#components/voting/raising.ts";
import { RegroupedNotice } from "#components/voting/regrouped.tsx";
import { permits } from "#domain/event.ts";
import type { Snapshot } from "#domain/live.ts";
import { lineToPitch, mayBring } from "#domain/pitch.ts";
import { wordsOf } from "#messages/words.ts";
import { useNow } from "./clock.ts";
import { hourNow, NowTab } from "./now.tsx";
import { PitchesTab } from "./pitches.tsx";
import { placeOf } from "./place.ts";
import { CampTabs, type TabName } from "./tabs.tsx";
import type { You } from "./you.ts";

const common = wordsOf("common");
const words = wordsOf("pitch");
const voting = wordsOf("voting");

/** The tabs this page shows without asking the server. */
const HERE = ["now", "pitches", "grid"] as const satisfies readonly TabName[];
type Here = (typeof HERE)[number];

type CampPhoneProps = {
  snapshot: Snapshot;
  /** Null until a script runs. */
  connection: Connection | null;
  raising: Raising;
  /** Why the last tap was refused, in words; null otherwise. */
  refused: string | null;
  you: You;
  /** When the server rendered the page, ISO 8601. */
  served: string;
};

/** The camp on a phone: one snapshot, three tabs, between which nothing is fetched. */
export function CampPhone({ snapshot, connection, raising, refused, you, served }: CampPhoneProps) {
  const { event, pitches } = snapshot;
  const now = useNow(served);
  const tab = useTab(event.name);
  const place = placeOf(event);
  const hour = tab === "now" ? hourNow(snapshot, now) : null;
  const seen = { now, place, raising, hosting: you.me?.hosting ?? [] };
  return (
    <Phone
      camp={event.name}
      home={`/e/${event.slug}`}
      {...(hour && { hour })}
      connection={
        <ConnectionState state={connection}>{connection && common.connection[connection]}</ConnectionState>
      }
      told={
        <>
          <Status>{refused === null ? null : `${voting.refused} ${refused}`}</Status>
          <RegroupedNotice pitches={pitches} raising={raising} />
          <AnnouncementNotice slug={event.slug} announcements={snapshot.announcements} />
        </>
      }
      action={tab !== "grid" && mayPitch(snapshot) ? <PitchButton snapshot={snapshot} you={you} /> : null}
      tabs={<CampTabs slug={event.slug} current={tab} onOpen={openHere} />}
    >
      {tab === "now" ? (
        <>
          <NowTab snapshot={snapshot} {...seen} />
          <AnnouncementList announcements={snapshot.announcements} {...{ now, place }} />
        </>
      ) : null}
      {tab === "pitches" ? (
        <PitchesTab published={snapshot.grid !== null} {...{ event, pitches, raising, you }} />
      ) : null}
      {tab === "grid" ? <GridTab snapshot={snapshot} {...seen} /> : null}
    </Phone>
  );
}

function GridTab({
  snapshot: { event, grid },
  ...seen
}: { snapshot: Snapshot } & ComponentProps<typeof NowTab>) {
  return grid ? <GridList camp={event} grid={grid} {...seen} /> : <NoGrid phase={event.phase} />;
}

/** Whoever has pitched already may not again yet: that is known late, so their own page takes the button's place. */
function PitchButton({
  snapshot: { event, pitches },
  you: { me },
}: Pick<CampPhoneProps, "snapshot" | "you">) {
  const own = pitches.filter(({ id }) => me?.own.includes(id)).length;
  const again = mayBring(own, lineToPitch(pitches).waiting.length);
  return (
    <ButtonLink wide href={`/e/${event.slug}/${again && !me?.asked ? "pitch" : "me"}`}>
      {me?.asked ? words.list.asked : again ? words.list.pitch : words.list.yourPitch}
    </ButtonLink>
  );
}

/** Whether the form is open to whoever has not pitched yet; in every other case the form itself explains. */
function mayPitch({ event, pitches }: Snapshot): boolean {
  return permits(event.phase, "pitch") && mayBring(0, lineToPitch(pitches).waiting.length);
}

const nameOf = (path: string) => HERE.find((name) => path.endsWith(`/${name}`));

/** Next keeps the address and the back button in step with pushState. */
function openHere(href: string): boolean {
  if (!nameOf(href)) return false;
  window.history.pushState(null, "", href);
  window.scrollTo(0, 0);
  return true;
}

/** A change of tab is announced as a new page is: by its title and where the focus is. */
function useTab(camp: string): Here {
  const tab = nameOf(usePathname()) ?? "now";
  const before = useRef(tab);
  useEffect(() => {
    if (before.current === tab) return;
    before.current = tab;
    document.title = `${common.tabs[tab]} · ${camp}`;
    document.getElementById("main")?.focus({ preventScroll: true });
  }, [tab, camp]);
  return tab;
}
