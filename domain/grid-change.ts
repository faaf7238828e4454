/** What a published grid marks about its sessions, beside what people saw before. */
import { type Arranged, type GridChange, type GridView, sameSpot, spotsOf } from "#domain/grid.ts";
import type { SlotView } from "#domain/slot.ts";

export const NEWS = ["added", "moved", "taken_off"] as const;
export type News = (typeof NEWS)[number];

export function newsOf({ from, to }: Pick<GridChange, "from" | "to">): News {
  if (!to) return "taken_off";
  return from ? "moved" : "added";
}

/**
 * Whether a change is still to be marked: until the slot that a session left and the slot that it is in have both ended.
 *
 * @param slots which say when a slot ends that the change names alone
 * @param now milliseconds since 1970
 */
export function isMarked({ from, to }: GridChange, slots: readonly SlotView[], now: number): boolean {
  return [from, to].some((spot) => {
    const endsAt = spot?.endsAt ?? slots.find(({ id }) => id === spot?.slotId)?.endsAt;
    return endsAt !== undefined && now < Date.parse(endsAt);
  });
}

/** The changes of a grid that are still to be marked. @param now milliseconds since 1970 */
export function markedChanges({ changes, slots }: GridView, now: number): GridChange[] {
  return changes.filter((change) => isMarked(change, slots, now));
}

/**
 * What a version marks: for each session where it was when its first change was published that is still marked, and where it
 * is. So several moves are one, from the first place to the last, and a session that is back where it was is as it was.
 * Nothing in a version that has none before it.
 *
 * @param title of a session that stands or was in the version before, else nothing
 * @param now when it is published, milliseconds since 1970
 */
export function foldChanges(
  before: GridView | null,
  after: Arranged,
  title: (pitchId: string) => string | undefined,
  now: number,
): GridChange[] {
  if (!before) return [];
  const [was, is] = [spotsOf(before), spotsOf(after)];
  const marked = new Map(markedChanges(before, now).map((change) => [change.pitchId, change]));
  const ids = new Set([...is.keys(), ...was.keys(), ...marked.keys()]);
  return [...ids].flatMap((pitchId): GridChange[] => {
    const mark = marked.get(pitchId);
    const last = was.get(pitchId) ?? null;
    const to = is.get(pitchId) ?? null;
    const first = mark ? mark.from : last;
    // One that was new and is taken off was seen where it was last.
    const from = first ?? (to ? null : last);
    if (sameSpot(from, to)) return [];
    const unlisted = !to && (mark?.unlisted || isUnlisted(before, pitchId));
    return [{ pitchId, title: title(pitchId) ?? mark?.title ?? "", from, to, ...(unlisted && { unlisted }) }];
  });
}

const isUnlisted = ({ sessions }: GridView, pitchId: string) =>
  sessions.some(({ id, noteLevel }) => id === pitchId && noteLevel === "unlisted");
