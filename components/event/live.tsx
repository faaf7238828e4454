"use client";

import { useSyncExternalStore } from "react";
import { LiveProvider, useConnection, useSnapshot } from "#components/live/provider.tsx";
import { HandsProvider, useOutbox } from "#components/voting/provider.tsx";
import { useRaising } from "#components/voting/use-raising.ts";
import type { Snapshot } from "#domain/live.ts";
import type { Ballot } from "#domain/voting.ts";
import { CampPhone } from "./phone.tsx";
import type { You } from "./you.ts";

type LiveCampProps = {
  first: Snapshot;
  served: string;
  /** Where this phone's owner has a hand up; null where it holds no ticket. */
  ballot: Ballot | null;
  /** The registration this phone holds; null where it holds none. */
  owner: string | null;
  you: You;
};

export function LiveCamp({ first, ballot, owner, you, served }: LiveCampProps) {
  return (
    <LiveProvider screen="phone" {...{ first, ballot, served, owner }}>
      <HandsProvider owner={owner}>
        <Camp you={you} served={served} />
      </HandsProvider>
    </LiveProvider>
  );
}

function Camp({ you, served }: Pick<LiveCampProps, "you" | "served">) {
  const outbox = useOutbox();
  const connection = useConnection();
  const refused = useSyncExternalStore(
    (listener) => outbox.subscribe(listener),
    () => outbox.refused,
    () => null,
  );
  return (
    <CampPhone
      snapshot={useSnapshot()}
      connection={useStarted() ? connection : null}
      raising={useRaising(you.attendee)}
      refused={refused?.words ?? null}
      you={you}
      served={served}
    />
  );
}

const never = () => () => undefined;

/** False in what the server rendered, which must not say that it is connecting. */
function useStarted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
