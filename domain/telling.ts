/** What somebody is told of a session that changed: where they knew it, beside what is true when they read it. */
import type { Arranged } from "#domain/grid.ts";
import { type News, newsOf } from "#domain/grid-change.ts";
import { runsOf } from "#domain/run.ts";

/** Once when a session is on, as it is read: the name of the room, and ISO 8601. */
export type Showing = { room: string; startsAt: string; endsAt: string };

/** @property was where they knew it, nowhere before it was on @property at when they were told last, ISO 8601 */
export type Telling = { pitchId: string; title: string; was: readonly Showing[]; at: string };

/** A telling in the light of a grid. `ends` is a session that only goes on for longer or less long. */
export type Said = { pitchId: string; title: string; is: readonly Showing[]; news: News | "ends" };

/** When and where each session is on, by its id, in order of time. Nowhere in a camp that shows no grid. */
export function showingsOf(grid: Arranged | null): Map<string, Showing[]> {
  const showings = new Map<string, Showing[]>();
  if (!grid) return showings;
  const names = new Map(grid.rooms.map(({ id, name }) => [id, name]));
  for (const { pitchId, roomId, startsAt, endsAt } of runsOf(grid)) {
    const before = showings.get(pitchId) ?? [];
    showings.set(pitchId, [...before, { room: names.get(roomId)!, startsAt, endsAt }]);
  }
  return showings;
}

/**
 * What is to be said of these, in order of time. Nothing of a session that is as its reader knew it, and nothing once all
 * of where it was and where it is has ended.
 *
 * @param now milliseconds since 1970
 */
export function saidOf(tellings: readonly Telling[], grid: Arranged | null, now: number): Said[] {
  const showings = showingsOf(grid);
  return tellings
    .flatMap(({ pitchId, title, was }) => {
      const is = showings.get(pitchId) ?? [];
      const ahead = (some: readonly Showing[]) => some.filter(({ endsAt }) => now < Date.parse(endsAt));
      if (sameShowings(was, is) || ahead([...was, ...is]).length === 0) return [];
      const said: Said = { pitchId, title, is: ahead(is), news: newsIn(was, is) };
      return [{ said, from: Date.parse((is[0] ?? was[0])!.startsAt) }];
    })
    .sort((a, b) => a.from - b.from)
    .map(({ said }) => said);
}

/** Whether nobody would see a difference. */
export function sameShowings(a: readonly Showing[], b: readonly Showing[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, nth) => sameBegin(one, b[nth]!) && Date.parse(one.endsAt) === Date.parse(b[nth]!.endsAt))
  );
}

const sameBegin = (a: Showing, b: Showing) =>
  a.room === b.room && Date.parse(a.startsAt) === Date.parse(b.startsAt);

function newsIn(was: readonly Showing[], is: readonly Showing[]): Said["news"] {
  const begins = was.length === is.length && was.every((one, nth) => sameBegin(one, is[nth]!));
  return begins ? "ends" : newsOf({ from: was.length > 0, to: is.length > 0 });
}
