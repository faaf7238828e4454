/** What happens in one room, for calendars that follow it. The same for everybody (live/shared-page.ts). */
import { calendarAt } from "../../../calendar-feed.ts";

type RoomPlace = { params: Promise<{ event: string; room: string }> };

export async function GET(_request: Request, { params }: RoomPlace) {
  const { event, room } = await params;
  return calendarAt(event, room);
}
