/** The published grid for calendars that follow it. The same for everybody (live/shared-page.ts). */
import { camp } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { listVersions } from "#db/publication/versions.ts";
import { feedOf, VERSIONS_FOLLOWED } from "#domain/feed.ts";
import { sessionCalendar } from "#domain/time/session-calendar.ts";
import { env } from "#env.ts";
import { list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const words = wordsOf("pitch");

export async function GET(_request: Request, { params }: { params: Promise<{ event: string }> }) {
  const { id, slug, name, place, zone } = await camp((await params).event);
  const sessions = feedOf(await listVersions(database(), id, VERSIONS_FOLLOWED));
  const page = `${env().ORIGIN}/e/${slug}/grid`;
  const file = sessionCalendar(
    { name, place, zone, page, sessions },
    { unlisted: words.hidden, by: (hosts) => words.by(list(hosts, readerLocale())) },
  );
  return new Response(file, { headers: { "content-type": "text/calendar; charset=utf-8" } });
}
