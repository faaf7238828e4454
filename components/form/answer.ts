import type { Refusal } from "#domain/refusal.ts";
import type { Asked } from "./asked.tsx";

/** What the action behind a form answers: everything typed, what to mend by field, or why it was refused. */
export type Answer = {
  values: Readonly<Record<string, string | string[]>>;
  /** By field name; the words say how to mend it. */
  errors: Readonly<Record<string, string>>;
  refusal: {
    code: Refusal;
    what: string;
    next: string;
    /** Where what somebody else saved first can be seen, beside what was typed here. */
    theirs?: string;
  } | null;
  asks?: Asked;
  /** What was done, where the page does not show it by itself. */
  done?: string;
};

export type FormAction = (before: Answer, form: FormData) => Promise<Answer>;

export const FRESH: Answer = { values: {}, errors: {}, refusal: null };
