/** What people say of a camp at its end: five questions, once a phone, and nobody's afterwards. */
import { shownCount } from "#domain/equality/disclosure.ts";

export const FEEDBACK_QUESTIONS = ["learned", "met", "spoke", "ran", "again"] as const;
export type FeedbackQuestion = (typeof FEEDBACK_QUESTIONS)[number];

/** From the best to the worst. */
export const FEEDBACK_ANSWERS = ["yes", "mostly", "hardly", "no"] as const;
export type FeedbackAnswer = (typeof FEEDBACK_ANSWERS)[number];

/** What one phone says. Any question may be left out; `open` where everybody may read the comment. */
export type Feedback = {
  answers: Partial<Record<FeedbackQuestion, FeedbackAnswer>>;
  comment: string;
  open: boolean;
};

/** Whether somebody who sent this said anything at all. */
export function saysSomething({ answers, comment }: Feedback): boolean {
  return comment !== "" || Object.values(answers).some((answer) => answer !== undefined);
}

export type FeedbackCount = { question: FeedbackQuestion; answer: FeedbackAnswer; people: number };

/** `people` is at least so many, in fives; 0 for fewer than five. */
export type FeedbackShown = {
  people: number;
  questions: { question: FeedbackQuestion; answers: { answer: FeedbackAnswer; people: number }[] }[];
};

/**
 * What anybody may read of counts: nothing under five, and no number that gives one away.
 * @param people how many have answered
 */
export function shownFeedback(people: number, counts: readonly FeedbackCount[]): FeedbackShown {
  const of = (question: FeedbackQuestion, answer: FeedbackAnswer) =>
    counts.find((count) => count.question === question && count.answer === answer)?.people ?? 0;
  return {
    people: shownCount(people),
    questions: FEEDBACK_QUESTIONS.map((question) => ({
      question,
      answers: FEEDBACK_ANSWERS.map((answer) => ({ answer, people: shownCount(of(question, answer)) })),
    })),
  };
}
