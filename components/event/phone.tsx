"use client";

import { type ComponentType, lazy, Suspense, useEffect, useState } from "react";
import type { Act } from "#components/pitch/act.tsx";
import { YourPitch } from "#components/pitch/wait.tsx";
import { useWalk } from "#components/pitch/walk.tsx";
import { turnToSay, YourTurn } from "#components/pitch/your-turn.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Opens } from "#components/ui/link.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { type Connection, ConnectionState, Status } from "#components/ui/status.tsx";
import type { Raising } from "#components/voting/raising.ts";
import { isHalted, permits } from "#domain/event.ts";
import type { Snapshot } from "#domain/live.ts";
import { isRun, roundsWaiting } from "#domain/pitch/line.ts";
import { waitOf } from "#domain/pitch/wait.ts";
import { isReadOut, mayBring } from "#domain/pitch.ts";
import { wordsOf } from "#messages/words.ts";
import { useNow } from "./clock.ts";
import { loadNotices } from "./later.ts";
import type { NoticesProps } from "./notices.tsx";
import { placeOf } from "./place.ts";
import type { Opened } from "./tab.ts";
import { CampTabs } from "./tabs.tsx";
import type { PutAway } from "./telling.tsx";
import { tabFor, useTab } from "./use-tab.ts";
import type { You } from "./you.ts";

const common = wordsOf("common");
const words = wordsOf("pitch");
const voting = wordsOf("voting");

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
  putAway: PutAway;
  /** When the server rendered the page, ISO 8601. */
  served: string;
  /** Words that the page was asked to find by its address. */
  find: string;
  /** The tab it was opened at; the others come once it is there. */
  opened: Opened;
};

/** Comes where it is needed: few camps are called off, and each phone loads what all of them may show. */
const Halted = lazy(() => import("./halted.tsx").then((it) => ({ default: it.Halted })));

/** The camp on a phone: one snapshot, three tabs and what is in the grid, between which nothing is fetched. */
export function CampPhone({
  snapshot,
  connection,
  raising,
  refused,
  you,
  comeBack,
  putAway,
  served,
  find,
  opened,
}: CampPhoneProps) {
  const { event, pitches } = snapshot;
  const now = useNow(served);
  const { name, of, Tab, failed, open } = useTab(snapshot, opened);
  const tab = tabFor({ name });
  const walk = useWalk();
  const hour = Tab?.hourOf?.(snapshot, now);
  const hosting = you.me?.hosting ?? [];
  const turn = isRun(event.phase, snapshot.line) ? turnToSay(snapshot.line, hosting, tab !== "now") : null;
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
          <Status>{failed ? common.tabs.failed : null}</Status>
          <Status>{refused === null ? null : `${voting.refused} ${refused}`}</Status>
          <LateNotices me={you.me} {...{ snapshot, now, putAway, raising }} />
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
      tabs={<CampTabs slug={event.slug} current={tab} live={connection === "live"} onOpen={open} />}
    >
      {isHalted(event.phase) ? (
        <Suspense>
          <Halted event={event} />
        </Suspense>
      ) : null}
      <Opens value={open}>
        {Tab ? (
          <Tab {...{ snapshot, now, raising, hosting, you, walk, find, of }} place={placeOf(event)} />
        ) : null}
      </Opens>
    </Phone>
  );
}

/** Comes once there is something to tell: then it tries again with whatever else there is, should it not come. */
function LateNotices(props: Omit<NoticesProps, "first">) {
  const [Shown, setShown] = useState<ComponentType<NoticesProps> | null>(null);
  const { announcements, pitches, crew } = props.snapshot;
  const called = Boolean(crew?.calls.length);
  const [first] = useState(pitches);
  const { me } = props;
  // Whoever has hands and pitches may have missed something while their phone was closed.
  const camper = Boolean(me?.attendee);
  useEffect(() => {
    if (announcements.length === 0 && !camper && !called && pitches === first) return;
    loadNotices().then(
      (Notices) => setShown(() => Notices),
      () => undefined,
    );
  }, [announcements, camper, called, pitches, first]);
  return Shown ? <Shown first={first} {...props} /> : null;
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
  const mine =
    told || !permits(event.phase, "call") ? undefined : line.waiting.find((id) => me?.hosting.includes(id));
  const wait = mine ? waitOf(line, mine, permits(event.phase, "hearPitches")) : null;
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

const isRead = (pitches: Snapshot["pitches"], id: string | undefined, { me }: You) =>
  pitches.some((pitch) => pitch.id === id && isReadOut(pitch, me?.own ?? []));
