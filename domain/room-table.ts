/** A camp's rooms as a table of text: copied into a spreadsheet, and pasted out of one. */
import type { Problem } from "#domain/import/problem.ts";
import { same } from "#domain/import/text.ts";
import { FEATURES, type Feature, hasSeats, type RoomView } from "#domain/room.ts";
import { readPasted, writeTable } from "#domain/table-text.ts";

/** What a room may be ticked as: what it has, and that nobody knows how many fit. */
const TICKS = [...FEATURES, "unofficial"] as const;
export type Tick = Feature | "unofficial";

/** What columns and features are called by whoever reads them. */
export type RoomWords = Record<"name" | "seats" | "features" | "directions" | Tick, string>;

/** A room as it is typed; what its table has no column for is left out. */
export type TypedRoom = {
  name: string;
  capacity?: string;
  ticks: Partial<Record<Tick, boolean>>;
  directions?: string;
};

type Column = "name" | "seats" | "features" | "directions" | Tick;

const COLUMNS = ["name", "seats", "features", "directions"] as const;

/** What spreadsheets say where something is so. */
const YES = ["x", "yes", "y", "1", "true", "✓", "✔"];

export function roomsAsText(rooms: readonly RoomView[], words: RoomWords): string {
  const rows = rooms.map((room) => [
    room.name,
    hasSeats(room) ? String(room.capacity) : "",
    [...room.features, ...(room.unofficial ? ["unofficial" as const] : [])].map((it) => words[it]).join(", "),
    room.directions ?? "",
  ]);
  return writeTable([COLUMNS.map((column) => words[column]), ...rows]);
}

/**
 * Reads rooms out of a table, whose columns are in our order where it has no head.
 * @returns the rooms, and by their lines what says nothing of a room we know
 */
export function readRoomTable(
  text: string,
  words: RoomWords,
): { rooms: TypedRoom[]; unknown: { line: number; what: string }[] } | Problem {
  const heads = Object.fromEntries([...COLUMNS, ...TICKS].map((it) => [it, [words[it], it]]));
  const table = readPasted(text, heads as Record<Column, string[]>);
  if (!("rows" in table)) return table;
  const width = Math.max(...table.rows.map(({ cells }) => cells.length), 1);
  const columns = table.columns ?? COLUMNS.slice(0, width);
  const unknown: { line: number; what: string }[] = [];
  const rooms = table.rows.map(({ number, cells }): TypedRoom => {
    const said = (column: Column) => {
      const at = columns.indexOf(column);
      return at < 0 ? undefined : (cells[at] ?? "");
    };
    const named = (said("features") ?? "").split(/[,;/]/).filter((it) => same(it) !== "");
    const ticked = named.flatMap((name): Tick[] => {
      const tick = TICKS.find((it) => [words[it], it].some((called) => same(called) === same(name)));
      if (!tick) unknown.push({ line: number, what: name.trim() });
      return tick ? [tick] : [];
    });
    const apart = TICKS.filter((it) => columns.includes(it));
    const yes = apart.filter((it) => YES.includes(same(said(it)!)));
    // A list of what a room has says of all else that it has not; a column says it of one thing.
    const known = columns.includes("features") ? TICKS : apart;
    const [capacity, directions] = [said("seats"), said("directions")];
    return {
      name: said("name") ?? "",
      ...(capacity !== undefined && { capacity }),
      ticks: Object.fromEntries(known.map((it) => [it, ticked.includes(it) || yes.includes(it)])),
      ...(directions !== undefined && { directions }),
    };
  });
  return { rooms, unknown };
}

/** A name for one more room like another: the next free number behind it. @param taken by the others */
export function nextName(name: string, taken: readonly string[]): string {
  const [, stem = name, figures] = /^(.*?)\s*(\d{1,4})$/u.exec(name) ?? [];
  const names = new Set(taken.map(same));
  for (let number = figures ? Number(figures) + 1 : 2; ; number += 1) {
    const next = `${stem} ${number}`.trim();
    if (!names.has(same(next))) return next;
  }
}
