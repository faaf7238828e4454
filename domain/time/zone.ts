/** Time zones by their IANA names. */
import { Temporal } from "temporal-polyfill";

const known = new Map<string, boolean>();

/** Whether this runtime knows a zone by that name. */
export function isZone(zone: string): boolean {
  const before = known.get(zone);
  if (before !== undefined) return before;
  const found = looksUp(zone);
  // Names come from forms too: only those that are zones are worth remembering.
  if (found) known.set(zone, found);
  return found;
}

/** The zone itself, or UTC for one this runtime does not know: a newer name, or one written before it was checked. */
export function zoneOr(zone: string): string {
  return isZone(zone) ? zone : "UTC";
}

function looksUp(zone: string): boolean {
  // An offset such as "+01:00" is no zone: it knows no summer time, and not every program reads it.
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(zone)) return false;
  try {
    // Pages write times with one and rules count with the other.
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return new Intl.DateTimeFormat("en", { timeZone: zone }) !== null;
  } catch {
    return false;
  }
}
