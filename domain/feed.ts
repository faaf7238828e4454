/** The sessions of a camp for calendars that follow them: each run with how often it was revised, and those that are off. */
import { idsOf, type Spot, sameSpot, spotsOf } from "#domain/grid.ts";
import { keyOf } from "#domain/run.ts";
import { shownSince, type Version, type VersionSession } from "#domain/version.ts";

/** So many versions are read to tell what changed when; older ones only count. */
export const VERSIONS_FOLLOWED = 50;

export type FeedSession = VersionSession & {
  /** Of this run (`keyOf`). */
  id: string;
  /** Where and when it is, or was last. */
  spot: Spot;
  /** Rises with each version in which it changed, also when one was taken back. */
  revision: number;
  /** When that was, ISO 8601. */
  revisedAt: string;
  /** On no grid any more. */
  cancelled: boolean;
};

/** @param versions in the order of their numbers, the last ones of a camp */
export function feedOf(versions: readonly Version[]): FeedSession[] {
  const known = new Map<string, FeedSession>();
  // A revision is never lower than it was when there were fewer versions.
  let revision = (versions[0]?.number ?? 1) - 1;
  for (const { at, version } of shownSince(versions)) {
    revision += 1;
    const spots = version ? spotsOf(version) : new Map<string, Spot>();
    const now = idsOf(version ?? { placements: [] }).flatMap((run) => {
      const [session, spot] = [version?.sessions.get(run.pitchId), spots.get(keyOf(run))];
      return session && spot ? [{ ...session, id: keyOf(run), spot, cancelled: false }] : [];
    });
    const there = new Set(now.map(({ id }) => id));
    const gone = [...known.values()]
      .filter(({ id }) => !there.has(id))
      .map((it) => ({ ...it, cancelled: true }));
    for (const session of [...now, ...gone]) {
      const before = known.get(session.id);
      if (before && isSame(before, session)) continue;
      known.set(session.id, { ...session, revision, revisedAt: at });
    }
  }
  return [...known.values()];
}

type Said = Omit<FeedSession, "revision" | "revisedAt">;

function isSame(a: Said, b: Said): boolean {
  const same = (["title", "line", "unlisted", "cancelled"] as const).every((key) => a[key] === b[key]);
  const hosts = a.hosts.length === b.hosts.length && a.hosts.every((host, n) => host === b.hosts[n]);
  return same && hosts && sameSpot(a.spot, b.spot);
}
