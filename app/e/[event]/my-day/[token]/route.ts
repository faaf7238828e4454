/** One person's own day for a calendar that follows it: whoever has this address reads it, as long as the camp is not over. */
import { notFound } from "next/navigation";
import { database } from "#db/connection.ts";
import { findDay } from "#db/my-day.ts";
import { readFeed } from "#db/publication/feed.ts";
import { listVersions } from "#db/publication/versions.ts";
import { VERSIONS_FOLLOWED } from "#domain/feed.ts";
import { myFeed } from "#domain/my-day.ts";
import { sessionCalendar } from "#domain/time/session-calendar.ts";
import { env } from "#env.ts";
import { list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const words = wordsOf("myDay");
const pitches = wordsOf("pitch");

type Params = { params: Promise<{ event: string; token: string }> };

export async function GET(_request: Request, { params }: Params) {
  const { event, token } = await params;
  const found = await findDay(database(), token, new Date());
  if (!found || found.camp.slug !== event) notFound();
  const { id, slug, name, place, zone } = found.camp;
  const versions = await listVersions(database(), id, VERSIONS_FOLLOWED);
  const sessions = myFeed(await readFeed(database(), id, versions), found.whose);
  const page = `${env().ORIGIN}/e/${slug}/grid`;
  const file = sessionCalendar(
    { name: words.calendar.name(name), place, zone, page, sessions },
    { unlisted: pitches.hidden, by: (hosts) => pitches.by(list(hosts, readerLocale())) },
  );
  return new Response(file, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "cache-control": "private, no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex",
    },
  });
}
