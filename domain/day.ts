/** The published grid read at a moment of the day. */

import { cellsOf } from "#domain/cell.ts";
import type { EventView } from "#domain/event.ts";
import type { GridChange, GridView } from "#domain/grid.ts";
import { newsAt } from "#domain/grid-change.ts";
import { dayUnderWay, isOn } from "#domain/life.ts";
import type { PitchView } from "#domain/pitch.ts";
import type { RoomView } from "#domain/room.ts";
import { keyOf, type Run, runsOf } from "#domain/run.ts";
import { hasBegun, type SlotView, whereInTheDay } from "#domain/slot.ts";
import { dayOf } from "#domain/time/date.ts";

/** A run of a session in its room. */
export type Session = {
  pitch: PitchView;
  room: RoomView;
  /** What changed about it and is still news, or null. */
  change: GridChange | null;
  run: Run;
  /** It began in a slot before this one. */
  goesOn: boolean;
  /** When else the session runs, in the order of time. */
  others: readonly Run[];
};

/** Sessions in the order of the rooms' letters; `gone` are those that were taken off from here, as long as that is news. */
export type SlotOfDay = { slot: SlotView; sessions: readonly Session[]; gone: readonly GridChange[] };

/**
 * The day, slot by slot; a long session is in each of its slots. One whose room or text is not in the publication is left
 * out.
 * @param now milliseconds since 1970
 */
export function slotsOfDay(grid: GridView, now: number): SlotOfDay[] {
  const pitches = new Map(grid.sessions.map((pitch) => [pitch.id, pitch]));
  const news = newsAt(grid, now);
  const changes = new Map(news.map((change) => [keyOf(change), change]));
  const placements = new Map(grid.placements.map((it) => [keyOf(it), it]));
  const all = runsOf(grid);
  const [placed, ofPitch] = [new Map<string, Run[]>(), new Map<string, Run[]>()];
  const put = (into: Map<string, Run[]>, key: string, run: Run) =>
    into.set(key, [...(into.get(key) ?? []), run]);
  for (const run of all) {
    put(ofPitch, run.pitchId, run);
    for (const { slotId, roomId } of cellsOf(placements.get(run.key)!, grid.slots))
      put(placed, `${slotId} ${roomId}`, run);
  }
  const cell = (slotId: string, room: RoomView): Session[] =>
    (placed.get(`${slotId} ${room.id}`) ?? []).flatMap((run) => {
      const pitch = pitches.get(run.pitchId);
      const others = ofPitch.get(run.pitchId)!.filter((other) => other !== run);
      const change = changes.get(run.key) ?? null;
      return pitch ? [{ pitch, room, change, run, goesOn: run.slotId !== slotId, others }] : [];
    });
  return grid.slots.map((slot) => ({
    slot,
    sessions: grid.rooms.flatMap((room) => cell(slot.id, room)),
    gone: news.filter(({ from, to }) => !to && from?.slotId === slot.id),
  }));
}

export type DayAt = {
  on: SlotOfDay | null;
  next: SlotOfDay | null;
  /** Every slot has ended. False for a grid without slots. */
  over: boolean;
};

/** Where the day stands. @param now milliseconds since 1970 */
export function dayAt(grid: GridView, now: number): DayAt {
  const { on, next } = whereInTheDay(grid.slots, now);
  const days = slotsOfDay(grid, now);
  const find = (slot: SlotView | null) => days.find((day) => day.slot === slot) ?? null;
  return { on: find(on), next: find(next), over: grid.slots.length > 0 && !on && !next };
}

/**
 * Whether all that the grid has for the day under way, and for those before it, has ended, so that what follows is of a
 * later day. False where it has nothing for them, and for a camp that is not on.
 *
 * @param now milliseconds since 1970
 */
export function isDayDone(
  grid: GridView,
  { phase, days, zone }: Pick<EventView, "phase" | "days" | "zone">,
  now: number,
): boolean {
  const day = isOn(phase) ? dayUnderWay(days) : null;
  const until = day ? grid.slots.filter((slot) => dayOf(slot, zone) <= day.date) : [];
  return until.length > 0 && until.every(({ endsAt }) => Date.parse(endsAt) <= now);
}

/** The first slot to come in which sessions begin, or null: what people look for, whatever break comes before it. */
export function comingSessions(grid: GridView, now: number): SlotOfDay | null {
  const ahead = slotsOfDay(grid, now).filter(({ slot }) => !hasBegun(slot, now));
  return (
    ahead.find(({ slot, sessions }) => slot.kind === "session" && sessions.some(({ goesOn }) => !goesOn)) ??
    null
  );
}

/** Whole minutes until an instant, counted up, so that "1 min" is the last thing said; never below 0. */
export function minutesUntil(instant: string, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(instant) - now) / 60_000));
}
