/** Dates, times and zones for properties: all there are, and oftenest those where clocks jump. */
import fc from "fast-check";

/** Zones with summer time of an hour and of half one, without any, at both ends of the day, and that skipped a date. */
export const zones = fc.constantFrom(
  "Europe/London",
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Africa/Casablanca",
  "America/St_Johns",
  "Pacific/Apia",
  "Pacific/Kiritimati",
  "Etc/GMT+12",
  "America/Sao_Paulo",
  "Asia/Gaza",
  "UTC",
);

const iso = (date: Date) => date.toISOString().slice(0, 10);

/** Days of the years a camp may be in; half of them in the weeks in which clocks change somewhere. */
export const days = fc.oneof(
  fc.date({ min: new Date("2000-01-01"), max: new Date("2100-12-30"), noInvalidDate: true }).map(iso),
  fc
    .tuple(
      fc.integer({ min: 2000, max: 2099 }),
      fc.constantFrom("03", "04", "10", "11"),
      fc.integer({ min: 1, max: 30 }),
    )
    .map(([year, month, day]) => `${year}-${month}-${String(day).padStart(2, "0")}`),
  fc.constantFrom("2027-03-28", "2026-10-25", "2026-03-29", "2011-12-30", "2024-02-29", "2026-12-31"),
);

/** Every minute of a day; half of them in the night, when clocks change. */
export const minutesOfTheDay = fc
  .oneof(fc.integer({ min: 0, max: 24 * 60 - 1 }), fc.integer({ min: 0, max: 4 * 60 }))
  .map(
    (minute) => `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`,
  );
