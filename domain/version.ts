/** A published version as those read it who tell one from another: the log of changes, and the feed. */
import type { Arranged } from "#domain/grid.ts";

/** A session as a version says it. `unlisted` where strangers may not read of it now, or might not then. */
export type VersionSession = { title: string; line: string; hosts: readonly string[]; unlisted: boolean };

/** Without what the crew hid since. */
export type Version = Arranged & {
  number: number;
  publishedAt: string;
  /** Nobody sees it any more. */
  takenBackAt: string | null;
  /** By the id of the pitch. */
  sessions: ReadonlyMap<string, VersionSession>;
};

/** A version that everybody saw from an instant on; null while none was out. */
export type Shown = { at: string; version: Version | null };

/**
 * Which version everybody saw from when on, in the order of time: each that was published, and what was seen again when
 * one was taken back. @param versions in the order of their numbers
 */
export function shownSince(versions: readonly Version[]): Shown[] {
  const events = versions.flatMap(({ number, publishedAt, takenBackAt }) => [
    { at: publishedAt, number, back: 0 },
    ...(takenBackAt === null ? [] : [{ at: takenBackAt, number, back: 1 }]),
  ]);
  events.sort((a, b) => compare(a.at, b.at) || a.number - b.number || a.back - b.back);
  const out = new Set<number>();
  return events.map(({ at, number, back }) => {
    if (back) out.delete(number);
    else out.add(number);
    return { at, version: versions.findLast((version) => out.has(version.number)) ?? null };
  });
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
