import { camp } from "#app/viewer.ts";
import type { RoundUpFeed } from "#domain/round-up-feed.ts";
import { env } from "#env.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { readRoundUp } from "./linked.ts";
import type { FeedPlace } from "./schedule.ts";

const words = wordsOf("roundUp");

/** The round-up for a feed, and the address its files begin with. */
export async function roundUpAt({ params }: FeedPlace): Promise<{ feed: RoundUpFeed; address: string }> {
  const event = await camp((await params).event);
  const address = `${env().ORIGIN}/e/${event.slug}/round-up`;
  const feed = {
    ...{ title: words.titleOf(event.name), page: address, author: words.organisers(event.name) },
    ...{ language: readerLocale(), groups: await readRoundUp(event), since: event.days[0]!.startsAt },
  };
  return { feed, address };
}
