/** What somebody who registers gets at an instant: an entry while those of a release are collected, else a place or a turn. */
import { type Pools, poolsAt } from "#domain/pool.ts";
import { type Admitted, admit, type Counts, type Newcomer } from "#domain/registration/places.ts";
import { intakeAt, placesAt, type Release } from "#domain/release.ts";
import { granted, type Result, refused } from "#domain/result.ts";

/** How a camp gives out its places. */
export type Giving = {
  capacity: number;
  /** None where places go as people ask. */
  releases: readonly Release[];
  pools: Pools | null;
  lineLimit: number | null;
  /** Whether free places are offered to the line by themselves. */
  offersOn: boolean;
};

/** What somebody gets, and the release they enter; null where they are answered at once. */
export type Admission = { to: Admitted | "entered"; enters: Release | null };

/**
 * @param at when they pressed, milliseconds since 1970
 * @returns refused `not_yet_open` before the first release, `draw_closed` between the end of a draw's entries and the
 *   draw, `line_full` as `admit` does
 */
export function admissionAt(
  { capacity, releases, pools, lineLimit, offersOn }: Giving,
  counts: Counts,
  newcomer: Newcomer,
  at: number,
): Result<Admission, "line_full" | "not_yet_open" | "draw_closed"> {
  const intake = intakeAt(releases, at);
  if (intake.kind === "soon") return refused("not_yet_open");
  if (intake.kind === "drawing") return refused("draw_closed");
  if (intake.kind === "entering") return granted({ to: "entered", enters: intake.release });
  const division = { places: placesAt(releases, capacity, at), pools: poolsAt(pools, at) };
  const admitted = admit({ ...division, lineLimit, offersOn }, counts, newcomer);
  return admitted.ok ? granted({ to: admitted.value, enters: null }) : admitted;
}
