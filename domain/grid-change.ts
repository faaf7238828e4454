/** What is news about the sessions of a published grid, beside what people saw before. */
import { type Arranged, type GridChange, type GridView, sameSpot, spotsOf } from "#domain/grid.ts";
import type { SlotView } from "#domain/slot.ts";

export const NEWS = ["added", "moved", "taken_off"] as const;
export type News = (typeof NEWS)[number];

/** By whether it was on before, and is now. */
export function newsOf({ from, to }: { from: unknown; to: unknown }): News {
  if (!to) return "taken_off";
  return from ? "moved" : "added";
}

/**
 * Whether a change is still news, and said on every screen: until the slot that a session left and the slot that it is in
 * have both ended.
 *
 * @param slots which say when a slot ends that the change names alone
 * @param now milliseconds since 1970
 */
export function isNews({ from, to }: GridChange, slots: readonly SlotView[], now: number): boolean {
  return [from, to].some((spot) => {
    const endsAt = spot?.endsAt ?? slots.find(({ id }) => id === spot?.slotId)?.endsAt;
    return endsAt !== undefined && now < Date.parse(endsAt);
  });
}

/** The changes of a grid that are still news. @param now milliseconds since 1970 */
export function newsAt({ changes, slots }: GridView, now: number): GridChange[] {
  return changes.filter((change) => isNews(change, slots, now));
}

/**
 * The news of a version: for each session where it was before its first change that is still news, and where it is. So
 * several moves are one, from the first place to the last, and a session that is back where it was is as it was. Nothing
 * in a version that has none before it.
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
  const known = new Map(newsAt(before, now).map((change) => [change.pitchId, change]));
  const ids = new Set([...is.keys(), ...was.keys(), ...known.keys()]);
  return [...ids].flatMap((pitchId): GridChange[] => {
    const news = known.get(pitchId);
    const last = was.get(pitchId) ?? null;
    const to = is.get(pitchId) ?? null;
    const first = news ? news.from : last;
    // One that was new and is taken off was seen where it was last.
    const from = first ?? (to ? null : last);
    if (sameSpot(from, to)) return [];
    const unlisted = !to && (news?.unlisted || isUnlisted(before, pitchId));
    return [{ pitchId, title: title(pitchId) ?? news?.title ?? "", from, to, ...(unlisted && { unlisted }) }];
  });
}

const isUnlisted = ({ sessions }: GridView, pitchId: string) =>
  sessions.some(({ id, noteLevel }) => id === pitchId && noteLevel === "unlisted");
