/** The days of a camp for somebody's own calendar. */
import { camp } from "#app/viewer.ts";
import { readCalendar } from "#db/calendar-file.ts";
import { database } from "#db/connection.ts";
import { calendarFile } from "#domain/time/calendar-file.ts";
import { env } from "#env.ts";

export async function GET(_request: Request, { params }: { params: Promise<{ event: string }> }) {
  const event = await camp((await params).event);
  const file = calendarFile(await readCalendar(database(), event, env().ORIGIN), new Date());
  return new Response(file, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="${event.slug}.ics"`,
      "cache-control": "private, no-cache",
    },
  });
}
