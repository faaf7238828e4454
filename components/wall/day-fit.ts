/** A whole day on a wall: its table in letters as large as they can be, in pages where those would be too small. */
import { type CellWords, type Frame, fitsTable, heightsOf } from "#components/grid/table-fit.ts";
import { inParts, inShares } from "#components/ui/in-parts.ts";
import { linesOf } from "#components/ui/letters.ts";
import type { TableRow } from "#domain/day-table.ts";
import type { RoomView } from "#domain/room.ts";
import type { SlotView } from "#domain/slot.ts";

/** Of a title, in hundredths of the screen's width. */
export const SIZES = [3, 2.6, 2.3, 2, 1.8, 1.6, 1.45, 1.3, 1.15, 1, 0.85] as const;
export type Size = (typeof SIZES)[number];

/** 25 px of 1080: read by whoever stands before it. */
const READABLE: Size = 1.3;

/** In hundredths of the screen's width, as in day.module.css. */
const SCREEN: Frame = { width: 94.4, height: 47.8, times: 8, bar: 2.6, row: 3.6, padding: 1.15, whole: 1.3 };
/** The names of the rooms above their columns. */
const [NAME, NAME_LINE, NAME_PADDING] = [1.4, 1.5, 1.1];

export type Page = { slots: readonly SlotView[]; rooms: readonly RoomView[] };
export type LaidDay = { size: Size; hosts: boolean; pages: Page[] };

/** @param less how much of the screen something else takes, in hundredths of its width */
export function layDay(
  slots: readonly SlotView[],
  rooms: readonly RoomView[],
  tableOf: (page: Page) => readonly TableRow[],
  wordsOf: (pitchId: string) => CellWords,
  less: number,
): LaidDay {
  const most = Math.max(1, slots.length) * Math.max(1, rooms.length);
  const day = { columns: Math.max(1, rooms.length), rows: tableOf({ slots, rooms }) };
  const heights = heightsOf(day, wordsOf, { size: READABLE, hosts: false }, SCREEN);
  const tall = new Map(day.rows.map(({ slot }, n) => [slot.id, heights[n]!]));
  const heightOf = ({ id }: SlotView) => tall.get(id) ?? 0;
  for (let count = 1; count <= most; count++) {
    for (const pages of waysToPage(slots, rooms, count, heightOf)) {
      const tables = pages.map((page) => ({ columns: Math.max(1, page.rooms.length), rows: tableOf(page) }));
      const fits = (size: Size, hosts: boolean) =>
        pages.every((page, n) => {
          const height = SCREEN.height - less - headOf(page.rooms);
          return fitsTable(tables[n]!, wordsOf, { size, hosts }, { ...SCREEN, height });
        });
      const size = SIZES.find((it) => it >= READABLE && fits(it, false));
      if (size) return { size, hosts: fits(size, true), pages };
    }
    // More pages would each wait for minutes.
    if (count >= MOST_PAGES) break;
  }
  const pages = [...waysToPage(slots, rooms, MOST_PAGES, heightOf)].at(-1)!;
  return { size: SIZES.at(-1)!, hosts: false, pages };
}

function headOf(rooms: readonly RoomView[]): number {
  const column = (SCREEN.width - SCREEN.times) / Math.max(1, rooms.length) - SCREEN.padding;
  const lines = rooms.map(({ letter, name }) => linesOf(`${letter}mm ${name}`, column / NAME));
  return Math.max(1, ...lines) * NAME_LINE + NAME_PADDING;
}

const MOST_PAGES = 6;

/** So many pages, as full as each other: by time first, for whoever reads a day reads a morning. */
function* waysToPage(
  slots: readonly SlotView[],
  rooms: readonly RoomView[],
  count: number,
  heightOf: (slot: SlotView) => number,
) {
  for (let down = count; down >= 1; down--) {
    const across = count / down;
    if (!Number.isInteger(across) || down > slots.length || across > rooms.length) continue;
    yield inShares(slots, down, heightOf).flatMap((some) =>
      inParts(rooms, across).map((part): Page => ({ slots: some, rooms: part })),
    );
  }
  if (count === 1 || count === MOST_PAGES) yield [{ slots, rooms }];
}
