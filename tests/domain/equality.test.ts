import { expect, it } from "vitest";
import {
  answersTo,
  EQUALITY_ANSWERS,
  EQUALITY_QUESTIONS,
  inOrder,
  isAsked,
  UNSAID,
} from "#domain/equality.ts";
import { STATUSES } from "#domain/registration.ts";

it("asks after each characteristic that the Equality Act 2010 protects, and after caring", () => {
  expect(EQUALITY_QUESTIONS).toEqual([
    "age",
    "sex",
    "gender",
    "same_as_birth",
    "ethnic_group",
    "disability",
    "religion",
    "orientation",
    "partnership",
    "maternity",
    "caring",
  ]);
});

it("lets everybody prefer not to say, last of all, and lets nobody type", () => {
  for (const question of EQUALITY_QUESTIONS) {
    const answers = answersTo(question);
    expect([question, answers.at(-1), answers.length > 2]).toEqual([question, UNSAID, true]);
    expect([question, new Set(answers).size]).toEqual([question, answers.length]);
    expect(EQUALITY_ANSWERS).toEqual(expect.arrayContaining([...answers]));
  }
  expect(new Set(EQUALITY_ANSWERS).size).toBe(EQUALITY_ANSWERS.length);
});

it("has its questions each once and in one order, however they were chosen", () => {
  expect(inOrder(["caring", "age", "caring"])).toEqual(["age", "caring"]);
  expect(inOrder([])).toEqual([]);
});

it("asks whoever takes part or waits, once the address is proven and until the camp is over", () => {
  const asked = STATUSES.filter((status) => isAsked({ status, proven: true }, false));
  expect(asked).toEqual(["waiting", "entered", "offered", "held", "confirmed"]);
  expect(STATUSES.some((status) => isAsked({ status, proven: false }, false))).toBe(false);
  expect(STATUSES.some((status) => isAsked({ status, proven: true }, true))).toBe(false);
});
