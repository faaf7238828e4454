/** What one page of a camp shows without asking the server: one view comes with it, the others once it is there. */
import type { ComponentType } from "react";
import type { Walk } from "#components/pitch/walk.tsx";
import type { Hour } from "#components/ui/hour.ts";
import type { Raising } from "#components/voting/raising.ts";
import type { Snapshot } from "#domain/live.ts";
import type { Place } from "#messages/format.ts";
import type { TabName } from "./tabs.tsx";
import type { You } from "./you.ts";

export const HERE = ["now", "pitches", "grid"] as const satisfies readonly TabName[];
/** Besides those tabs, a session and a room, each by what its address ends with. */
export const VIEWS = [...HERE, "sessions", "rooms"] as const;
export type Here = (typeof VIEWS)[number];

const ADDRESS = new RegExp(`^/e/[^/]+/(?:(${HERE.join("|")})|(sessions|rooms)/([\\w-]+))$`);

/** The view that an address shows, and of what: of which run, or which room; undefined for another page. */
export function viewAt(path: string): View | undefined {
  const [, tab, part, of = ""] = ADDRESS.exec(path) ?? [];
  const name = tab ?? part;
  return name ? { name: name as Here, of } : undefined;
}

export type View = { name: Here; of: string };

export type TabProps = {
  snapshot: Snapshot;
  /** Milliseconds since 1970. */
  now: number;
  place: Place;
  raising: Raising;
  hosting: readonly string[];
  you: You;
  walk: Walk;
  /** Words that the page was asked to find by its address. */
  find: string;
  /** Which session or room it is of, by the end of its address. */
  of: string;
};

/** What draws a tab, and the colour of the page while it is shown. */
export type Tab = ComponentType<TabProps> & {
  hourOf?: (snapshot: Snapshot, now: number) => Hour | null;
  /** What the page is called, where its tab alone does not say. */
  titleOf?: (snapshot: Snapshot, of: string) => string;
};

/** The view that a page was opened at. */
export type Opened = View & { Tab: Tab };
