"use client";

import { usePathname } from "next/navigation";
import { type ComponentProps, useEffect, useRef } from "react";
import { AnnouncementList } from "#components/announcements/list.tsx";
import { AnnouncementNotice } from "#components/announcements/notice.tsx";
import { GridList } from "#components/grid/list.tsx";
import { NoGrid } from "#components/grid/none.tsx";
import type { Act } from "#components/pitch/act.tsx";
import { CrewNotice } from "#components/pitch/crew-notice.tsx";
import { Beside } from "#components/pitch/stand.tsx";
import { YourPitch } from "#components/pitch/wait.tsx";
import { useWalk } from "#components/pitch/walk.tsx";
import { turnToSay, YourTurn } from "#components/pitch/your-turn.tsx";
import { hasPlace, leavePlace, returnToPlace, showAddress } from "#components/ui/address.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { type Connection, ConnectionState, Status } from "#components/ui/status.tsx";
import type { Raising } from "#components/voting/raising.ts";
import { RegroupedNotice } from "#components/voting/regrouped.tsx";
import { permits } from "#domain/event.ts";
import type { Snapshot } from "#domain/live.ts";
import { isRun, roundsWaiting } from "#domain/pitch/line.ts";
import { waitOf } from "#domain/pitch/wait.ts";
import { isReadOut, mayBring, type PitchView } from "#domain/pitch.ts";
import { wordsOf } from "#messages/words.ts";
import { useNow } from "./clock.ts";
import { hourNow, NowTab } from "./now.tsx";
import { PitchesTab } from "./pitches.tsx";
import { placeOf } from "./place.ts";
import { CampTabs, type TabName } from "./tabs.tsx";
import { Unreached } from "./unreached.tsx";
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
  /** Says that whoever was called and not there is back. Takes a form with the pitch's id in `pitch`. */
  comeBack: Act;
  /** When the server rendered the page, ISO 8601. */
  served: string;
  /** Words that the page was asked to find by its address. */
  find: string;
};

/** The camp on a phone: one snapshot, three tabs, between which nothing is fetched. */
export function CampPhone({
  snapshot,
  connection,
  raising,
  refused,
  you,
  comeBack,
  served,
  find,
}: CampPhoneProps) {
  const { event, pitches } = snapshot;
  const now = useNow(served);
  const tab = useTab(event.name);
  const walk = useWalk();
  const place = placeOf(event);
  const hour = tab === "now" ? hourNow(snapshot, now) : null;
  const seen = { now, place, raising, hosting: you.me?.hosting ?? [] };
  const turn = isRun(event.phase, snapshot.line)
    ? turnToSay(snapshot.line, seen.hosting, tab !== "now")
    : null;
  const pitching = tab !== "grid" && mayPitch(snapshot);
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
          <Unreached />
          <CrewNotice slug={event.slug} me={you.me} />
          <RegroupedNotice slug={event.slug} me={you.me} {...{ pitches, raising }} />
          <AnnouncementNotice slug={event.slug} announcements={snapshot.announcements} />
        </>
      }
      action={
        turn || pitching ? (
          <>
            <YourTurn place={turn} read={isRead(pitches, turn?.id, you)} comeBack={comeBack} />
            {pitching ? <PitchButton snapshot={snapshot} you={you} told={turn !== null} /> : null}
          </>
        ) : null
      }
      tabs={<CampTabs slug={event.slug} current={tab} onOpen={openHere} />}
    >
      {tab === "now" ? (
        <>
          <NowTab snapshot={snapshot} {...seen} beside={(pitch) => besideOn(pitch, event, you)} />
          <AnnouncementList announcements={snapshot.announcements} {...{ now, place }} />
        </>
      ) : null}
      {tab === "pitches" ? (
        <PitchesTab
          published={snapshot.grid !== null}
          {...{ event, pitches, raising, you, walk, find }}
          line={snapshot.line}
        />
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
  snapshot: { event, pitches, line },
  you: { me },
  told,
}: Pick<CampPhoneProps, "snapshot" | "you"> & {
  /** Whether it is said beside it already when their turn comes. */
  told: boolean;
}) {
  const own = pitches.filter(({ id }) => me?.own.includes(id)).length;
  const again = mayBring(own, roundsWaiting(line));
  const mine = told ? undefined : line.waiting.find((id) => me?.hosting.includes(id));
  // While the grid is made nobody is called any more.
  const wait =
    mine && !permits(event.phase, "followGrid")
      ? waitOf(line, mine, permits(event.phase, "hearPitches"))
      : null;
  return (
    <ButtonLink wide href={`/e/${event.slug}/${again && !me?.asked && !me?.invited ? "pitch" : "me"}`}>
      {me?.asked ? (
        words.list.asked
      ) : me?.invited ? (
        words.list.invited
      ) : again ? (
        words.list.pitch
      ) : (
        <YourPitch wait={wait} />
      )}
    </ButtonLink>
  );
}

/** Whether the form is open to whoever has not pitched yet; in every other case the form itself explains. */
function mayPitch({ event, line }: Snapshot): boolean {
  return permits(event.phase, "pitch") && mayBring(0, roundsWaiting(line));
}

/** What the reader may do about who hosts what is at the front, as on its card in the list. */
const besideOn = (pitch: PitchView, event: Snapshot["event"], { me, standWith, onStood }: You) =>
  permits(event.phase, "stand") ? (
    <Beside action={standWith} {...{ pitch, onStood }} hosting={me?.hosting ?? []} own={me?.own ?? []} />
  ) : null;

const isRead = (pitches: Snapshot["pitches"], id: string | undefined, { me }: You) =>
  pitches.some((pitch) => pitch.id === id && isReadOut(pitch, me?.own ?? []));

const nameOf = (path: string) => HERE.find((name) => path.endsWith(`/${name}`));

function openHere(href: string): boolean {
  const here = nameOf(href) !== undefined;
  // Tapped once more, a tab is shown from its beginning.
  if (href === location.pathname + location.hash) window.scrollTo(0, 0);
  else if (here) showAddress(href);
  else leavePlace();
  return here;
}

/** A change of tab is announced as a new page is: by its title and where the focus is. */
function useTab(camp: string): Here {
  const tab = nameOf(usePathname()) ?? "now";
  const before = useRef(tab);
  // Back from a page that is another document to the framework.
  useEffect(() => {
    if (hasPlace()) returnToPlace();
  }, []);
  useEffect(() => {
    if (before.current === tab) return;
    before.current = tab;
    returnToPlace();
    document.title = `${common.tabs[tab]} · ${camp}`;
    document.getElementById("main")?.focus({ preventScroll: true });
  }, [tab, camp]);
  return tab;
}
