/** The runs of a published grid as people read them: what it is, where, when, and what is news about it. */
import type { GridChange, GridView } from "#domain/grid.ts";
import { newsAt } from "#domain/grid-change.ts";
import type { PitchView } from "#domain/pitch.ts";
import type { RoomView } from "#domain/room.ts";
import { keyOf, type Run, runsOf } from "#domain/run.ts";
import type { SlotView } from "#domain/slot.ts";

/** `slot` is its first; `change` is what changed about it and is still news, or null. */
export type RunView = Run & { pitch: PitchView; room: RoomView; slot: SlotView; change: GridChange | null };

/** The public page of a run. @param key of the run */
export const sessionPage = (slug: string, key: string): string => `/e/${slug}/sessions/${key}`;

/** What was written down of a run. @param key of the run */
export const notesPage = (slug: string, key: string): string => `${sessionPage(slug, key)}/notes`;

/** The public page of a room. */
export const roomPage = (slug: string, letter: string): string => `/e/${slug}/rooms/${letter}`;

/**
 * All of them, in order of time, then of the rooms. One whose text is not in the publication is left out.
 * @param now milliseconds since 1970
 */
export function viewRuns(grid: GridView, now: number): RunView[] {
  const byId = <One extends { id: string }>(all: readonly One[]) => new Map(all.map((one) => [one.id, one]));
  const [pitches, rooms, slots] = [byId(grid.sessions), byId(grid.rooms), byId(grid.slots)];
  const changes = new Map(newsAt(grid, now).map((change) => [keyOf(change), change]));
  return runsOf(grid).flatMap((run) => {
    const [pitch, room, slot] = [pitches.get(run.pitchId), rooms.get(run.roomId), slots.get(run.slotId)];
    return pitch && room && slot ? [{ ...run, pitch, room, slot, change: changes.get(run.key) ?? null }] : [];
  });
}

type Times = { startsAt: string; endsAt: string };

/** Whether something is under way. @param now milliseconds since 1970 */
export const isOnAt = ({ startsAt, endsAt }: Times, now: number): boolean =>
  Date.parse(startsAt) <= now && now < Date.parse(endsAt);

/** Whether it has ended. @param now milliseconds since 1970 */
export const hasEnded = ({ endsAt }: Pick<Times, "endsAt">, now: number): boolean =>
  Date.parse(endsAt) <= now;

/** Whether two things are at one time, however they begin and end. */
const meet = (a: Times, b: Times): boolean =>
  Date.parse(a.startsAt) < Date.parse(b.endsAt) && Date.parse(b.startsAt) < Date.parse(a.endsAt);

/** The other times at which the same session runs, in order of time. */
export function otherRuns<One extends Run>({ pitchId, key }: Run, all: readonly One[]): One[] {
  return all.filter((other) => other.pitchId === pitchId && other.key !== key);
}

/** Whether a run is somebody's. */
export type IsTheirs = (run: Pick<Run, "key" | "pitchId">) => boolean;

/** What of other sessions is at the same time, and theirs. */
export function clashesOf(run: RunView, all: readonly RunView[], isTheirs: IsTheirs): RunView[] {
  return all.filter((other) => other.pitchId !== run.pitchId && isTheirs(other) && meet(run, other));
}

/** Theirs first, each part in the order it had. */
export function theirsFirst(runs: readonly RunView[], isTheirs: IsTheirs): RunView[] {
  const [mine, others] = [true, false].map((it) => runs.filter((run) => isTheirs(run) === it));
  return [...mine!, ...others!];
}

/**
 * Whether this reader was told what it is: of what is not listed strangers know a cell, and no more.
 * @param hidden the words that stand for its title
 */
export const isKnown = ({ pitch: { noteLevel, title } }: Pick<RunView, "pitch">, hidden: string): boolean =>
  noteLevel !== "unlisted" || title !== hidden;

/** Whether this reader is led to what is written down of it. @param hidden as of `isKnown` */
export const leadsToNotes = (run: Pick<RunView, "pitch">, hidden: string): boolean =>
  run.pitch.noteLevel !== "no_notes" && isKnown(run, hidden);
