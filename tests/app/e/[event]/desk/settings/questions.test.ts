/** The questions of the settings form, as it sends them. */
import { expect, test } from "vitest";
import { questionRows, readQuestions } from "#app/e/[event]/desk/settings/questions.ts";
import { LONGEST, MOST } from "#domain/limits.ts";
import { camp } from "#messages/en/camp.ts";
import { formOf, rows } from "#tests/support/forms.ts";

const words = camp.questions;
const LAST = "2026-07-14";
const asked = (label: string, more: Record<string, string> = {}) => ({
  ...{ id: "", kind: "text", label, choices: "", purpose: "To plan.", seenBy: "crew" },
  ...{ keepUntil: "2026-08-13", position: "" },
  ...more,
});
const read = (...all: Record<string, string>[]) => readQuestions(formOf(rows("question", "", all)), LAST);
const order = (...all: [string, string][]) =>
  read(...all.map(([label, position]) => asked(label, { position }))).rows.map(({ label }) => label);

test("a question is read as it was typed, and one that nobody filled in is none", () => {
  const choice = { kind: "choice", choices: " S \r\nM\n\nM\n", required: "yes" };
  expect(read(asked("Shirt?", choice), asked("", { purpose: "" }))).toEqual({
    rows: [
      {
        ...{ id: null, kind: "choice", label: "Shirt?", choices: ["S", "M"], purpose: "To plan." },
        ...{ seenBy: "crew", keepUntil: "2026-08-13", required: true },
      },
    ],
    errors: {},
  });
});

test("their numbers are their order: one that takes another's goes where that was", () => {
  expect(order(["a", "1"], ["b", "2"], ["c", "3"])).toEqual(["a", "b", "c"]);
  expect(order(["a", "1"], ["b", "2"], ["c", "1"])).toEqual(["c", "a", "b"]);
  expect(order(["a", "3"], ["b", "2"], ["c", "3"])).toEqual(["b", "c", "a"]);
  expect(order(["a", "no"], ["b", ""], ["c", "0"])).toEqual(["a", "b", "c"]);
});

test("what is wrong with one is said at its field", () => {
  const { errors } = read(
    asked("", { purpose: "x" }),
    asked("No purpose", { purpose: " " }),
    asked("One choice", { kind: "choice", choices: "Only" }),
    asked("Too early", { keepUntil: "2026-07-13" }),
    asked("Long", { kind: "choice", choices: `a\n${"x".repeat(LONGEST.choice + 1)}` }),
    asked("Many", {
      kind: "choice",
      choices: Array.from({ length: MOST.choices + 1 }, (_, n) => `${n}`).join("\n"),
    }),
  );
  expect(errors).toEqual({
    "question.0.label": words.labelWrong(1),
    "question.1.purpose": words.purposeWrong(2),
    "question.2.choices": words.choicesFew(3),
    "question.3.keepUntil": words.keepUntilEarly(4),
    "question.4.choices": words.choicesLong(5),
    "question.5.choices": words.choicesMany(6),
  });
});

test("there are only so many", () => {
  const many = Array.from({ length: MOST.questions + 1 }, (_, n) => asked(`Question ${n}`));
  expect(read(...many).errors).toEqual({ "question.0.label": camp.tooMany(MOST.questions) });
});

test("the form ends with a question to be filled in, kept a month after the camp unless another day is typed", () => {
  expect(questionRows([], LAST)).toMatchObject([{ id: "", label: "", keepUntil: "2026-08-13" }]);
});
