"use client";

import { useSyncExternalStore } from "react";
import { LiveProvider, useConnection, useLive, useSnapshot } from "#components/live/provider.tsx";
import { useRaising } from "#components/voting/use-raising.ts";
import type { Snapshot } from "#domain/live.ts";
import type { Ballot } from "#domain/voting.ts";
import { CampPhone } from "./phone.tsx";
import type { You } from "./you.ts";

type LiveCampProps = {
  /** What the server rendered, and when. */
  first: Snapshot;
  served: string;
  /** Where this phone's owner has a hand up; null where it holds no ticket. */
  ballot: Ballot | null;
  you: You;
};

/** The camp on a phone, kept live. */
export function LiveCamp({ first, ballot, you, served }: LiveCampProps) {
  return (
    <LiveProvider screen="phone" first={first} ballot={ballot} served={served}>
      <Camp you={you} served={served} />
    </LiveProvider>
  );
}

function Camp({ you, served }: Pick<LiveCampProps, "you" | "served">) {
  const { outbox } = useLive();
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
      refused={refused !== null}
      you={you}
      served={served}
    />
  );
}

const never = () => () => undefined;

/** Whether a script runs here: not in what the server rendered, which must not say that it connects. */
function useStarted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
