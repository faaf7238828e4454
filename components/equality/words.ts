import { type EqualityAnswer, type EqualityQuestion, UNSAID } from "#domain/equality.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("equality");

/** An answer as it is chosen and counted. */
export function sayAnswer(question: EqualityQuestion, answer: EqualityAnswer): string {
  if (answer === UNSAID) return words.unsaid;
  const said: Partial<Record<EqualityAnswer, string>> = words.questions[question].answers;
  return said[answer] ?? answer;
}
