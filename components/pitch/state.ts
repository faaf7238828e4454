/** What the pitch form shows after it was sent; the same shape before, so that nothing typed is ever lost. */
import type { Answer } from "#components/form/answer.ts";
import { BLANK_PITCH, type PitchForm } from "#domain/pitch.ts";
import type { Unsent } from "./safe.ts";

/** Everything on the form, as typed: of what allows one answer a text, of what allows several a list. */
export type PitchValues = {
  [Field in keyof typeof BLANK_PITCH]: (typeof BLANK_PITCH)[Field] extends string
    ? string
    : readonly string[];
};

export type PitchState = Pick<Answer, "errors" | "refusal"> & {
  values: PitchValues;
  /** Why it did not arrive; everything typed is still here. */
  unsent: Unsent | null;
  /** Once it arrived: how it will be said, and how many pitch before. */
  sent: { id: string; voice: PitchForm["voice"]; before: number } | null;
};

/** What the form holds: as it stands, or as it was typed. */
export function valuesOf(form: PitchValues, data?: FormData): PitchValues {
  if (!data) return form;
  const typed = Object.keys(BLANK_PITCH).map((name) => {
    const otherwise = form[name as keyof PitchValues];
    const several = typeof otherwise !== "string";
    return [name, several ? data.getAll(name).map(String) : String(data.get(name) ?? otherwise)];
  });
  return Object.fromEntries(typed);
}
