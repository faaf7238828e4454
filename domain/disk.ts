/** When a disk has too little room for a database to go on writing. */

const MIB = 1024 * 1024;

/** Below this nothing more is written: four of the files of 16 MiB in which Postgres takes room for its log. */
const LOW = 64 * MIB;

/** From here on it is written again: well above, so that it does not go to and fro. */
const ENOUGH = 96 * MIB;

/** Whether a disk is full. @param was whether it was until now @param free bytes that may still be written */
export function isFull(was: boolean, free: number): boolean {
  return free < (was ? ENOUGH : LOW);
}
