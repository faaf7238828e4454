"use client";

import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import type { Screen, Snapshot } from "#domain/live.ts";
import type { Me } from "#domain/viewer.ts";
import { KeepPage } from "./keep-page.tsx";
import { LiveScreen } from "./screen.ts";
import type { Connection } from "./stream.ts";

const Context = createContext<LiveScreen | null>(null);

type LiveProviderProps = {
  screen: Screen;
  first: Snapshot;
  children: ReactNode;
};

/** Renders what the server rendered, then keeps it live. Components ask through the hooks below. */
export function LiveProvider({ screen, first, children }: LiveProviderProps) {
  const [live] = useState(() => new LiveScreen(first, screen));
  useEffect(() => live.show(first), [live, first]);
  useEffect(() => live.start(), [live]);
  return (
    <Context value={live}>
      <Language />
      {children}
      {screen === "phone" ? <KeepPage /> : null}
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
  return useShown(({ snapshot }) => snapshot);
}

/** Who holds this phone and what is theirs; undefined until it is known. */
export function useMe(): Me | undefined {
  return useShown(({ me }) => me);
}

function useShown<Part>(part: (live: LiveScreen) => Part): Part {
  const live = useLive();
  const shown = () => part(live);
  return useSyncExternalStore((listener) => live.subscribe(listener), shown, shown);
}

export function useConnection(): Connection {
  const { stream } = useLive();
  return useSyncExternalStore(
    (listener) => stream.subscribe(listener),
    () => stream.state,
    () => "connecting",
  );
}
