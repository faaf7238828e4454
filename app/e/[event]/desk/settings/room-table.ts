/** The buttons of the table of rooms but Save: more rows, one more like another, and what is pasted. */
import type { FormState } from "#app/respond.ts";
import { same } from "#domain/import/text.ts";
import { LONGEST, MOST } from "#domain/limits.ts";
import { FEATURES, type RoomView } from "#domain/room.ts";
import { nextName, type RoomWords, readRoomTable, roomsAsText, type TypedRoom } from "#domain/room-table.ts";
import { wordsOf } from "#messages/words.ts";
import { readRooms } from "./read.ts";
import {
  blanks,
  cellOf,
  formWith,
  isBlank,
  moreRows,
  type TypedRow,
  typedRows,
  withRows,
} from "./typed-rows.ts";

const camp = wordsOf("camp");
const room = wordsOf("room");
const words = wordsOf("settingsTable");

const PARTS = ["name", "capacity", "directions", "link"] as const;
/** What a room like another has of it: a private link is of one room alone. */
const COPIED = ["capacity", "features", "unofficial", "directions"] as const;
const BLANK: TypedRow = {};

const roomWords = (): RoomWords => ({
  ...{ name: camp.rooms.name, seats: camp.rooms.seats, features: camp.rooms.features },
  ...{ directions: camp.rooms.directions, unofficial: room.unofficial, ...room.features },
});

/** The rooms as they are saved; empty where there are none. */
export const textOfRooms = (rooms: readonly RoomView[]): string =>
  rooms.length === 0 ? "" : roomsAsText(rooms, roomWords());

/** What another button than Save does with a form of rooms; null where it is to be saved. */
export function roomStep(form: FormData): FormState | null {
  const step = String(form.get("step") ?? "");
  const sheet = String(form.get("sheet") ?? "");
  const rows = typedRows(form, "room");
  if (step === "more") return moreRows(form, "room", rows, BLANK, "name");
  const at = Number(/^copy\.(\d{1,3})$/.exec(step)?.[1] ?? -1);
  const like = rows[at];
  if (like && isBlank(like, PARTS)) return withRows(form, "room", rows, { at: `room.${at}.name` });
  if (like) return oneMore(form, rows, like);
  // Whoever pastes and presses Save sees first what would be saved.
  if (step === "paste" || sheet.trim() !== "") return paste(form, rows, sheet);
  // A button of no row that there is saves nothing.
  return step === "" ? null : withRows(form, "room", rows, {});
}

const filled = (rows: readonly TypedRow[]) => rows.filter((row) => !isBlank(row, PARTS));

function oneMore(form: FormData, rows: readonly TypedRow[], like: TypedRow): FormState {
  const there = filled(rows);
  const name = nextName(
    cellOf(like, "name"),
    there.map((row) => cellOf(row, "name")),
  );
  const rest = Object.fromEntries(COPIED.map((part) => [part, like[part] ?? []]));
  const all = [...there, { ...rest, name: [name] }, ...blanks(BLANK, MOST.blankRows)];
  return withRows(form, "room", all, { at: `room.${there.length}.name` });
}

function paste(form: FormData, rows: readonly TypedRow[], sheet: string): FormState {
  const wrong = (message: string) => withRows(form, "room", rows, { errors: { sheet: message } });
  if (sheet.trim() === "") return wrong(words.paste.empty);
  if (sheet.length > LONGEST.pastedTable) return wrong(words.paste.long);
  const read = readRoomTable(sheet, roomWords());
  if (!("rooms" in read)) return wrong(words.paste.unreadable(read.row));
  const names = [...FEATURES.map((it) => room.features[it]), room.unofficial].join(", ");
  const unknown = read.unknown
    .slice(0, MOST.linesNamed)
    .map(({ line, what }) => words.paste.unknown(line, what));
  if (unknown.length > 0) return wrong([...unknown, words.paste.known(names)].join(". "));
  const { all, added, changed } = merged(filled(rows), read.rooms);
  if (all.length > MOST.rooms) return wrong(camp.tooMany(MOST.rooms));
  const table = [...all, ...blanks(BLANK, MOST.blankRows)];
  const { errors } = readRooms(formWith(form, "room", table));
  return withRows(form, "room", table, { sheet: "", errors, done: words.put(added, changed) });
}

/** A room that is there by its name is what the sheet says it is, where the sheet says it. */
function merged(there: readonly TypedRow[], rooms: readonly TypedRoom[]) {
  const all = [...there];
  const free = new Set(there.keys());
  let [added, changed] = [0, 0];
  for (const { name, capacity, ticks, directions } of rooms) {
    const at = [...free].find((index) => same(cellOf(there[index]!, "name")) === same(name));
    const before: TypedRow = at === undefined ? {} : all[at]!;
    const said: TypedRow = {
      ...before,
      name: [name],
      ...(capacity !== undefined && { capacity: [capacity] }),
      ...(directions !== undefined && { directions: [directions] }),
      features: FEATURES.filter((it) => ticks[it] ?? before.features?.includes(it)),
      unofficial: (ticks.unofficial ?? before.unofficial?.[0] === "yes") ? ["yes"] : [],
    };
    if (at === undefined) {
      all.push(said);
      added += 1;
    } else {
      free.delete(at);
      // Whoever pastes a room wants it, whatever was ticked.
      all[at] = { ...said, remove: [] };
      if (shown(said) !== shown(before)) changed += 1;
    }
  }
  return { all, added, changed };
}

const shown = (row: TypedRow) =>
  JSON.stringify([
    ...PARTS.map((part) => cellOf(row, part)),
    FEATURES.filter((it) => row.features?.includes(it)),
    row.unofficial?.[0] ?? "",
  ]);
