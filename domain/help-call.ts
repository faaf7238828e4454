/** A call for help: one of the crew asks all of them to come, and sees who does. */

/** How a call ends: who came was enough, it is not needed any more, or nobody said so in time. */
export const CALL_ENDS = ["met", "called_off", "lapsed"] as const;
export type CallEnd = (typeof CALL_ENDS)[number];

/** How long a call stands unless somebody ends it before, in milliseconds: after that it is another. */
export const CALL_MS = 30 * 60_000;

/** Instants are ISO 8601. */
export type HelpCall = {
  id: string;
  what: string;
  place: string;
  /** Who called; null once that person is deleted. */
  by: { id: string; name: string } | null;
  at: string;
  endsAt: string;
  /** In the order in which they said so. */
  coming: readonly { id: string; name: string }[];
};

/** What every screen of the crew follows: calls that stand, the newest first, and which version last changed the rota. */
export type CrewNews = { calls: readonly HelpCall[]; rota: number };

/** The calls that have not run out. @param now milliseconds since 1970 */
export function standing(calls: readonly HelpCall[], now: number): HelpCall[] {
  return calls.filter(({ endsAt }) => Date.parse(endsAt) > now);
}
