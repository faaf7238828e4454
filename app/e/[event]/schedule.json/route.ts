import { scheduleJson } from "#domain/schedule-json.ts";
import { type FeedPlace, feed, scheduleAt } from "../schedule.ts";

export async function GET(_request: Request, place: FeedPlace) {
  return feed(scheduleJson(await scheduleAt(place)), "application/json; charset=utf-8");
}
