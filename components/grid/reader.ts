import { useStarring } from "#components/star/use-mine.ts";
import type { Raising } from "#components/voting/raising.ts";
import type { GridView } from "#domain/grid.ts";
import type { Theirs } from "#domain/grid-days.ts";
import type { HeadCount } from "#domain/heads.ts";
import { wasMine } from "#domain/my-day.ts";
import { type RunView, viewRuns } from "#domain/run-view.ts";
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
  /** By which they join rooms from afar, by the id of the room. */
  links?: Readonly<Record<string, string>> | undefined;
};

/** A grid with all its runs, and who reads it when. */
export type Reader = Asked &
  Theirs & {
    runs: readonly RunView[];
    /** Whether a time of this grid must say of which day it is. */
    several: boolean;
  };

/** Theirs is what they host or have starred. */
export function useReader(asked: Asked): Reader {
  const { mine, whose } = useStarring();
  const { grid, now, place, hosting } = asked;
  const runs = viewRuns(grid, now);
  return {
    ...{ ...asked, runs },
    several: onSeveralDays(grid.slots, place.zone),
    isTheirs: ({ key, pitchId }) => hosting.includes(pitchId) || mine.has(key),
    wasTheirs: (run) => hosting.includes(run.pitchId) || wasMine(run, runs, whose),
  };
}
