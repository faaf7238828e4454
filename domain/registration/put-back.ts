/** What becomes of somebody who is put back in the line. */
import type { Kind } from "#domain/pool.ts";
import { type Counts, type Division, placesToOffer, withKind } from "#domain/registration/places.ts";
import { type HOLDING, holdsPlace, type Status } from "#domain/registration.ts";

/**
 * Whether somebody put back in the line would be offered a place again once everybody else had theirs, because more are
 * free than there are others for them.
 *
 * @param counts as they are before, with what they have
 */
export function isOfferedAgain(
  division: Division,
  counts: Counts,
  { kind: { organisation, ...rest }, status, keptBack }: { kind: Kind; status: Status; keptBack: boolean },
): boolean {
  // Where organisations are not limited nobody is counted by theirs.
  const kind = { ...rest, organisation: division.pools?.organisationLimit === null ? "" : organisation };
  const gone = holdsPlace(status) ? withoutPlace(counts, kind, status, keptBack) : counts;
  const back = { ...gone, ready: gone.ready + 1, groups: withKind(gone, kind, { ready: 1 }) };
  return placesToOffer(division, back) > placesToOffer(division, gone);
}

function withoutPlace(
  counts: Counts,
  kind: Kind,
  status: (typeof HOLDING)[number],
  keptBack: boolean,
): Counts {
  return {
    ...counts,
    [status]: counts[status] - 1,
    keptBack: counts.keptBack - (keptBack ? 1 : 0),
    groups: keptBack ? counts.groups : withKind(counts, kind, { holding: -1 }),
  };
}
