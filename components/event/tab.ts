/** The tabs that one page of a camp shows without asking the server: one comes with it, the others once it is there. */
import type { ComponentType } from "react";
import type { Walk } from "#components/pitch/walk.tsx";
import type { Hour } from "#components/ui/hour.ts";
import type { Raising } from "#components/voting/raising.ts";
import type { Snapshot } from "#domain/live.ts";
import type { Place } from "#messages/format.ts";
import type { TabName } from "./tabs.tsx";
import type { You } from "./you.ts";

export const HERE = ["now", "pitches", "grid"] as const satisfies readonly TabName[];
export type Here = (typeof HERE)[number];

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
};

/** What draws a tab, and the colour of the page while it is shown. */
export type Tab = ComponentType<TabProps> & { hourOf?: (snapshot: Snapshot, now: number) => Hour | null };

/** The tab that a page was opened at. */
export type Opened = { name: Here; Tab: Tab };
