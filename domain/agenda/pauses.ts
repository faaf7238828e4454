/** Work that pauses. Whoever drives it decides what happens in the pauses. */

/** Work to its end, without a pause. */
export function finish<T>(work: Generator<void, T, void>): T {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}
