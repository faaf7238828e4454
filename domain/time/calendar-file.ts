/** A camp as a calendar file (RFC 5545), so that its days stand in whatever calendar somebody keeps. */
import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";

/** Instants are ISO 8601. */
export type CampInCalendar = {
  id: string;
  name: string;
  place: string;
  /** Its public page, as a whole address. */
  page: string;
  /** How often it was called off, put off or on again: a higher number is newer (RFC 5545, 3.8.7.4). */
  revision: number;
  /** None of its days takes place. */
  halted: boolean;
  /** `date` is `YYYY-MM-DD` in the camp's zone; `endsAt` is null where no slot says when the day ends. */
  days: readonly CampDay[];
  /** Days that it had before, which a calendar may still have. */
  gone?: readonly CampDay[];
};

type CampDay = { date: string; startsAt: string; endsAt: string | null };

/**
 * One entry a day. A file of the same camp takes the place of an older one, because a day's UID is its date's.
 * @param now when the file is made
 */
export function calendarFile(
  { id, name, place, page, days, revision, halted, gone = [] }: CampInCalendar,
  now: Date,
): string {
  const calendar = ical({
    prodId: { company: "Wallchart", product: "Camps" },
    method: ICalCalendarMethod.PUBLISH,
  });
  const off = gone.filter(({ date }) => !days.some((day) => day.date === date));
  for (const { date, startsAt, endsAt, cancelled } of [
    ...days.map((day) => ({ ...day, cancelled: halted })),
    ...off.map((day) => ({ ...day, cancelled: true })),
  ])
    calendar.createEvent({
      id: `${date}.${id}@${new URL(page).hostname}`,
      sequence: revision,
      stamp: now,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      start: new Date(startsAt),
      end: endsAt ? new Date(endsAt) : null,
      summary: name,
      location: place,
      url: page,
    });
  return calendar.toString();
}
