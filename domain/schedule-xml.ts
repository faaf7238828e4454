/** A schedule as schedule.xml, which Giggity, EventFahrplan and their like read. */
import type { Schedule, ScheduleDay, ScheduleEvent } from "#domain/schedule.ts";
import { element, xmlText as text } from "#domain/xml.ts";

/** How finely apps may draw it. */
export const TIMESLOT = "00:05";

export function scheduleXml(schedule: Schedule): string {
  const { version, address, page, title, acronym, zone, days } = schedule;
  const conference = [
    ...[element("title", title), element("acronym", acronym)],
    ...[element("start", days[0]?.date ?? ""), element("end", days.at(-1)?.date ?? "")],
    ...[element("days", String(days.length)), element("timeslot_duration", TIMESLOT)],
    ...[element("base_url", page), element("url", page), element("time_zone_name", zone)],
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<schedule>",
    `<generator name="wallchart" system="${text(new URL(address).host)}"/>`,
    element("url", `${address}.xml`),
    element("version", version),
    `<conference>${conference.join("")}</conference>`,
    ...days.map((day) => dayXml(day, schedule.language)),
    "</schedule>",
    "",
  ].join("\n");
}

function dayXml({ index, date, start, end, rooms }: ScheduleDay, language: string): string {
  const inside = rooms.map(
    ({ room, events }) =>
      `<room name="${text(room.name)}" guid="${room.guid}">\n${events.map((event) => eventXml(event, language)).join("")}</room>`,
  );
  return `<day index="${index}" date="${date}" start="${start}" end="${end}">\n${inside.join("\n")}\n</day>`;
}

function eventXml(event: ScheduleEvent, language: string): string {
  const { guid, id, unrecorded, hosts } = event;
  const parts = [
    ...[element("room", event.room), element("title", event.title), element("subtitle", "")],
    ...[element("type", event.type), element("date", event.date), element("start", event.start)],
    ...[element("duration", event.duration), element("abstract", event.line), element("slug", event.slug)],
    ...[element("track", ""), `<persons>${hosts.map((host) => element("person", host)).join("")}</persons>`],
    ...[element("language", language), element("description", "")],
    `<recording><license></license><optout>${unrecorded}</optout></recording>`,
    ...[element("url", event.url)],
  ];
  return `<event id="${id}" guid="${guid}">${parts.join("")}</event>\n`;
}
