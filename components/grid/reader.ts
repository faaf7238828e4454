import { useMine } from "#components/star/use-mine.ts";
import type { Raising } from "#components/voting/raising.ts";
import type { GridView } from "#domain/grid.ts";
import type { HeadCount } from "#domain/heads.ts";
import { type IsTheirs, type RunView, viewRuns } from "#domain/run-view.ts";
import { onSeveralDays } from "#domain/time/date.ts";
import type { Place } from "#messages/format.ts";

type Asked = {
  slug: string;
  grid: GridView;
  /** Milliseconds since 1970. */
  now: number;
  place: Place;
  raising: Raising;
  hosting: readonly string[];
  /** Heads that were counted at the doors of rooms. */
  counts?: readonly HeadCount[];
  /** Whether something may be asked of this grid. */
  ask?: boolean;
};

/** A grid with all its runs, and who reads it when. */
export type Reader = Asked & {
  runs: readonly RunView[];
  /** Whether a time of this grid must say of which day it is. */
  several: boolean;
  isTheirs: IsTheirs;
};

/** Theirs is what they host or have starred. */
export function useReader(asked: Asked): Reader {
  const mine = useMine();
  const { grid, now, place, hosting } = asked;
  return {
    ...asked,
    runs: viewRuns(grid, now),
    several: onSeveralDays(grid.slots, place.zone),
    isTheirs: ({ key, pitchId }) => hosting.includes(pitchId) || mine.has(key),
  };
}
