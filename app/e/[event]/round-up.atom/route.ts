import { roundUpAtom } from "#domain/round-up-feed.ts";
import { roundUpAt } from "../linked-feed.ts";
import { type FeedPlace, feed } from "../schedule.ts";

export async function GET(_request: Request, place: FeedPlace) {
  const { feed: content, address } = await roundUpAt(place);
  return feed(roundUpAtom(content, `${address}.atom`), "application/atom+xml; charset=utf-8");
}
