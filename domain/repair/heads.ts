/** How many a session is for, once somebody has looked into its room. */
import type { Expectation } from "#domain/audience.ts";
import type { Arranged } from "#domain/grid.ts";
import type { HeadCount } from "#domain/heads.ts";
import { concernedBy, type Trouble } from "#domain/repair.ts";
import { hasSeats } from "#domain/room.ts";
import { runsOf } from "#domain/run.ts";
import { cameTo } from "#domain/turnout.ts";

/** What is full without a count has at least a tenth more people than seats: so many tenths of them. */
const BEYOND = 11;

/**
 * How many each run is for, by its key, where more is known than was expected: what was counted once it had
 * begun, and of what is full more than its seats, whatever was expected or counted before it was.
 */
export function headsNow(
  grid: Arranged,
  trouble: Trouble,
  counts: readonly HeadCount[],
  expected: ReadonlyMap<string, Pick<Expectation, "middle">>,
): Map<string, number> {
  const known = cameTo(counts, runsOf(grid));
  if (trouble.kind !== "full") return known;
  for (const { key, roomId } of concernedBy(grid, trouble)) {
    const room = grid.rooms.find(({ id }) => id === roomId);
    const seats = room && hasSeats(room) ? Math.ceil((room.capacity * BEYOND) / 10) : 0;
    known.set(key, Math.max(seats, known.get(key) ?? expected.get(key)?.middle ?? 0));
  }
  return known;
}
