/**
 * The published grid as conference apps read a schedule (schedule.xml and its JSON, of frab, pretalx and c3voc): days,
 * rooms, events. What stands here is what strangers read on the grid and nothing else.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { EventView } from "#domain/event.ts";
import type { GridView } from "#domain/grid.ts";
import { guidOf } from "#domain/guid.ts";
import type { NoteLevel, PitchKind, PitchView } from "#domain/pitch.ts";
import { type Run, runsOf } from "#domain/run.ts";
import { lengthOf, type ProgrammeDay, programmeDays, zonedInstant } from "#domain/time/programme-day.ts";

export type ScheduleEvent = {
  /** The same for the same run of a session, whatever else changes of it. */
  guid: string;
  /** For older apps, which know a number: made from the guid, once in a schedule. */
  id: number;
  slug: string;
  room: string;
  title: string;
  line: string;
  type: string;
  hosts: readonly string[];
  /** That nobody is to record it. */
  unrecorded: boolean;
  /** With the camp's distance from UTC, as all times here. */
  date: string;
  /** `HH:MM` */
  start: string;
  /** `HH:MM` */
  duration: string;
  end: string;
  url: string;
};

export type ScheduleRoom = { name: string; guid: string; capacity: number };

export type ScheduleDay = {
  index: number;
  date: string;
  start: string;
  end: string;
  /** Every room of the grid, in the order of the letters. */
  rooms: readonly { room: ScheduleRoom; events: readonly ScheduleEvent[] }[];
};

export type Schedule = {
  /** The number of the published grid; "0" before the first. */
  version: string;
  /** Where this one is read, as a whole address without its ending. */
  address: string;
  page: string;
  title: string;
  acronym: string;
  zone: string;
  language: string;
  rooms: readonly ScheduleRoom[];
  days: readonly ScheduleDay[];
};

/** In the words that such schedules use. */
const TYPES: Record<PitchKind, string> = {
  ...{ discuss: "discussion", share: "talk", help: "workshop", went_wrong: "talk" },
};

/** What is said under these is not to be kept, and much less filmed. */
const RECORDED: readonly NoteLevel[] = ["open"];

type Placed = { run: Run; pitch: PitchView; room: ScheduleRoom; startsAt: string; endsAt: string };

/**
 * @param grid as strangers may see it; null before one is published
 * @param origin of this installation, as `https://camps.example.org`
 */
export function scheduleOf(event: EventView, grid: GridView | null, origin: string): Schedule {
  const { slug, name, zone, locale, days: dates } = event;
  const address = `${origin}/e/${slug}`;
  const rooms = (grid?.rooms ?? []).map(({ id, letter, name, capacity }) => ({
    key: id,
    room: { name: `${letter} · ${name}`, guid: guidOf(id), capacity },
  }));
  const roomOf = new Map(rooms.map(({ key, room }) => [key, room]));
  const pitchOf = new Map((grid?.sessions ?? []).map((pitch) => [pitch.id, pitch]));
  const placed = (grid ? runsOf(grid) : []).flatMap((run): Placed[] => {
    const [pitch, room] = [pitchOf.get(run.pitchId), roomOf.get(run.roomId)];
    return pitch && room ? [{ run, pitch, room, startsAt: run.startsAt, endsAt: run.endsAt }] : [];
  });
  const acronym = slug.replaceAll("-", "_").padEnd(4, "_");
  const ids = numbered(placed.map(({ run }) => guidOf(run.key)));
  const eventOf = (one: Placed) => written(one, { acronym, page: `${address}/grid`, zone, ids });
  return {
    ...{ version: String(grid?.number ?? 0), address: `${address}/schedule`, page: `${address}/grid` },
    ...{ title: name, acronym, zone, language: locale.split("-")[0]! },
    rooms: rooms.map(({ room }) => room),
    days: programmeDays(
      placed,
      dates.map(({ date }) => date),
      zone,
    ).map((day, n) => dayOf(day, n, zone, roomOf, eventOf)),
  };
}

function dayOf(
  { date, startsAt, endsAt, things }: ProgrammeDay<Placed>,
  n: number,
  zone: string,
  rooms: ReadonlyMap<string, ScheduleRoom>,
  eventOf: (one: Placed) => ScheduleEvent,
): ScheduleDay {
  return {
    ...{ index: n + 1, date, start: zonedInstant(startsAt, zone), end: zonedInstant(endsAt, zone) },
    rooms: [...rooms.values()].map((room) => ({
      room,
      events: things.filter((thing) => thing.room === room).map(eventOf),
    })),
  };
}

function written(
  { run, pitch, room, ...times }: Placed,
  { acronym, page, zone, ids }: { acronym: string; page: string; zone: string; ids: Map<string, number> },
): ScheduleEvent {
  const guid = guidOf(run.key);
  const date = zonedInstant(times.startsAt, zone);
  return {
    ...{ guid, id: ids.get(guid)!, slug: `${acronym}-${guid}`, room: room.name },
    ...{ title: pitch.title, line: pitch.line, hosts: pitch.hosts, type: TYPES[pitch.kind] },
    unrecorded: !RECORDED.includes(pitch.noteLevel),
    ...{ date, start: date.slice(11, 16), duration: lengthOf(times), end: zonedInstant(times.endsAt, zone) },
    url: `${page}#slot-${run.slotId}`,
  };
}

const LARGEST_ID = 2 ** 31 - 1;

/** A number from 1 for each, the same each time; of two that meet, the later has the next that is free. */
function numbered(guids: readonly string[]): Map<string, number> {
  const taken = new Set<number>();
  const ids = new Map<string, number>();
  for (const guid of [...guids].sort()) {
    let id = 1 + (Number.parseInt(bytesToHex(sha256(utf8ToBytes(guid))).slice(0, 8), 16) % LARGEST_ID);
    while (taken.has(id)) id = 1 + (id % LARGEST_ID);
    taken.add(id);
    ids.set(guid, id);
  }
  return ids;
}
