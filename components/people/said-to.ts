import type { CampQuestion } from "#domain/question.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("people");

/** What somebody answered to a question of the camp's own, in words of the desk. */
export function saidTo({ kind }: Pick<CampQuestion, "kind">, answer: string): string {
  if (kind !== "yes_no" || answer === "") return answer;
  return answer === "yes" ? words.person.yes : words.person.no;
}
