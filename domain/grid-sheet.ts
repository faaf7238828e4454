/** A grid as the rows of a spreadsheet: as people draw it, or as a list that an import reads as the same grid. */
import { dayTable } from "#domain/day-table.ts";
import type { Arranged } from "#domain/grid.ts";
import type { PitchView } from "#domain/pitch.ts";
import { runsOf } from "#domain/run.ts";
import { localAt } from "#domain/time/local.ts";

export const SHAPES = ["table", "list"] as const;
export type Shape = (typeof SHAPES)[number];

/** What the columns and a break are called. */
export type SheetWords = Record<"start" | "end" | "room" | "kind" | "title" | "host" | "break", string>;

export type SheetOfGrid = {
  grid: Arranged;
  /** What may be read of each pitch, by its id; a session of which nothing may be is left out. */
  pitches: ReadonlyMap<string, Pick<PitchView, "title" | "hosts">>;
  zone: string;
};

/** Its first row is the header. Times are the camp's own, `2026-07-14 13:30`. */
export function gridSheet(shape: Shape, sheet: SheetOfGrid, words: SheetWords): string[][] {
  return shape === "table" ? asTable(sheet, words) : asList(sheet, words);
}

const timesIn = (zone: string) => (times: { startsAt: string; endsAt: string }) =>
  [times.startsAt, times.endsAt].map((at) => {
    const { day, time } = localAt(Date.parse(at), zone);
    return `${day} ${time}`;
  });

/** The slots down and the rooms across. A session of several slots is in each of them. */
function asTable({ grid, pitches, zone }: SheetOfGrid, words: SheetWords): string[][] {
  const times = timesIn(zone);
  const title = (pitchId: string) => pitches.get(pitchId)?.title ?? "";
  const roomIds = grid.rooms.map(({ id }) => id);
  const reach = new Map<string, { left: number; title: string }>();
  const rows = dayTable(grid, grid.slots, roomIds).map(({ slot, cells }) => {
    if (!cells) return [...times(slot), titleOfBreak(slot.title, words)];
    for (const { roomId, run, rows } of cells)
      reach.set(roomId, { left: rows, title: run ? title(run.pitchId) : "" });
    const said = roomIds.map((id) => {
      const cell = reach.get(id)!;
      cell.left -= 1;
      return cell.title;
    });
    return [...times(slot), ...said];
  });
  return [[words.start, words.end, ...grid.rooms.map(({ name }) => name)], ...rows];
}

/** Says that it is one, so that it is not taken for a session in the first room. */
const titleOfBreak = (title: string, words: SheetWords) =>
  title === "" ? words.break : `${words.break}: ${title}`;

/** A row for each session as often as it happens, and for each break. */
function asList({ grid, pitches, zone }: SheetOfGrid, words: SheetWords): string[][] {
  const times = timesIn(zone);
  const rooms = new Map(grid.rooms.map(({ id, name }) => [id, name]));
  const runs = runsOf(grid).flatMap((run) => {
    const pitch = pitches.get(run.pitchId);
    if (!pitch) return [];
    const said = [rooms.get(run.roomId) ?? "", "", pitch.title, pitch.hosts.join("; ")];
    return [{ at: run.startsAt, cells: [...times(run), ...said] }];
  });
  const breaks = grid.slots
    .filter(({ kind }) => kind === "break")
    .map((slot) => {
      const said = ["", words.break.toLowerCase(), slot.title || words.break, ""];
      return { at: slot.startsAt, cells: [...times(slot), ...said] };
    });
  const rows = [...breaks, ...runs].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const header = [words.start, words.end, words.room, words.kind, words.title, words.host];
  return [header, ...rows.map(({ cells }) => cells)];
}
