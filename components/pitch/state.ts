/** What the pitch form shows after it was sent; the same shape before, so that nothing typed is ever lost. */
import type { Answer } from "#components/form/answer.ts";
import type { PitchForm } from "#domain/pitch.ts";
import type { Unsent } from "./safe.ts";

/** Everything on the form, as typed. */
export type PitchValues = {
  title: string;
  line: string;
  kind: string;
  voice: string;
  noteLevel: string;
  needs: readonly string[];
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
  const text = (name: string, otherwise: string) => String(data.get(name) ?? otherwise);
  return {
    title: text("title", ""),
    line: text("line", ""),
    kind: text("kind", form.kind),
    voice: text("voice", form.voice),
    noteLevel: text("noteLevel", form.noteLevel),
    needs: data.getAll("needs").map(String),
  };
}
