/** Where an import at the desk stands: choosing, looking, done. It travels with the form, so that no script is needed. */
import { type Choices, NO_CHOICES } from "#domain/import/choices.ts";
import type { ImportProgress } from "#domain/import/progress.ts";
import type { Reading } from "#domain/import/reading.ts";
import type { ImportReport } from "#domain/import/report.ts";
import type { Page } from "#domain/import/workbook.ts";

export type ImportState = {
  step: "choose" | "look" | "done";
  error: string | null;
  refusal: { what: string; next: string } | null;
  /** The file's pages as text (one, unless it is a workbook), its name, and the mark of what was shown. */
  pages: readonly Page[];
  name: string;
  mark: string;
  choices: Choices;
  reading: Reading | null;
  report: ImportReport | null;
};

/** What is said of a step under way: how far it is, and at last where it led. */
export type ImportNews = { progress: ImportProgress } | { state: ImportState };

export const FRESH: ImportState = {
  step: "choose",
  error: null,
  refusal: null,
  pages: [],
  name: "",
  mark: "",
  choices: NO_CHOICES,
  reading: null,
  report: null,
};
