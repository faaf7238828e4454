"use client";

import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import { LiveProvider, useConnection, useLive, useMe, useSnapshot } from "#components/live/provider.tsx";
import type { Act } from "#components/pitch/act.tsx";
import { useAlive } from "#components/ui/alive.ts";
import { HandsProvider, useOutbox } from "#components/voting/provider.tsx";
import { useRaising } from "#components/voting/use-raising.ts";
import type { Snapshot } from "#domain/live.ts";
import { expectWords } from "#messages/areas.tsx";
import { loadAll } from "./later.ts";
import { CampPhone } from "./phone.tsx";
import { HERE, type Opened } from "./tab.ts";
import type { PutAway } from "./telling.tsx";

expectWords("phone");

type LiveCampProps = {
  /** As everybody may see it. */
  first: Snapshot;
  served: string;
  standWith: Act;
  /** Words that the page was asked to find by its address. */
  find: string;
  comeBack: Act;
  putAway: PutAway;
  /** The tab it was opened at. */
  opened: Opened;
};

export function LiveCamp({ first, ...page }: LiveCampProps) {
  const { slug } = first.event;
  const tabs = useMemo(() => HERE.map((name) => `/e/${slug}/${name}`), [slug]);
  return (
    <LiveProvider screen="phone" first={first} later={loadAll} others={tabs}>
      <HandsProvider>
        <Camp {...page} />
      </HandsProvider>
    </LiveProvider>
  );
}

function Camp({ served, standWith, comeBack, putAway, find, opened }: Omit<LiveCampProps, "first">) {
  const live = useLive();
  const outbox = useOutbox();
  const connection = useConnection();
  const refused = useSyncExternalStore(
    outbox.subscribe,
    () => outbox.refused,
    () => null,
  );
  const raising = useRaising();
  const spent = refused?.refusal === "no_hands_left";
  // Another phone of theirs may have raised one, or taken one down.
  useEffect(() => {
    if (spent) void live.askWho();
  }, [spent, live]);
  // Once hands are closed none can be taken down first.
  const why = spent && !raising.raise ? null : refused;
  const me = useMe();
  const onStood = useCallback(() => void live.askWho(), [live]);
  // The same as long as nobody else holds the phone and nothing more is theirs.
  const you = useMemo(() => ({ me, standWith, onStood }), [me, standWith, onStood]);
  // What the server rendered must not say that it is connecting.
  const alive = useAlive();
  return (
    <CampPhone
      snapshot={useSnapshot()}
      connection={alive ? connection : null}
      raising={raising}
      refused={why?.words ?? null}
      you={you}
      comeBack={comeBack}
      putAway={putAway}
      served={served}
      find={find}
      opened={opened}
    />
  );
}
