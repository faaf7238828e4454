import { expect, it } from "vitest";
import { ASKED, answersOf, askedOn, lacksAgreement, STEPS } from "#domain/registration/answers.ts";
import { typedForm } from "#tests/support/form.ts";

it("asks for everything a form says but its id, screen after screen", () => {
  const { id: _, ...asked } = typedForm({});
  expect([...ASKED].sort()).toEqual(Object.keys(asked).sort());
  expect(STEPS.flatMap(askedOn)).toEqual(ASKED);
});

it("takes the answers out of whatever holds them, and nothing else", () => {
  const { id, email, ...answers } = typedForm({ access: "A loop", accessAgreed: true });
  expect(answersOf({ ...answers, ...{ id, email, status: "held" } })).toEqual(answers);
});

it("keeps an agreement only beside what it was given for", () => {
  const of = (access: string, accessAgreed: boolean) =>
    answersOf(typedForm({ access, accessAgreed })).accessAgreed;
  expect([of("A loop", true), of("A loop", false), of("", true)]).toEqual([true, false, false]);
  const lacks = (access: string, accessAgreed: boolean) => lacksAgreement({ access, accessAgreed });
  expect([lacks("A loop", false), lacks("A loop", true), lacks("", false)]).toEqual([true, false, false]);
});
