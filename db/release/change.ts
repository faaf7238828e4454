import { inArray } from "drizzle-orm";
import { asking, changeCamp, NOTHING_AGREED, type Outcome, type SettingsPart } from "#db/change.ts";
import type { Database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { readPools } from "#db/pool.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { listReleaseRows, releaseOf } from "#db/release.ts";
import { type ReleaseRow, release } from "#db/schema/release.ts";
import { keptOverPlaces } from "#domain/consequence/places.ts";
import { MOST } from "#domain/limits.ts";
import { poolsAt } from "#domain/pool.ts";
import { hasOpened, intakeAt, placesAt, type Way } from "#domain/release.ts";
import { opensNow, waitsForRelease } from "#domain/release-consequence.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { instantAt, type Local, localAt } from "#domain/time/local.ts";
import type { May } from "#domain/viewer.ts";

/** In the camp's local dates and times. `id` is null for a new one; `closes` and `source` are a draw's. */
export type ReleaseInput = {
  id: string | null;
  way: Way;
  opens: Local;
  closes: Local | null;
  places: number;
  source: string;
};

/** As a form shows them. */
export function releasesShown(rows: readonly ReleaseRow[], zone: string): ReleaseInput[] {
  return rows.map(({ id, way, opensAt, closesAt, places, source }) => ({
    ...{ id, way, places, source },
    opens: localAt(opensAt.getTime(), zone),
    closes: closesAt && localAt(closesAt.getTime(), zone),
  }));
}

const RELEASES: SettingsPart<ReleaseInput[]> = {
  name: "releases",
  act: "settings",
  screens: ["event", "people"],
  read: async (tx, camp) => releasesShown(await listReleaseRows(tx, camp.id), camp.zone),
};

type ReleaseRefusal =
  | "not_found"
  | "archived"
  | "changed_meanwhile"
  | "bad_input"
  | "releases_full"
  | "more_than_places"
  | "release_after_doors"
  | "closes_too_soon";

/**
 * Replaces the releases that have not opened yet; those that have stay as they are. One whose time has passed opens at
 * once.
 * @param mark of the releases the organiser saw; refused `changed_meanwhile` when there are others by now,
 *   `more_than_places` when they give out more than the camp has, `release_after_doors` when one opens or closes once
 *   doors are open, `closes_too_soon` when the entries of a draw would close before they open or before now
 * @returns how many places were offered to the line at once
 */
export async function changeReleases(
  db: Database,
  crew: May<"changeSettings">,
  mark: string,
  wanted: readonly ReleaseInput[],
  now: Date,
  agreed = NOTHING_AGREED,
): Promise<Result<Outcome<number>, ReleaseRefusal>> {
  return changeCamp<ReleaseInput[], number, ReleaseRefusal>(
    db,
    crew,
    RELEASES,
    mark,
    now,
    async (tx, camp) => {
      const rows = await listReleaseRows(tx, camp.id);
      const begun = rows.filter((row) => hasOpened(releaseOf(row), camp.phase, now.getTime()));
      const coming = wanted
        .filter(({ id }) => !begun.some((row) => row.id === id))
        .map((input) => rowOf(input, rows, camp, now));
      const all = [...begun, ...coming];
      if (all.length > MOST.releases) return refused("releases_full");
      const refusal = whyNot(coming, all, camp, now);
      if (refusal) return refused(refusal);
      const before = intakeAt(rows.map(releaseOf), now.getTime());
      const after = intakeAt(all.map(releaseOf), now.getTime());
      const planned = (those: readonly ReleaseRow[]) =>
        placesAt(those.map(releaseOf), camp.capacity, now.getTime()).planned;
      const pools = poolsAt(await readPools(tx, camp), now.getTime());
      const kept = planned(all) < planned(rows) ? keptOverPlaces(pools, planned(all)) : [];
      const late = coming.filter((row) => row.opensAt.getTime() === now.getTime()).length;
      const question = asking(
        [...waitsForRelease(camp, before, after), ...opensNow(camp.phase, late), ...kept],
        agreed,
      );
      if (question) return granted(question);
      const gone = rows.filter((row) => !all.some(({ id }) => id === row.id)).map(({ id }) => id);
      if (gone.length > 0) await tx.delete(release).where(inArray(release.id, gone));
      for (const row of coming)
        await tx.insert(release).values(row).onConflictDoUpdate({ target: release.id, set: row });
      return granted({ done: (await settlePlaces(tx, camp, now)).offered });
    },
  );
}

/** One left as it was shown keeps its instants. */
function rowOf(
  { id, way, opens, closes, places, source }: ReleaseInput,
  rows: readonly ReleaseRow[],
  { id: eventId, zone }: { id: string; zone: string },
  now: Date,
): ReleaseRow {
  const known = rows.find((row) => row.id === id);
  const at = (local: Local, was: Date | null | undefined) => {
    const same = was && JSON.stringify(localAt(was.getTime(), zone)) === JSON.stringify(local);
    return same ? was : new Date(instantAt(local.day, local.time, zone));
  };
  const opensAt = at(opens, known?.opensAt);
  return {
    ...{ id: known?.id ?? newId(), eventId, way, places },
    // What should have opened before now does so now: nobody can have entered it before.
    opensAt: opensAt < now ? now : opensAt,
    closesAt: way === "draw" && closes ? at(closes, known?.closesAt) : null,
    source: way === "draw" ? source : "",
    ...{ listHash: null, frozenAt: null, pools: null, seed: null, drawnAt: null },
    createdAt: known?.createdAt ?? now,
  };
}

function whyNot(
  coming: readonly ReleaseRow[],
  all: readonly ReleaseRow[],
  { capacity, startsAt }: { capacity: number; startsAt: Date },
  now: Date,
): ReleaseRefusal | null {
  if (coming.length === 0) return null;
  if (coming.some(({ way, closesAt, source }) => way === "draw" && (!closesAt || !source)))
    return "bad_input";
  if (all.reduce((sum, { places }) => sum + places, 0) > capacity) return "more_than_places";
  if (coming.some(({ opensAt, closesAt }) => (closesAt ?? opensAt) >= startsAt)) return "release_after_doors";
  const soon = coming.some(({ opensAt, closesAt }) => closesAt && (closesAt <= opensAt || closesAt <= now));
  return soon ? "closes_too_soon" : null;
}
