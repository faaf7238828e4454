import { expect, test } from "vitest";
import { DEMO_QUESTIONS, makeAnswers } from "#domain/demo/equality.ts";
import { answersTo } from "#domain/equality.ts";

test("everybody answers what is asked, by what can be answered to it, also that they would rather not say", () => {
  const all = makeAnswers(2_000, 1);
  expect(all).toHaveLength(2_000);
  for (const question of DEMO_QUESTIONS) {
    const given = new Set(all.map((chosen) => chosen[question]));
    expect(given).toEqual(new Set(answersTo(question)));
  }
});

test("the same camp answers the same", () => {
  expect(makeAnswers(9, 4)).toEqual(makeAnswers(9, 4));
  expect(makeAnswers(0, 4)).toEqual([]);
});
