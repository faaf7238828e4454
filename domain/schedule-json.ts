/** A schedule as JSON, by the schema of c3voc. */
import type { Schedule, ScheduleDay, ScheduleEvent } from "#domain/schedule.ts";
import { TIMESLOT } from "#domain/schedule-xml.ts";

/** The zones whose names that schema takes. */
const ZONE = /^[A-Z][a-z]+\/[A-Z][a-z]+|UTC$/;

export function scheduleJson(schedule: Schedule): string {
  const { version, address, page, title, acronym, zone, days, rooms } = schedule;
  return JSON.stringify({
    $schema: "https://c3voc.de/schedule/schema.json",
    generator: { name: "wallchart", url: new URL(address).origin },
    schedule: {
      version,
      base_url: page,
      conference: {
        ...{ acronym, title, url: page },
        ...{ start: days[0]?.date ?? "", end: days.at(-1)?.date ?? "", daysCount: days.length },
        timeslot_duration: TIMESLOT,
        ...(ZONE.test(zone) && { time_zone_name: zone }),
        tracks: [],
        rooms: rooms.map(({ name, guid, capacity }) => ({ name, guid, capacity })),
        days: days.map((day) => dayJson(day, schedule.language)),
      },
    },
  });
}

function dayJson({ index, date, start, end, rooms }: ScheduleDay, language: string) {
  return {
    ...{ index, date, day_start: start, day_end: end },
    rooms: Object.fromEntries(
      rooms.map(({ room, events }) => [room.name, events.map((event) => eventJson(event, language))]),
    ),
  };
}

function eventJson(event: ScheduleEvent, language: string) {
  const { guid, id, date, start, end, duration, room, slug, url, title, type, line, unrecorded } = event;
  return {
    ...{ guid, id, date, start, end, duration, room, slug, url, title },
    ...{ subtitle: "", track: null, type, language, abstract: line, description: "" },
    do_not_record: unrecorded,
    persons: event.hosts.map((name) => ({ name })),
    ...{ links: [], attachments: [] },
  };
}
