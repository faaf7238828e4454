/** The files of a kept camp by their paths: pages that lead to each other, and what the product says to programs. */
import { type Archive, gridOf } from "#domain/archive.ts";
import { writeCsv } from "#domain/csv.ts";
import { type EventView, isHalted } from "#domain/event.ts";
import { feedOf, withHalt } from "#domain/feed.ts";
import type { GridView } from "#domain/grid.ts";
import { gridSheet } from "#domain/grid-sheet.ts";
import { isListed } from "#domain/pitch.ts";
import { scheduleOf } from "#domain/schedule.ts";
import { scheduleJson } from "#domain/schedule-json.ts";
import { scheduleXml } from "#domain/schedule-xml.ts";
import { sessionCalendar } from "#domain/time/session-calendar.ts";
import type { Version } from "#domain/version.ts";
import { eventAnswer, roomsAnswer, sessionsAnswer, slotsAnswer } from "#live/api/answers.ts";
import { pagesOf, type RoomFile } from "#live/archive/pages.ts";
import { ARCHIVE_STYLE } from "#live/archive/style.ts";
import { list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const words = wordsOf("archive");
const feeds = wordsOf("feeds");
const pitches = wordsOf("pitch");
const sheets = wordsOf("sheet");

const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;

/** A mark at the start tells Excel that this is UTF-8. */
const csv = (rows: readonly (readonly string[])[]) => `\uFEFF${writeCsv(rows.map((row) => [...row]))}`;

/**
 * In the reader's language, that of the camp.
 * @param event the camp as everybody may know it @param origin where it stands, as `https://camps.example.org`
 */
export function filesOf(archive: Archive, event: EventView, origin: string): Record<string, string> {
  const grid = archive.grid && gridOf(archive.grid, pitches.hidden);
  const rooms = (grid?.rooms ?? []).map(
    ({ letter, name }): RoomFile => ({ path: `data/rooms/${letter}.ics`, letter, name }),
  );
  return {
    ...pagesOf(archive, grid, rooms),
    "style.css": ARCHIVE_STYLE,
    "camp.json": json(archive),
    ...(grid && gridFiles(grid, event, origin, rooms)),
    "data/pitches.csv": csv(pitchRows(archive)),
    "data/api/event.json": json(eventAnswer({ event, grid }, origin)),
  };
}

function gridFiles(
  grid: GridView,
  event: EventView,
  origin: string,
  rooms: readonly RoomFile[],
): Record<string, string> {
  const { slug, name, place, zone, phase } = event;
  const halted = isHalted(phase);
  const sheet = { grid, pitches: new Map(grid.sessions.map((pitch) => [pitch.id, pitch])), zone };
  // Nobody is led to a session of a camp that did not take place.
  const schedule = scheduleOf(event, halted ? null : grid, origin);
  const calendar = (called: string, letter?: string) =>
    sessionCalendar(
      {
        ...{ name: called, place, zone, page: `${origin}/e/${slug}/grid` },
        sessions: withHalt(feedOf([versionOf(grid)], letter), { halted, revision: 0 }),
      },
      { unlisted: pitches.hidden, by: (hosts) => pitches.by(list(hosts, readerLocale())) },
    );
  const seen = { event, grid };
  return {
    "data/grid.csv": csv(gridSheet("table", sheet, sheets.columns)),
    "data/sessions.csv": csv(gridSheet("list", sheet, sheets.columns)),
    "data/calendar.ics": calendar(name),
    ...Object.fromEntries(
      rooms.map((room) => [room.path, calendar(feeds.ofRoom(name, room.letter, room.name), room.letter)]),
    ),
    "data/schedule.xml": scheduleXml(schedule),
    "data/schedule.json": `${scheduleJson(schedule)}\n`,
    "data/api/sessions.json": json(sessionsAnswer(seen)),
    "data/api/rooms.json": json(roomsAnswer(seen)),
    "data/api/slots.json": json(slotsAnswer(seen)),
  };
}

/** Of the grid that is kept alone: those before it may say what nobody is to read any more. */
function versionOf(grid: GridView): Version {
  const { number, publishedAt, rooms, slots, placements, sessions } = grid;
  const said = sessions.map((pitch) => {
    const { id, title, line, hosts } = pitch;
    return [id, { title, line, hosts, unlisted: !isListed(pitch) }] as const;
  });
  return {
    ...{ number, publishedAt, rooms, slots, placements },
    ...{ takenBackAt: null, sessions: new Map(said) },
  };
}

function pitchRows({ grid, pitches: others }: Archive): string[][] {
  const { columns } = words;
  const { kind, noteLevel } = pitches.choices;
  const placed = (grid?.sessions ?? []).filter(isListed);
  const rows = [...placed, ...others].map((pitch) => [
    ...[pitch.title, pitch.line, pitch.hosts.join("; "), kind[pitch.kind], noteLevel[pitch.noteLevel]],
    placed.includes(pitch) ? columns.yes : columns.no,
  ]);
  const { title, line, hosts, notes } = columns;
  return [[title, line, hosts, columns.kind, notes, columns.placed], ...rows];
}
