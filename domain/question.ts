/** What a camp asks besides: its own questions, each with its purpose, who sees the answers and until when they are kept. */
import { LONGEST } from "#domain/limits.ts";
import { manyLines } from "#domain/text.ts";

export const QUESTION_KINDS = ["text", "choice", "yes_no"] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Who sees the answers. `crew`: whoever may see the people of the camp. */
export const SEEN_BY = ["organisers", "crew"] as const;
export type SeenBy = (typeof SEEN_BY)[number];

export type CampQuestion = {
  id: string;
  kind: QuestionKind;
  label: string;
  /** Of a choice; empty for others. */
  choices: readonly string[];
  /** Why it is asked, said to whoever answers. */
  purpose: string;
  seenBy: SeenBy;
  /** The last day on which answers are kept, `YYYY-MM-DD` in the camp's zone. */
  keepUntil: string;
  required: boolean;
};

/** Answers to a camp's own questions, by question; what was left empty is left out. */
export type More = Readonly<Record<string, string>>;

/** How a form calls the answer to a question. */
export const fieldOf = (questionId: string): string => `q.${questionId}`;

/** Whether a field of a form is an answer to a question of some camp. */
export const isFieldOfQuestion = (field: string): boolean => /^q\.[0-9a-f-]{36}$/.test(field);

export const YES_NO = ["yes", "no"] as const;

/** What can be wrong with an answer by itself. */
export type WrongAnswer = { why: "missing" | "long" | "no_choice"; label: string };

/**
 * Reads what a form said to the questions as they are now. What answers a question that is asked no more is left out:
 * nobody would know what it says.
 *
 * @param before what they said earlier: it stays an answer, whatever can be chosen by now
 */
export function readMore(
  questions: readonly CampQuestion[],
  typed: Readonly<Record<string, unknown>>,
  before: More = {},
): { more: More; wrong: Readonly<Record<string, WrongAnswer>> } {
  const more: Record<string, string> = {};
  const wrong: Record<string, WrongAnswer> = {};
  for (const question of questions) {
    const field = fieldOf(question.id);
    const sent = typed[field];
    const answer = typeof sent === "string" ? manyLines(sent) : "";
    const why = answer !== "" && answer === before[question.id] ? null : wrongIn(question, answer);
    if (why) wrong[field] = { why, label: question.label };
    else if (answer !== "") more[question.id] = answer;
  }
  return { more, wrong };
}

function wrongIn({ kind, choices, required }: CampQuestion, answer: string): WrongAnswer["why"] | null {
  if (answer === "") return required ? "missing" : null;
  if (kind === "text") return answer.length > LONGEST.answer ? "long" : null;
  const open: readonly string[] = kind === "yes_no" ? YES_NO : choices;
  return open.includes(answer) ? null : "no_choice";
}

/** The questions whose answers somebody may see. @param organises whether they see what only organisers see */
export function seenBy<Q extends Pick<CampQuestion, "seenBy">>(
  questions: readonly Q[],
  organises: boolean,
): Q[] {
  return questions.filter((question) => organises || question.seenBy === "crew");
}
