/** Where and when, in words, for what is shown and what is said aloud. */

import { byWords } from "#components/audience/words.ts";
import type { FrameChange, GridWarning, Times } from "#domain/grid.ts";
import type { Spot } from "#domain/holding.ts";
import type { Retold } from "#domain/retold.ts";
import type { RunId } from "#domain/run.ts";
import { copiesOf } from "#domain/shape.ts";
import { onSeveralDays } from "#domain/time/date.ts";
import type { Weight } from "#domain/weighing.ts";
import { count, number } from "#messages/counts.ts";
import { rangeOn, timeOn } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import type { Board } from "./board.ts";

const words = wordsOf("editor");
const reasons = wordsOf("reasons");

type Slots = Pick<Board, "slots">;

/** A time as the camp's clocks show it, with its day where slots, or it and they, are of several. */
export const timeIn = (instant: string, { slots }: Slots, zone: string) =>
  timeOn(instant, onSeveralDays([...slots, { startsAt: instant }], zone), { locale: readerLocale(), zone });

/** A number as it is written. */
export const written = (n: number) => number(n, readerLocale());

/** What a run is called: by its session, and where that runs more than once by which of its runs it is. */
export function titleOf(board: Pick<Board, "cards" | "placements" | "pitches">, run: RunId): string {
  const title = board.cards.get(run.pitchId)?.pitch.title ?? "";
  const copies = copiesOf(board.placements, board.pitches, run.pitchId);
  return copies.length > 1
    ? words.said.run(title, words.card.run(copies.indexOf(run.copy) + 1, copies.length))
    : title;
}

/** "Library at 11am", or the tray. */
export function placeWords(board: Pick<Board, "rooms" | "slots">, zone: string, spot: Spot): string {
  const room = spot && board.rooms.find(({ id }) => id === spot.roomId);
  const slot = spot && board.slots.find(({ id }) => id === spot.slotId);
  return room && slot ? words.said.cell(room.name, timeIn(slot.startsAt, board, zone)) : words.held.tray;
}

/** What else of a session its hosts say by now. */
export function retoldWords({ from, to }: Retold): string {
  return from === to ? words.publish.retold(to) : words.publish.renamed(from, to);
}

/** What became of a room or a slot since the last version. */
export function frameWords(change: FrameChange, board: Slots, zone: string): string {
  const { frame } = words.publish;
  if (change.kind === "room") {
    const { from, to } = change;
    if (!to) return frame.roomGone(from!);
    return from ? frame.room(from, to) : frame.roomNew(to);
  }
  const { from, to } = change;
  const several = onSeveralDays([...board.slots, ...[from, to].flatMap((it) => it ?? [])], zone);
  const said = (times: Times) => {
    const range = rangeOn(times.startsAt, times.endsAt, several, { locale: readerLocale(), zone });
    return times.title ? `${times.title}, ${range}` : range;
  };
  if (!to) return frame.slotGone(said(from!));
  return from ? frame.slot(said(from), said(to)) : frame.slotNew(said(to));
}

/** That a version is out, and how many people are told what it changed for them. */
export function publishedWords({ number, told }: { number: number; told: number }): string {
  const out = words.publish.done(number);
  return told === 0 ? out : `${out} ${count(told, words.publish.told, readerLocale())}`;
}

/** A warning as its card says it. */
export function warningWords(
  warning: GridWarning,
  board: Pick<Board, "slots" | "cards" | "expected">,
  zone: string,
): string {
  const slot = board.slots.find(({ id }) => id === warning.slotId);
  if (warning.kind === "host_twice")
    return words.warnings.host_twice(warning.host, slot ? timeIn(slot.startsAt, board, zone) : "");
  if (warning.kind === "host_busy")
    return words.warnings.host_busy(slot ? timeIn(slot.startsAt, board, zone) : "");
  if (warning.kind === "cut_short") return words.warnings.cut_short;
  if (warning.kind === "room_small") {
    const card = board.cards.get(warning.pitchId)!;
    const by = byWords(board.expected(warning), card);
    return words.warnings.room_small(written(warning.expected), by, written(warning.capacity));
  }
  if (warning.kind === "room_off") return words.warnings.room_off(warning.note);
  return words.warnings.need_unmet(words.warnings.needs[warning.need] ?? warning.need);
}

/** How many of something each person has: two digits after the point, none that are nought. */
export const each = (total: number, people: number) =>
  number(Math.round((100 * total) / Math.max(1, people)) / 100, readerLocale());

/** What a cell would change: the rule it breaks, else people and seats. */
export function weightWords({ rule, people, unseated }: Weight): string {
  if (rule) return reasons.rules[rule];
  const [served, seats] = [people > 0 ? "more" : "fewer", unseated > 0 ? "seatsFewer" : "seatsMore"] as const;
  const said = [
    people !== 0 && count(Math.abs(people), reasons[served], readerLocale()),
    unseated !== 0 && count(Math.abs(unseated), reasons[seats], readerLocale()),
  ].filter((part) => part !== false);
  return said.join(", ") || reasons.same;
}

/** The colour beside the words: never all there is. Whoever has no seat there is not served. */
export function toneOf({ rule, people, unseated }: Weight): "good" | "bad" | "plain" {
  const served = people - unseated;
  if (rule || served < 0) return "bad";
  return served > 0 ? "good" : "plain";
}
