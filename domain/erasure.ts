/** What somebody's wish to be forgotten does at a camp: said before it is done, and done the same way. */
import { type Phase, permits } from "#domain/event.ts";
import { allows, isLive, type Status } from "#domain/registration.ts";

const WAYS_OUT = [
  { move: "give_back", to: "released" },
  { move: "decline", to: "declined" },
  { move: "leave", to: "left" },
] as const;
type WayOut = (typeof WAYS_OUT)[number];

/** How somebody lets go of what they have, so that others get it; null for whoever has nothing to let go of. */
export function wayOut(status: Status): WayOut | null {
  if (!isLive(status)) return null;
  return WAYS_OUT.find(({ move }) => allows(move, status)) ?? null;
}

/**
 * Whether their address stays when all else goes: the organisers took them off, and forgotten wholly they could
 * register again. It goes with the camp's other people without a place.
 */
export function staysBarred(status: Status, over: boolean): boolean {
  return status === "removed" && !over;
}

/** A pitch of theirs that stands, and how many others host it. */
export type Hosted = { id: string; others: number };

/**
 * What becomes of their pitches: one that others host as well stays with them; one that is theirs alone is withdrawn, as
 * nobody would be there, and stays as a record once that is no longer possible.
 */
export function withdrawnWith(hosted: readonly Hosted[], phase: Phase): string[] {
  if (!permits(phase, "withdraw")) return [];
  return hosted.filter(({ others }) => others === 0).map(({ id }) => id);
}

/** What is said before it is done. */
export type Erasure = {
  /** What others get by it; null where there is nothing to let go of. */
  lets: WayOut["move"] | null;
  pitches: { withdrawn: number; stay: number };
  hands: number;
  /** What they wrote up of sessions and days, for whomever. */
  writeUps: number;
  /** They answered the equality questions: that stays in the counts, as nobody can tell which were theirs. */
  counted: boolean;
  /** Their way to sign in goes too: they need it nowhere else. */
  account: boolean;
  barred: boolean;
};
