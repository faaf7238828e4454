import type { Needs } from "#domain/registration/answers.ts";
import { oneLine } from "#domain/text.ts";

/** What somebody has typed so far of what they need. @param answers by field name */
export function needsIn(answers: Readonly<Record<string, string>>): Needs {
  const { access = "", companions = "0", companionsNote = "" } = answers;
  return {
    ...{ access: oneLine(access), companionsNote: oneLine(companionsNote) },
    companions: Number(companions) || 0,
  };
}
