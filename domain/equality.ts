/**
 * Equality questions: a fixed list after the characteristics that the Equality Act 2010 protects, of which a camp asks
 * those it chooses. Nothing is decided by an answer, and no answer is anybody's: they are kept as counts alone.
 */
import { isLive, type Status } from "#domain/registration.ts";

/** Of each question what can be chosen, beside `UNSAID`. In the order in which they are asked. */
const CHOICES = {
  age: ["under_25", "25_34", "35_44", "45_54", "55_64", "65_over"],
  sex: ["female", "male"],
  gender: ["woman", "man", "non_binary", "another"],
  same_as_birth: ["yes", "no"],
  ethnic_group: ["asian", "black", "mixed", "white", "another"],
  disability: ["a_lot", "a_little", "no"],
  religion: ["none", "buddhist", "christian", "hindu", "jewish", "muslim", "sikh", "another"],
  orientation: ["straight", "gay_lesbian", "bisexual", "another"],
  partnership: ["yes", "no"],
  maternity: ["yes", "no"],
  caring: ["children", "adults", "both", "no"],
} as const;

export type EqualityQuestion = keyof typeof CHOICES;
export const EQUALITY_QUESTIONS = Object.keys(CHOICES) as EqualityQuestion[];

/** "Prefer not to say", which every question has. It is counted: nothing chosen is not. */
export const UNSAID = "unsaid";

/** What can be chosen of a question, by the question. */
export type Choices = { [Q in EqualityQuestion]: (typeof CHOICES)[Q][number] | typeof UNSAID };
export type EqualityAnswer = Choices[EqualityQuestion];

/** What can be answered to a question, in order. */
export function answersTo(question: EqualityQuestion): readonly EqualityAnswer[] {
  return [...CHOICES[question], UNSAID];
}

/** Every answer there is, each once. */
export const EQUALITY_ANSWERS = [...new Set(EQUALITY_QUESTIONS.flatMap(answersTo))];

/** What somebody chose, on its way to being counted. Questions they left out are not in it. */
export type Chosen = Readonly<Partial<Record<EqualityQuestion, EqualityAnswer>>>;

/** Questions each once and in their order, whatever order they came in. */
export function inOrder(questions: readonly EqualityQuestion[]): EqualityQuestion[] {
  return EQUALITY_QUESTIONS.filter((question) => questions.includes(question));
}

/**
 * Whether somebody is asked: as long as they take part or wait. An address must be proven, or invented people would be
 * counted.
 * @param over whether the camp is over
 */
export function isAsked(who: { status: Status; proven: boolean }, over: boolean): boolean {
  return who.proven && isLive(who.status) && !over;
}
