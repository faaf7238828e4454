import type { z } from "zod";
import type { Answer } from "#components/form/answer.ts";
import type { Question } from "#db/change.ts";
import type { Refusal } from "#domain/refusal.ts";
import { wordsOf } from "#messages/words.ts";

const common = wordsOf("common");
const consequence = wordsOf("consequence");
const words = wordsOf("refusal");

export type FormState = Answer;

export const FRESH: FormState = { values: {}, errors: {}, refusal: null };

/**
 * Parses a form. What has no words of its own for being wrong, such as a hidden field, says that the form needs another
 * look: nobody is shown a program's message. @param form from outside, so it may be anything
 */
export function read<Schema extends z.ZodType>(schema: Schema, form: unknown) {
  return schema.safeParse(Object.fromEntries(formOf(form)), { error: () => words.bad_input.what });
}

/** An empty form for anything else: an action may be called by hand with a number or nothing at all. */
export function formOf(form: unknown): FormData {
  return form instanceof FormData ? form : new FormData();
}

/** An empty text for anything else. */
export function textOf(given: unknown): string {
  return typeof given === "string" ? given : "";
}

/** Fields sent several times come as a list; framework fields are left out. */
export function typed(form: unknown): FormState["values"] {
  const sent = formOf(form);
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(sent.keys())) {
    if (name.startsWith("$")) continue;
    const all = sent.getAll(name).filter((value): value is string => typeof value === "string");
    values[name] = all.length === 1 ? all[0]! : all;
  }
  return values;
}

/** The first error of each field. */
export function complain(form: unknown, error: z.ZodError): FormState {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) errors[String(issue.path[0] ?? "")] ??= issue.message;
  return { values: typed(form), errors, refusal: null };
}

export function refuse(form: unknown, code: Refusal): FormState {
  return { values: typed(form), errors: {}, refusal: { code, ...words[code] } };
}

/**
 * Somebody else saved first, so that sending the same form again is refused again: it would overwrite theirs unseen. What was
 * typed stays. @param page that shows theirs
 */
export function overtaken(form: unknown, page: string): FormState {
  const state = refuse(form, "changed_meanwhile");
  return { ...state, refusal: state.refusal && { ...state.refusal, next: common.overtaken, theirs: page } };
}

/** Agreeing sends the same form with its agreement. */
export function ask(form: FormData, { asks, agreement }: Question): FormState {
  const telling = asks.some(({ kind }) => kind === "told");
  const tell = telling ? !form.has("agreed") || form.get("tell") === "yes" : null;
  const points = asks.map((it) => consequence.say(it));
  return { values: typed(form), errors: {}, refusal: null, asks: { points, agreement, tell } };
}
