/** The published grid as one person's day: what they host and go to in the order of time, and what is on in their gaps. */
import type { FeedSession } from "#domain/feed.ts";
import type { GridChange, GridView } from "#domain/grid.ts";
import { newsAt } from "#domain/grid-change.ts";
import type { PitchView } from "#domain/pitch.ts";
import type { RoomView } from "#domain/room.ts";
import { keyOf, type Run, type RunId, runKey, runsOf } from "#domain/run.ts";
import { type SlotView, whereInTheDay } from "#domain/slot.ts";
import { mineOf, readRunKey, type Stars } from "#domain/star.ts";
import type { Ballot } from "#domain/voting.ts";

/** Whose day it is, by what they host, have a hand up for, and said of runs. */
export type Whose = { hosting: readonly string[]; hands: Ballot; stars?: Stars };

export type Going = {
  run: Run;
  pitch: PitchView;
  room: RoomView;
  hosts: boolean;
  /** What changed about it and is still news, or null. */
  change: GridChange | null;
  /** What else of their day it runs beside and is listed before it, so that each pair is said once. */
  besides: readonly PitchView[];
};

export type SlotOfMine = {
  slot: SlotView;
  when: "over" | "now" | "ahead";
  /** What begins here: first what they host. */
  goings: readonly Going[];
  /** What began in an earlier slot and still runs. */
  goesOn: readonly Going[];
  /** What was theirs here and was taken off, as long as that is news. */
  gone: readonly GridChange[];
  /** How many sessions run while nothing of theirs does; 0 where something does, and in a break. */
  free: number;
};

/** @param now milliseconds since 1970 */
export function myDay(grid: GridView, whose: Whose, now: number): SlotOfMine[] {
  const runs = runsOf(grid);
  const goings = goingsOf(grid, runs, whose, now);
  const gone = newsAt(grid, now).filter((change) => !change.to && wasMine(change, runs, whose));
  const { on } = whereInTheDay(grid.slots, now);
  return grid.slots.map((slot): SlotOfMine => {
    const here = goings.filter(({ run }) => overlap(run, slot));
    const isFree = slot.kind === "session" && here.length === 0;
    return {
      slot,
      when: slot === on ? "now" : Date.parse(slot.endsAt) <= now ? "over" : "ahead",
      goings: here.filter(({ run }) => run.slotId === slot.id),
      goesOn: here.filter(({ run }) => run.slotId !== slot.id),
      gone: gone.filter(({ from }) => from?.slotId === slot.id),
      free: isFree ? runs.filter((run) => overlap(run, slot)).length : 0,
    };
  });
}

/** In order of time, of those that begin together first what they host. */
function goingsOf(grid: GridView, runs: readonly Run[], whose: Whose, now: number): Going[] {
  const mine = mineOf(runs, whose);
  const pitches = new Map(grid.sessions.map((pitch) => [pitch.id, pitch]));
  const rooms = new Map(grid.rooms.map((room) => [room.id, room]));
  const changes = new Map(newsAt(grid, now).map((change) => [keyOf(change), change]));
  const listed = runs
    .filter(({ key }) => mine.has(key))
    .flatMap((run): Going[] => {
      const [pitch, room] = [pitches.get(run.pitchId), rooms.get(run.roomId)];
      const change = changes.get(run.key) ?? null;
      if (!pitch || !room) return [];
      return [{ run, pitch, room, hosts: whose.hosting.includes(pitch.id), change, besides: [] }];
    })
    .sort((a, b) => startOf(a) - startOf(b) || Number(b.hosts) - Number(a.hosts));
  return listed.map((going, nth) => {
    const before = listed.slice(0, nth).filter(({ run }) => overlap(run, going.run));
    return { ...going, besides: before.map(({ pitch }) => pitch) };
  });
}

const startOf = ({ run }: Going) => Date.parse(run.startsAt);

type Named = RunId & Pick<Run, "key">;

/** Of a run that is on the grid no more: what would be theirs if it still were, beside those that are. */
export function wasMine({ pitchId, copy }: RunId, runs: readonly Named[], whose: Whose): boolean {
  const key = runKey(pitchId, copy);
  return mineOf([...runs, { key, pitchId, copy }], whose).has(key);
}

/**
 * What of a feed is somebody's: what they host and go to, and what they did before it was taken off. Whoever is at the camp
 * reads every title.
 */
export function myFeed(sessions: readonly FeedSession[], whose: Whose): FeedSession[] {
  const named = sessions.flatMap(({ key, cancelled }) => {
    const run = readRunKey(key);
    return run ? [{ key, cancelled, ...run }] : [];
  });
  const runs = named.filter(({ cancelled }) => !cancelled);
  const mine = mineOf(runs, whose);
  for (const run of named) if (run.cancelled && wasMine(run, runs, whose)) mine.add(run.key);
  return sessions.filter(({ key }) => mine.has(key)).map((session) => ({ ...session, unlisted: false }));
}

type Span = { startsAt: string; endsAt: string };

const overlap = (a: Span, b: Span) =>
  Date.parse(a.startsAt) < Date.parse(b.endsAt) && Date.parse(b.startsAt) < Date.parse(a.endsAt);

/** In how many slots of sessions something of theirs is, and how many there are. */
export function slotsTaken(day: readonly SlotOfMine[]): { taken: number; slots: number } {
  const slots = day.filter(({ slot }) => slot.kind === "session");
  const taken = slots.filter(({ goings, goesOn }) => goings.length + goesOn.length > 0);
  return { taken: taken.length, slots: slots.length };
}
