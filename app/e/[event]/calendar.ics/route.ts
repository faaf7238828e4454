/** The published grid for calendars that follow it. The same for everybody (live/shared-page.ts). */
import { calendarAt } from "../calendar-feed.ts";
import type { FeedPlace } from "../schedule.ts";

export async function GET(_request: Request, { params }: FeedPlace) {
  return calendarAt((await params).event);
}
