import fc from "fast-check";
import { expect, test } from "vitest";
import { ENOUGH } from "#domain/equality/disclosure.ts";
import {
  FEEDBACK_ANSWERS,
  FEEDBACK_QUESTIONS,
  type FeedbackCount,
  saysSomething,
  shownFeedback,
} from "#domain/feedback.ts";

const counts = fc
  .array(fc.nat(300), { minLength: 20, maxLength: 20 })
  .map((people) =>
    FEEDBACK_QUESTIONS.flatMap((question, q) =>
      FEEDBACK_ANSWERS.map((answer, a): FeedbackCount => ({ question, answer, people: people[q * 4 + a]! })),
    ),
  );

test("no count that is shown is under five, over what it is, or gives away how many it is within five", () => {
  fc.assert(
    fc.property(fc.nat(2_000), counts, (people, rows) => {
      const shown = shownFeedback(people, rows);
      expect(shown.people % ENOUGH).toBe(0);
      for (const { question, answers } of shown.questions)
        for (const { answer, people: said } of answers) {
          const row = rows.find((it) => it.question === question && it.answer === answer)!;
          expect([said % ENOUGH, said <= row.people, row.people - said < ENOUGH]).toEqual([0, true, true]);
        }
    }),
  );
});

test("every question has all its answers, from the best, also where nobody gave one", () => {
  const { questions } = shownFeedback(0, []);
  expect(questions.map(({ question }) => question)).toEqual([...FEEDBACK_QUESTIONS]);
  expect(questions[0]!.answers.map(({ answer }) => answer)).toEqual([...FEEDBACK_ANSWERS]);
});

test("an answer alone says something, and so do words; that they may be read does not", () => {
  const nothing = { answers: {}, comment: "", open: true };
  expect(saysSomething(nothing)).toBe(false);
  expect(saysSomething({ ...nothing, answers: { learned: undefined } as never })).toBe(false);
  expect(saysSomething({ ...nothing, answers: { again: "no" } })).toBe(true);
  expect(saysSomething({ ...nothing, comment: "More tea" })).toBe(true);
});
