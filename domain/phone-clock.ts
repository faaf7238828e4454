/** By which clock a phone dates what it has to send, so that what was done last stands, whatever its clock says. */

/**
 * The time a phone gives its next tap: by its clock, which may be set back, and always after every tap it made or
 * heard of (Lamport, "Time, clocks, and the ordering of events in a distributed system", 1978).
 *
 * @param clock milliseconds since 1970, by the server's clock as far as the phone knows it
 * @param last the latest time it has given or was told
 */
export function castTime(clock: number, last: number): number {
  return Math.max(clock, last + 1);
}

/**
 * Whether a tap that changed nothing goes off once more, as the latest. Either the tap that stands against it is from
 * the server's own future, so its clock was set back; or the phone learnt only from this answer how wrong its clock
 * is. In both cases the camper is right.
 *
 * @param castAt the time it was sent with, in milliseconds since 1970, as all of these
 * @param known when the tap that is kept was cast
 * @param now the server's time when it answered
 * @param corrected when the tap was made, by what the phone knows of its clock now
 */
export function goesAgain(castAt: number, known: number, now: number, corrected: number): boolean {
  return castAt < known && (known > now || corrected > known);
}

/** A clock that is wrong by less is taken for right. */
const CLOCK_MS = 2_000;

/**
 * How far a phone's clock is ahead of the server's, after one more answer, which teaches only what its own slowness
 * does not explain; then the middle is the best guess (Cristian, "Probabilistic clock synchronization", 1989).
 *
 * @param known what the phone believed, in milliseconds
 * @param asked the phone's time when it asked, in milliseconds since 1970
 * @param answered the phone's time when the answer was there
 */
export function clockError(known: number, asked: number, answered: number, serverTime: number): number {
  const least = Math.min(asked, answered) - serverTime;
  const most = Math.max(asked, answered) - serverTime;
  if (known >= least - CLOCK_MS && known <= most + CLOCK_MS) return known;
  return Math.round((least + most) / 2);
}
