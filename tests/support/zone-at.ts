/** A zone whose clocks show a given hour now, so that a test of a day means the same whenever it runs. */

/**
 * A zone of whole hours, whose name counts westwards (RFC 9557, and POSIX before it).
 *
 * @param hour 0 to 23, what its clocks show then @param instant milliseconds since 1970
 */
export function zoneAt(hour: number, instant: number): string {
  // They go from 14 hours ahead to 12 behind.
  const west = ((new Date(instant).getUTCHours() - hour + 24 + 14) % 24) - 14;
  return `Etc/GMT${west < 0 ? "" : "+"}${west}`;
}
