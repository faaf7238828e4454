/** The published grid as a calendar to follow (RFC 5545): what moves, moves in it, and what is off says so. */
import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { FeedSession } from "#domain/feed.ts";

export type GridInCalendar = {
  name: string;
  place: string;
  /** In which its readers see times. Instants are those of the world, so that no calendar has to know its clocks (VTIMEZONE). */
  zone: string;
  /** Of the grid, as a whole address. */
  page: string;
  sessions: readonly FeedSession[];
};

/** In words of the reader's language. */
export type CalendarWords = {
  /** In place of a title that is not for strangers. */
  unlisted: string;
  by: (hosts: readonly string[]) => string;
};

/** How often a calendar need ask, in seconds: the grid changes while people walk to it. */
const RENEWED_S = 300;

/** An entry for each session whose times are known. Of one that is not listed only when and where it is. */
export function sessionCalendar(
  { name, place, zone, page, sessions }: GridInCalendar,
  words: CalendarWords,
): string {
  const calendar = ical({
    prodId: { company: "Wallchart", product: "Grid" },
    method: ICalCalendarMethod.PUBLISH,
    name,
    ttl: RENEWED_S,
  });
  for (const session of sessions) {
    const { key, spot, revision, revisedAt, cancelled, unlisted, title, line, hosts } = session;
    if (!spot.startsAt || !spot.endsAt) continue;
    const said = [hosts.length > 0 ? words.by(hosts) : "", line].filter(Boolean).join("\n\n");
    calendar.createEvent({
      id: `${key}@${new URL(page).hostname}`,
      sequence: revision,
      stamp: new Date(revisedAt),
      lastModified: new Date(revisedAt),
      start: new Date(spot.startsAt),
      end: new Date(spot.endsAt),
      summary: unlisted ? words.unlisted : title,
      location: [spot.room, place].filter(Boolean).join(", "),
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      url: page,
      ...(!unlisted && said !== "" && { description: said }),
    });
  }
  return withZone(calendar.toString(), zone);
}

/**
 * Names the zone in the head, where Google's and Apple's calendars look for it: the library writes its own extensions
 * after the events, and names a zone in the head only of what is in local time.
 */
function withZone(file: string, zone: string): string {
  return file.replace("\r\nREFRESH-INTERVAL;", () => `\r\nX-WR-TIMEZONE:${zone}\r\nREFRESH-INTERVAL;`);
}
