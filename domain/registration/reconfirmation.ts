/** "Are you still coming?": when whoever has a place is asked, what they may answer, and what silence may lead to. */
import { instantAt, laterDay } from "#domain/time/local.ts";

/** How many days before a camp its people can be asked, the first first. */
export const ROUNDS = [14, 5, 1] as const;
export type Round = (typeof ROUNDS)[number];

export const ASKED_BY_DEFAULT: readonly Round[] = [5, 1];

/** What is kept of an answer; a no gives the place back. */
export const COMING = ["yes", "unsure"] as const;
export type Coming = (typeof COMING)[number];

/** In the morning, when a mail is read; a place goes back in the evening, once everybody had a working day to answer. */
const ASKED_AT = "10:00";
const GOES_BACK_AT = "18:00";

const DAY = 24 * 3_600_000;

/** Whoever got their place or answered within this time, in milliseconds, is not asked. */
export const FRESH = 3 * DAY;

/** Of a camp: its first day as `YYYY-MM-DD`, the rounds it asks in, and how long before it silent places go back. */
export type Reconfirming = {
  day: string;
  zone: string;
  rounds: readonly Round[];
  /** In days; null where silence has no consequence. */
  backDays: number | null;
};

const onDay = (day: string, before: number, time: string, zone: string) =>
  instantAt(laterDay(day, -before), time, zone);

/** When a round is asked, milliseconds since 1970. */
export function asksAt(round: Round, { day, zone }: Pick<Reconfirming, "day" | "zone">): number {
  return onDay(day, round, ASKED_AT, zone);
}

/** When places go back whose holders were asked and said nothing, milliseconds since 1970; null for never. */
export function goesBackAt({ day, zone, backDays }: Omit<Reconfirming, "rounds">): number | null {
  return backDays === null ? null : onDay(day, backDays, GOES_BACK_AT, zone);
}

/**
 * Whether a camp still asks before silent places go back: of a round whose time has passed nobody hears any more.
 * @param now milliseconds since 1970
 */
export function stillAsks(camp: Reconfirming, now: number): boolean {
  const { rounds, backDays } = camp;
  return backDays !== null && rounds.some((round) => round > backDays && asksAt(round, camp) > now);
}

/**
 * The rounds whose time has come, the first first. Of several only the last is asked: the others were missed.
 *
 * @param done those that were asked, or were too late when the camp chose them
 * @param now milliseconds since 1970
 */
export function roundsDue(camp: Reconfirming, done: readonly number[], now: number): Round[] {
  return ROUNDS.filter(
    (round) => camp.rounds.includes(round) && !done.includes(round) && asksAt(round, camp) <= now,
  );
}

/** When the next round is asked that is still to come, milliseconds since 1970; null where there is none. */
export function nextRoundAt(camp: Reconfirming, done: readonly number[], now: number): number | null {
  const to = camp.rounds
    .filter((round) => !done.includes(round))
    .map((round) => asksAt(round, camp))
    .filter((at) => at > now);
  return to.length > 0 ? Math.min(...to) : null;
}

/**
 * Until when somebody who is asked now has to answer: the time the camp sets, unless that leaves them less than a day;
 * then what they were told before, if anything.
 *
 * @param told milliseconds since 1970, as all here
 */
export function answerBy(
  camp: Omit<Reconfirming, "rounds">,
  told: number | null,
  now: number,
): number | null {
  const back = goesBackAt(camp);
  if (back === null) return null;
  if (back - now >= DAY) return back;
  return told !== null && told > now ? told : null;
}

/** Since when somebody has their place, and when they last answered, in milliseconds since 1970; null for never. */
export type Asked = { placedAt: number | null; answeredAt: number | null };

/** Whether somebody with a place is asked now. @param now milliseconds since 1970 */
export function isAsked({ placedAt, answeredAt }: Asked, now: number): boolean {
  return [placedAt, answeredAt].every((at) => at === null || now - at >= FRESH);
}

/** What an organiser sees of somebody who has a place. `silent`: asked, and no answer. */
export type Expected = Coming | "silent" | "unasked";

/** @param askedAt and `answer`: about the day that the camp has now; null for none */
export function expectedOf({ askedAt, answer }: { askedAt: unknown; answer: Coming | null }): Expected {
  return answer ?? (askedAt === null ? "unasked" : "silent");
}

/** What somebody is asked on their page. Instants are ISO 8601. */
export type StillComing = {
  answer: Coming | null;
  /** When their place goes back if they say nothing, as the mail told them; null where it does not. */
  goesBackAt: string | null;
};
