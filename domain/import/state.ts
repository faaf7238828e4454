/** Where an import at the desk stands: choosing, looking, done. It travels with the form, so that no script is needed. */
import type { ImportReport } from "#domain/import/report.ts";

export type ImportState = {
  step: "choose" | "look" | "done";
  /** What is wrong with the choice of file. */
  error: string | null;
  /** Why what was agreed to was not done. */
  refusal: { what: string; next: string } | null;
  /** The file as text, its name, and the mark of what was shown. */
  text: string;
  name: string;
  mark: string;
  report: ImportReport | null;
};

export const FRESH: ImportState = {
  step: "choose",
  error: null,
  refusal: null,
  text: "",
  name: "",
  mark: "",
  report: null,
};
