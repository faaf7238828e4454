"use client";

import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import type { Screen, Snapshot } from "#domain/live.ts";
import type { Me } from "#domain/viewer.ts";
import { KeepPage } from "./keep-page.tsx";
import type { Known } from "./known.ts";
import { LiveScreen } from "./screen.ts";
import type { Connection } from "./stream.ts";

const Context = createContext<LiveScreen | null>(null);

type LiveProviderProps = {
  screen: Screen;
  first: Snapshot;
  /** Brings what comes once it is asked for, so that a phone keeps it too. */
  later?: () => Promise<unknown>;
  /** Addresses of pages that the phone keeps besides the one it opened; the same list each time. */
  others?: readonly string[];
  children: ReactNode;
};

const NONE: readonly string[] = [];

/** Renders what the server rendered, then keeps it live. Components ask through the hooks below. */
export function LiveProvider({ screen, first, later, others = NONE, children }: LiveProviderProps) {
  const [live] = useState(() => new LiveScreen(first, screen));
  useEffect(() => live.show(first), [live, first]);
  useEffect(() => live.start(), [live]);
  return (
    <Context value={live}>
      <Language />
      {children}
      {screen !== "desk" ? <KeepPage {...{ later, others }} /> : null}
    </Context>
  );
}

/** Servers remember a camp's language for three seconds. */
const REMEMBERED_MS = 4_000;

/** Loads the page anew when the camp's language changes, since a document has the words of one. */
function Language() {
  const { locale } = useSnapshot().event;
  const [first] = useState(locale);
  useEffect(() => {
    if (locale === first) return;
    const late = setTimeout(() => window.location.reload(), REMEMBERED_MS);
    return () => clearTimeout(late);
  }, [locale, first]);
  return null;
}

export function useLive(): LiveScreen {
  const live = useContext(Context);
  if (!live) throw new Error("a live component outside of a LiveProvider");
  return live;
}

export function useSnapshot(): Snapshot {
  return useKnown(useLive().snapshot);
}

/** Who holds this phone and what is theirs; undefined until it is known. */
export function useMe(): Me | undefined {
  return useKnown(useLive().me);
}

function useKnown<Value>(known: Known<Value>): Value {
  return useSyncExternalStore(
    known.subscribe,
    () => known.now,
    () => known.first,
  );
}

export function useConnection(): Connection {
  const { stream } = useLive();
  return useSyncExternalStore(
    stream.subscribe,
    () => stream.state,
    () => "connecting",
  );
}
