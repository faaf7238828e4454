import { scheduleXml } from "#domain/schedule-xml.ts";
import { type FeedPlace, feed, scheduleAt } from "../schedule.ts";

export async function GET(_request: Request, place: FeedPlace) {
  return feed(scheduleXml(await scheduleAt(place)), "application/xml; charset=utf-8");
}
