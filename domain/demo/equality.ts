/** How the people of a demo camp answered its equality questions: about as people do who work in public services. */

import { random } from "#domain/agenda/random.ts";
import { answersTo, type Chosen, type EqualityAnswer, type EqualityQuestion } from "#domain/equality.ts";

/** Of each question how many in a hundred give each answer, in the order of `answersTo`; who is left over says nothing. */
const SHARES = {
  age: [8, 27, 30, 21, 9, 1],
  gender: [61, 33, 2, 1],
  ethnic_group: [10, 7, 4, 74, 1],
  disability: [5, 14, 74],
  caring: [26, 14, 5, 48],
} satisfies Partial<Record<EqualityQuestion, readonly number[]>>;

export const DEMO_QUESTIONS = Object.keys(SHARES) as (keyof typeof SHARES)[];

/** What each of so many people chose. */
export function makeAnswers(people: number, seed: number): Chosen[] {
  const dice = random(seed);
  return Array.from({ length: people }, () =>
    Object.fromEntries(DEMO_QUESTIONS.map((question) => [question, answerOf(question, dice.below(100))])),
  );
}

/** @param nth from 0 to 99 */
function answerOf(question: keyof typeof SHARES, nth: number): EqualityAnswer {
  const answers = answersTo(question);
  let left = nth;
  const at = SHARES[question].findIndex((share) => {
    left -= share;
    return left < 0;
  });
  return answers.at(at)!;
}
