import { expect, it } from "vitest";
import {
  ASKED,
  answersOf,
  askedOn,
  lacksAgreement,
  lacksNumber,
  NO_NEEDS,
  STEPS,
} from "#domain/registration/answers.ts";
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
  const lacks = (access: string, accessAgreed: boolean) =>
    lacksAgreement({ ...NO_NEEDS, access, accessAgreed });
  expect([lacks("A loop", false), lacks("A loop", true), lacks("", false)]).toEqual([true, false, false]);
});

it("asks for the agreement to who comes along as to any other need, and how many they are", () => {
  const pa = { ...NO_NEEDS, companions: 1 };
  expect([pa, { ...pa, accessAgreed: true }].map(lacksAgreement)).toEqual([true, false]);
  expect(answersOf(typedForm({ companions: 1, accessAgreed: true })).accessAgreed).toBe(true);
  const said = { ...NO_NEEDS, companionsNote: "A guide" };
  expect([lacksAgreement(said), lacksNumber(said)]).toEqual([true, true]);
  expect([NO_NEEDS, pa, { ...said, companions: 2 }].map(lacksNumber)).toEqual([false, false, false]);
});

it("takes nobody along of a form that was kept before this was asked", () => {
  const {
    companions: _,
    companionsNote: __,
    ...before
  } = typedForm({ access: "A loop", accessAgreed: true });
  const kept = answersOf(before as ReturnType<typeof typedForm>);
  expect(kept).toMatchObject({ access: "A loop", accessAgreed: true, companions: 0, companionsNote: "" });
});
