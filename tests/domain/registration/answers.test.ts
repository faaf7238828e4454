import { expect, it } from "vitest";
import { ASKED, answersOf, askedOn, STEPS } from "#domain/registration/answers.ts";
import { typedForm } from "#tests/support/form.ts";

it("asks for everything a form says but its id, screen after screen", () => {
  const { id: _, ...asked } = typedForm({});
  expect([...ASKED].sort()).toEqual(Object.keys(asked).sort());
  expect(STEPS.flatMap(askedOn)).toEqual(ASKED);
});

it("takes the answers out of whatever holds them, and nothing else", () => {
  const { id, email, ...answers } = typedForm({ access: "A loop" });
  expect(answersOf({ ...answers, ...{ id, email, status: "held" } })).toEqual(answers);
});
