import { roundUpRss } from "#domain/round-up-feed.ts";
import { roundUpAt } from "../linked-feed.ts";
import { type FeedPlace, feed } from "../schedule.ts";

export async function GET(_request: Request, place: FeedPlace) {
  const { feed: content, address } = await roundUpAt(place);
  return feed(roundUpRss(content, `${address}.rss`), "application/rss+xml; charset=utf-8");
}
