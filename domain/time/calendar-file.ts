/** A camp as a calendar file (RFC 5545), so that its days stand in whatever calendar somebody keeps. */
import ical, { ICalCalendarMethod } from "ical-generator";

/** Instants are ISO 8601. */
export type CampInCalendar = {
  id: string;
  name: string;
  place: string;
  /** Its public page, as a whole address. */
  page: string;
  /** `date` is `YYYY-MM-DD` in the camp's zone; `endsAt` is null where no slot says when the day ends. */
  days: readonly { date: string; startsAt: string; endsAt: string | null }[];
};

/**
 * One entry a day. A file of the same camp takes the place of an older one, because a day's UID is its date's.
 * @param now when the file is made
 */
export function calendarFile({ id, name, place, page, days }: CampInCalendar, now: Date): string {
  const calendar = ical({
    prodId: { company: "Wallchart", product: "Camps" },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { date, startsAt, endsAt } of days)
    calendar.createEvent({
      id: `${date}.${id}@${new URL(page).hostname}`,
      stamp: now,
      start: new Date(startsAt),
      end: endsAt ? new Date(endsAt) : null,
      summary: name,
      location: place,
      url: page,
    });
  return calendar.toString();
}
