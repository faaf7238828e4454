import { z } from "zod";
import { ask, type FormState, formOf, overtaken, refuse } from "#app/respond.ts";
import { type PartId, pageOf } from "#components/camp/contents.tsx";
import { NOTHING_AGREED, type Outcome } from "#db/change.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { Result } from "#domain/result.ts";
import { answerAt } from "../said.ts";

export const mark = z.string().max(40);

/** Of what the form showed. */
export const seenMark = (form: unknown) => mark.catch("").parse(formOf(form).get("mark"));

/** Nothing when the form is sent for the first time. */
export const agreedIn = (form: FormData) =>
  mark.catch(NOTHING_AGREED).parse(formOf(form).get("agreed") ?? NOTHING_AGREED);

/**
 * Back to its page at the part that was saved, with the result in numbers; or the question that comes first.
 */
export function answer<T>(
  slug: string,
  form: FormData,
  part: PartId,
  result: Result<Outcome<T>, Refusal>,
  numbers: (done: T) => number[] = () => [],
): FormState {
  const page = `/e/${slug}/desk/settings/${pageOf(part)}`;
  if (!result.ok && result.refusal === "changed_meanwhile") return overtaken(form, `${page}#${part}`);
  if (!result.ok) return refuse(form, result.refusal);
  if ("asks" in result.value) return ask(form, result.value);
  answerAt(page, part, numbers(result.value.done), { part });
}
