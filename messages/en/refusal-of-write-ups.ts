/** What is refused about what somebody writes up. */
import { MOST } from "#domain/limits.ts";
import type { Refusal } from "#domain/refusal.ts";

export const ofWriteUps = {
  level_closed: {
    what: "What was agreed for this session keeps it from the people you chose.",
    next: "Choose fewer readers below. You can still copy it for your own use.",
  },
  says_a_name: {
    what: "This session goes without names, and one of your answers says the name of somebody who hosted it, or yours.",
    next: "Say it without the name, or keep it for yourself alone.",
  },
  best_lines_full: {
    what: `There are ${MOST.bestLines} lines already.`,
    next: "Take one out first.",
  },
} satisfies Partial<Record<Refusal, { what: string; next: string }>>;
