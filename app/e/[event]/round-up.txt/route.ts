/** The round-up as the text of a mail. */
import { roundUpText } from "#messages/round-up-text.ts";
import { roundUpAt } from "../linked-feed.ts";
import { type FeedPlace, feed } from "../schedule.ts";

export async function GET(_request: Request, place: FeedPlace) {
  return feed(roundUpText((await roundUpAt(place)).feed), "text/plain; charset=utf-8");
}
