/** What a publication changes for people, session by session, and whom it tells: shown before it is made. */
import type { Arranged } from "#domain/grid.ts";
import { type Showing, sameShowings, showingsOf } from "#domain/telling.ts";

/** `room`: at the same times in another room. In the order in which they are shown. */
export const REVIEWED = ["taken_off", "moved", "room", "added"] as const;
export type Reviewed = (typeof REVIEWED)[number];

/** Whom of those concerned a publication tells. */
export type Concern = { hosts: boolean; hands: boolean };

export type Tells = Readonly<Record<Reviewed, Concern>>;

/** One session that changes: when and where it is on in what people see, and in what they will see. */
export type Change = { pitchId: string; kind: Reviewed; was: readonly Showing[]; is: readonly Showing[] };

/** Every session that would be elsewhere, in order of time. @param before what people see, null where they see no grid */
export function changesOf(before: Arranged | null, after: Arranged): Change[] {
  const [was, is] = [showingsOf(before), showingsOf(after)];
  const begins = ({ was, is }: Change) => Date.parse((is[0] ?? was[0])!.startsAt);
  return [...new Set([...is.keys(), ...was.keys()])]
    .map((pitchId) => ({ pitchId, was: was.get(pitchId) ?? [], is: is.get(pitchId) ?? [] }))
    .filter(({ was, is }) => !sameShowings(was, is))
    .map((change) => ({ ...change, kind: kindOf(change) }))
    .sort((a, b) => begins(a) - begins(b));
}

function kindOf({ was, is }: Pick<Change, "was" | "is">): Reviewed {
  if (is.length === 0) return "taken_off";
  if (was.length === 0) return "added";
  const times = (some: readonly Showing[]) =>
    some.map(({ startsAt, endsAt }) => `${Date.parse(startsAt)} ${Date.parse(endsAt)}`).join();
  return times(was) === times(is) ? "room" : "moved";
}

/**
 * Whom to tell unless an organiser chooses otherwise: everybody concerned of what was in the grid already, of what is new
 * its hosts. With the first grid everything is new, and nobody but hosts waits for one session of it.
 */
export const TELLS: Tells = {
  taken_off: { hosts: true, hands: true },
  moved: { hosts: true, hands: true },
  room: { hosts: true, hands: true },
  added: { hosts: true, hands: false },
};

/** Nobody. */
export const TELLS_NOBODY: Tells = {
  taken_off: { hosts: false, hands: false },
  moved: { hosts: false, hands: false },
  room: { hosts: false, hands: false },
  added: { hosts: false, hands: false },
};
