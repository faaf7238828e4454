/**
 * Checking in. Every tap at a door is an act that is never changed, and who is in follows from all acts of a person on a
 * day, whichever came first: two doors that heard of each other late agree (a grow-only set with its removals; Shapiro et
 * al., "Conflict-free Replicated Data Types", 2011).
 */

export const DOOR_ACTS = ["in", "out", "undo"] as const;
export type DoorAct = {
  /** Minted where it was tapped, so that sending it twice changes nothing. */
  id: string;
  registrationId: string;
  dayId: string;
  kind: (typeof DOOR_ACTS)[number];
  /** When it was tapped, milliseconds since 1970. */
  at: number;
  /** Of an undo, the acts it takes back: those its phone knew of. */
  undoes: readonly string[];
  /** What the phone is called that it was tapped on. */
  door: string;
};

/** Whether an act is a check-in. */
export const isCheckIn = ({ kind }: Pick<DoorAct, "kind">): boolean => kind === "in";

/** Whether an act is that somebody leaves for the day. */
export const isLeaving = ({ kind }: Pick<DoorAct, "kind">): boolean => kind === "out";

/** The check-ins of one person on one day that nobody took back, the earliest first: that one counts. */
export function standing<Act extends Pick<DoorAct, "id" | "kind" | "at" | "undoes">>(
  acts: readonly Act[],
): Act[] {
  const undone = new Set(acts.flatMap(({ undoes }) => undoes));
  return acts
    .filter((act) => isCheckIn(act) && !undone.has(act.id))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/**
 * Whether and since when somebody is in on a day, and when they left for good; null of somebody who never came. Who comes in again
 * after they left is back.
 */
export function presence<Act extends Pick<DoorAct, "id" | "kind" | "at" | "undoes">>(
  acts: readonly Act[],
): { first: Act; left: number | null } | null {
  const ins = standing(acts);
  const [first, last] = [ins[0], ins.at(-1)];
  if (!first || !last) return null;
  const undone = new Set(acts.flatMap(({ undoes }) => undoes));
  const outs = acts.filter((act) => isLeaving(act) && !undone.has(act.id) && act.at >= last.at);
  return { first, left: outs.length > 0 ? Math.min(...outs.map(({ at }) => at)) : null };
}

/**
 * Of the check-ins of one person those since they came back last, as far as they had left: what was before is nobody's to tell
 * or take back. @param ins as `standing` sorts them @param outs that nobody took back
 */
export function sinceBack<Act extends Pick<DoorAct, "at">>(
  ins: readonly Act[],
  outs: readonly Pick<DoorAct, "at">[],
): Act[] {
  const last = ins.at(-1);
  const left = Math.max(...outs.map(({ at }) => at).filter((at) => last !== undefined && at < last.at));
  return ins.filter(({ at }) => at > left);
}

/** When a tap counts as made: by a phone's clock, which may be ahead, and never later than it came. Milliseconds since 1970. */
export const tappedAt = (at: number, received: number): number => Math.min(at, received);
