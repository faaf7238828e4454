/** The sessions of a camp for calendars that follow them: each with how often it was revised, and those that are off. */
import { type Spot, sameSpot } from "#domain/grid.ts";
import { runsOf } from "#domain/run.ts";
import { shownSince, type Version, type VersionSession } from "#domain/version.ts";

/** So many versions are read to tell what changed when; older ones only count. */
export const VERSIONS_FOLLOWED = 50;

export type FeedSession = VersionSession & {
  /** Of its run. */
  key: string;
  /** Where and when it is, or was last. */
  spot: Spot;
  /** Rises with each version in which it changed, also when one was taken back. */
  revision: number;
  /** When that was, ISO 8601. */
  revisedAt: string;
  /** On no grid any more; of a room's own feed, not in that room. */
  cancelled: boolean;
};

/**
 * @param versions in the order of their numbers, the last ones of a camp
 * @param letter of a room, for what happens in that one alone
 */
export function feedOf(versions: readonly Version[], letter?: string): FeedSession[] {
  const known = new Map<string, FeedSession>();
  // A revision is never lower than it was when there were fewer versions.
  // A version that was taken back counted twice while it was among them.
  let revision = 2 * ((versions[0]?.number ?? 1) - 1);
  for (const { at, version } of shownSince(versions)) {
    revision += 1;
    const now = version ? runsIn(version, letter) : [];
    const there = new Set(now.map(({ key }) => key));
    const gone = [...known.values()]
      .filter(({ key }) => !there.has(key))
      .map((it) => ({ ...it, cancelled: true }));
    for (const session of [...now, ...gone]) {
      const before = known.get(session.key);
      if (before && isSame(before, session)) continue;
      known.set(session.key, { ...session, revision, revisedAt: at });
    }
  }
  return [...known.values()];
}

function runsIn(version: Version, letter: string | undefined): Said[] {
  const roomOf = new Map(version.rooms.map((room) => [room.id, room]));
  return runsOf(version).flatMap(({ key, pitchId, slotId, roomId, startsAt, endsAt }) => {
    const [session, room] = [version.sessions.get(pitchId), roomOf.get(roomId)];
    if (!session || !room || (letter !== undefined && room.letter !== letter)) return [];
    const spot = { slotId, roomId, room: room.name, startsAt, endsAt };
    return [{ ...session, key, spot, cancelled: false }];
  });
}

/**
 * The same while a camp is called off or put off, when none takes place, and after it was.
 * @param revision how often it was called off, put off or on again: it comes on top, and never falls
 */
export function withHalt(
  sessions: readonly FeedSession[],
  { halted, revision }: { halted: boolean; revision: number },
): FeedSession[] {
  return sessions.map((one) => {
    return { ...one, revision: one.revision + revision, cancelled: one.cancelled || halted };
  });
}

type Said = Omit<FeedSession, "revision" | "revisedAt">;

function isSame(a: Said, b: Said): boolean {
  const same = (["title", "line", "unlisted", "cancelled"] as const).every((key) => a[key] === b[key]);
  const hosts = a.hosts.length === b.hosts.length && a.hosts.every((host, n) => host === b.hosts[n]);
  return same && hosts && sameSpot(a.spot, b.spot);
}
