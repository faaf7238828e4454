import { type FormState, FRESH, typed } from "#app/respond.ts";
import type { WrongAnswer } from "#domain/question.ts";
import { wordsOf } from "#messages/words.ts";

const registration = wordsOf("registration");

/** What is wrong with answers to the camp's own questions, each at its field. */
export function mistaken(form: FormData, wrong: Readonly<Record<string, WrongAnswer>>): FormState {
  const errors = Object.entries(wrong).map(([field, { why, label }]) => [
    field,
    registration.more.wrong[why](label),
  ]);
  return { ...FRESH, values: typed(form), errors: Object.fromEntries(errors) };
}
