/** What calendars are answered that follow the grid, or one room of it. */
import { notFound } from "next/navigation";
import { camp } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { readFeed } from "#db/publication/feed.ts";
import { listVersions } from "#db/publication/versions.ts";
import { VERSIONS_FOLLOWED } from "#domain/feed.ts";
import { sessionCalendar } from "#domain/time/session-calendar.ts";
import { env } from "#env.ts";
import { list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { feed } from "./schedule.ts";

const words = wordsOf("pitch");
const feeds = wordsOf("feeds");

/** @param letter of a room, which some version of the grid has had; all of them without one */
export async function calendarAt(event: string, letter?: string): Promise<Response> {
  const { id, slug, name, place, zone } = await camp(event);
  const versions = await listVersions(database(), id, VERSIONS_FOLLOWED);
  const room = versions.flatMap(({ rooms }) => rooms).findLast((one) => one.letter === letter);
  if (letter !== undefined && !room) notFound();
  const sessions = await readFeed(database(), id, versions, letter);
  const file = sessionCalendar(
    {
      ...{ place, zone, page: `${env().ORIGIN}/e/${slug}/grid`, sessions },
      name: room ? feeds.ofRoom(name, room.letter, room.name) : name,
    },
    { unlisted: words.hidden, by: (hosts) => words.by(list(hosts, readerLocale())) },
  );
  return feed(file, "text/calendar; charset=utf-8");
}
