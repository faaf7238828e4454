/** One session for somebody's own calendar: there it is the same entry as in the calendar of the whole grid. */
import { database } from "#db/connection.ts";
import { readFeed } from "#db/publication/feed.ts";
import { listVersions } from "#db/publication/versions.ts";
import { VERSIONS_FOLLOWED } from "#domain/feed.ts";
import { sessionPage } from "#domain/run-view.ts";
import { sessionCalendar } from "#domain/time/session-calendar.ts";
import { env } from "#env.ts";
import { list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { type SessionProps, sessionAt } from "../session.ts";

const words = wordsOf("pitch");

export async function GET(_request: Request, { params }: SessionProps) {
  const { event, run } = await sessionAt(params);
  const { name, place, zone, slug } = event;
  const versions = await listVersions(database(), event.id, VERSIONS_FOLLOWED);
  // Whoever is not at the camp did not come this far.
  const sessions = (await readFeed(database(), event.id, versions)).filter(({ key }) => key === run.key);
  const page = env().ORIGIN + sessionPage(slug, run.key);
  const file = sessionCalendar(
    { name, place, zone, page, sessions: sessions.map((session) => ({ ...session, unlisted: false })) },
    { unlisted: words.hidden, by: (hosts) => words.by(list(hosts, readerLocale())) },
  );
  return new Response(file, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="${slug}-${run.key}.ics"`,
      "cache-control": "private, no-cache",
    },
  });
}
