import type { Raising } from "#components/voting/raising.ts";
import type { GridView } from "#domain/grid.ts";
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
};

/** A grid with all its runs, and who reads it when. */
export type Reader = Asked & {
  runs: readonly RunView[];
  /** Whether a time of this grid must say of which day it is. */
  several: boolean;
  isTheirs: IsTheirs;
};

export function readerOf(asked: Asked): Reader {
  const { grid, now, place, raising, hosting } = asked;
  return {
    ...asked,
    runs: viewRuns(grid, now),
    several: onSeveralDays(grid.slots, place.zone),
    isTheirs: ({ pitchId }) => hosting.includes(pitchId) || raising.up(pitchId),
  };
}
