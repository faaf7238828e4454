/**
 * A grid as people write one by hand: the slots down, the rooms across. It is read as the list it says the same as
 * (domain/import/grid.ts), a row for every cell that has something in it.
 */
import { NO_CHOICES } from "#domain/import/choices.ts";
import { recognise } from "#domain/import/columns.ts";
import { readTable } from "#domain/import/table.ts";
import { splitSpan } from "#domain/import/time.ts";

const TIMES = /^(time|times|when|slot|slots|start|starts|from|begin|begins|start time|)$/i;
const ENDS = /^(end|ends|to|until|finish|end time)$/i;
const CLOCK = /\d[:.]\d{2}|\d ?[ap]\.?m\b|noon|midnight/i;

/** What stands alone in the first column and is no session, however many rooms there are. */
const BREAK =
  /\b(break|lunch|coffee|tea|breakfast|dinner|drinks|welcome|registration|arrival|arrive|doors|opening|closing|close|wrap|plenary|pitching|intro|introduction)\b/i;

/** As our own sheets say it (domain/grid-sheet.ts), in English as the columns are. */
const CALLED_BREAK = /^break: (?=\S)/i;

const HEADER = ["start", "end", "room", "kind", "title"];

/** The same as a list, as comma-separated text; null for what is no such grid. */
export function listed(text: string): string | null {
  const table = readTable(text);
  if ("code" in table || recognise(table.header, NO_CHOICES) !== null) return null;
  const { cells: names } = table.header;
  if (!TIMES.test(names[0] ?? "")) return null;
  const first = ENDS.test(names[1] ?? "") ? 2 : 1;
  const rooms = names.flatMap((name, at) => (at >= first && name !== "" ? [{ name, at }] : []));
  const rows = table.rows.map(({ cells }) => cells);
  const timed = rows.filter((cells) => CLOCK.test(cells[0] ?? ""));
  if (rooms.length === 0 || timed.length * 2 <= rows.length) return null;
  const times = timesOf(rows, first === 2);
  const list = rows.flatMap((cells, n) => {
    const { start, end } = times[n]!;
    const said = rooms.flatMap(({ name, at }) => (cells[at] ? [{ room: name, title: cells[at], at }] : []));
    const alone = said.length === 1 && said[0]!.at === rooms[0]!.at && BREAK.test(said[0]!.title);
    return said.map(({ room, title }) =>
      alone ? [start, end, "", "break", title.replace(CALLED_BREAK, "")] : [start, end, room, "", title],
    );
  });
  return [HEADER, ...list].map((cells) => `${cells.map(quoted).join(",")}\n`).join("");
}

/** A slot without an end lasts until the next begins, and the last one as long as the one before it. */
function timesOf(rows: readonly (readonly string[])[], ends: boolean): { start: string; end: string }[] {
  const said = rows.map((cells) => {
    const [cell = "", end = ""] = cells;
    if (ends) return { start: cell, end };
    const [from = cell, until = ""] = splitSpan(cell) ?? [];
    return { start: from, end: until };
  });
  return said.map(({ start, end }, n) => ({
    start,
    end: end || said[n + 1]?.start || longAs(said[n - 1]?.start, start),
  }));
}

/** As long after a time as that is after another; empty where either is no plain time of day. */
function longAs(before: string | undefined, time: string): string {
  const [from, at] = [minutesOf(before ?? ""), minutesOf(time)];
  if (from === null || at === null || at <= from) return "";
  const end = Math.min(at + (at - from), 24 * 60);
  return `${String(Math.floor(end / 60)).padStart(2, "0")}:${String(end % 60).padStart(2, "0")}`;
}

function minutesOf(text: string): number | null {
  const [, hours, minutes] = /^(\d{1,2})[:.](\d{2})$/.exec(text) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

const quoted = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
