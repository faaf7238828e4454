/**
 * Statistical disclosure control: what is shown of the counts of equality answers, so that nobody can work out what
 * somebody said. Two rules: a count is rounded down to a multiple of five, and counts are renewed at most once a day,
 * and only with five more people in them. There is no total: with one, what is rounded away could be worked out.
 */

/** The fewest people a count that is shown has, and those that are new in counts that are renewed. */
export const ENOUGH = 5;

/** At least so many people; 0 for fewer than ENOUGH, none among them. */
export function shownCount(people: number): number {
  return people - (people % ENOUGH);
}

/** How many have answered, how many of them are in what is shown, and the day of the last answer; null before any. */
export type Answered = { answered: number; shownAnswered: number; lastDay: string | null };

/**
 * Whether the counts of all who have answered are shown instead of those shown before.
 *
 * Not on the day of an answer: whoever watches somebody answer could watch the counts change.
 * @param today `YYYY-MM-DD`, in a zone that no organiser can change
 */
export function areRenewed({ answered, shownAnswered, lastDay }: Answered, today: string): boolean {
  return lastDay !== null && today > lastDay && answered - shownAnswered >= ENOUGH;
}
