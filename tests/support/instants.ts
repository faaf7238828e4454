/** Instants and zones for properties over time: any millisecond, and more often the ones that have bitten somebody. */
import fc from "fast-check";

const HARD = [
  "2026-03-29T00:59:59.999Z",
  "2026-10-25T00:59:59.999Z",
  "2027-03-28T01:00:00.000Z",
  "2028-02-28T23:59:59.999Z",
  "2028-02-29T12:00:00.000Z",
  "2026-12-31T23:59:59.999Z",
  "2026-07-10T20:59:59.999Z",
  "2026-07-10T21:59:59.999Z",
  "2011-12-29T21:59:59.999Z",
].map((text) => Date.parse(text));

const from = Date.parse("2005-01-01T00:00:00Z");
const until = Date.parse("2045-01-01T00:00:00Z");
const DAY = 86_400_000;

/** Milliseconds since 1970. */
export const instants = fc.oneof(
  fc.integer({ min: from, max: until }),
  fc.tuple(fc.constantFrom(...HARD), fc.integer({ min: -2 * DAY, max: 2 * DAY })).map(([at, by]) => at + by),
  fc.constantFrom(...HARD),
);

/** Every zone this runtime knows; among them half-hour summers, skipped days and lands without a summer time. */
export const zones = fc.oneof(
  fc.constantFrom(...Intl.supportedValuesOf("timeZone")),
  fc.constantFrom(
    "Europe/London",
    "Pacific/Apia",
    "Australia/Lord_Howe",
    "Antarctica/Troll",
    "Asia/Kathmandu",
  ),
);
