/** What every version of the grid changed, for whoever wants to know afterwards. Never what strangers may not read. */
import { changesBetween, frameChanges, movedCell, type Spot } from "#domain/grid.ts";
import { keyOf } from "#domain/run.ts";
import type { Version } from "#domain/version.ts";

/** How many versions are told of, the last ones; and how many changes of each. */
export const VERSIONS_TOLD = 30;
export const CHANGES_TOLD = 60;

export type Told =
  | { kind: "added"; id: string; title: string; to: Spot }
  | { kind: "moved" | "room"; id: string; title: string; from: Spot; to: Spot }
  /** `lasts`: it goes on for longer, or not as long, from where it was. */
  | { kind: "retimed" | "lasts"; id: string; title: string; from: Spot; to: Spot }
  | { kind: "taken_off"; id: string; title: string; from: Spot }
  | { kind: "renamed"; id: string; title: string; was: string }
  | { kind: "room_renamed"; id: string; title: string; was: string };

export type Entry = {
  number: number;
  publishedAt: string;
  takenBackAt: string | null;
  /** The version it is compared with; null for one that had none before it, of which everything was new. */
  since: number | null;
  /** How many sessions it has that anybody may read of. */
  sessions: number;
  /** At most `CHANGES_TOLD`, and how many more there are. Of a version that was taken back none. */
  told: readonly Told[];
  more: number;
};

/**
 * The newest first, each beside the last one before it that was not taken back.
 * @param versions in the order of their numbers
 * @param cut whether there are older ones, so that the first of these is only what the second is compared with
 */
export function changelogOf(versions: readonly Version[], cut: boolean): Entry[] {
  const seen = versions.filter(({ takenBackAt }) => takenBackAt === null);
  return versions
    .slice(cut ? 1 : 0)
    .map((version) => entryOf(version, seen.findLast(({ number }) => number < version.number) ?? null))
    .reverse();
}

function entryOf(version: Version, before: Version | null): Entry {
  const { number, publishedAt, takenBackAt, sessions } = version;
  const all = takenBackAt === null && before ? toldOf(before, version) : [];
  return {
    ...{ number, publishedAt, takenBackAt, since: before?.number ?? null },
    sessions: [...sessions.values()].filter(({ unlisted }) => !unlisted).length,
    told: all.slice(0, CHANGES_TOLD),
    more: Math.max(0, all.length - CHANGES_TOLD),
  };
}

function toldOf(before: Version, after: Version): Told[] {
  const isClosed = (id: string) =>
    [before, after].some(({ sessions }) => sessions.get(id)?.unlisted === true);
  const title = (id: string) => (after.sessions.get(id) ?? before.sessions.get(id))?.title ?? "";
  const known = (id: string) => before.sessions.has(id) || after.sessions.has(id);
  const moves = changesBetween(before, after, title)
    .filter(({ pitchId }) => known(pitchId) && !isClosed(pitchId))
    .flatMap(({ title, from, to, ...run }): Told[] => {
      const id = keyOf(run);
      if (!from) return to ? [{ kind: "added", id, title, to }] : [];
      if (!to) return [{ kind: "taken_off", id, title, from }];
      if (movedCell({ from, to })) {
        const stays = from.slotId === to.slotId && from.roomId === to.roomId;
        const kind = stays ? "lasts" : from.startsAt === to.startsAt ? "room" : "moved";
        return [{ kind, id, title, from, to }];
      }
      return from.startsAt === to.startsAt ? [] : [{ kind: "retimed", id, title, from, to }];
    });
  const renamed = [...after.sessions].flatMap(([id, { title }]): Told[] => {
    const was = before.sessions.get(id)?.title;
    return was === undefined || was === title || isClosed(id) ? [] : [{ kind: "renamed", id, title, was }];
  });
  const rooms = frameChanges(before, after).flatMap((change): Told[] =>
    change.kind === "room" && change.from !== null && change.to !== null
      ? [{ kind: "room_renamed", id: change.id, title: change.to, was: change.from }]
      : [],
  );
  return [...moves, ...renamed, ...rooms];
}
