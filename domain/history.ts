import type { PersonInLine } from "#domain/registration.ts";

/** One line of the book of changes, as the crew reads it. */
export type HistoryEntry = {
  id: string;
  /** ISO 8601. */
  at: string;
  actor: "camper" | "crew" | "clock" | "system";
  /** The name of the campmaker or organiser who did it. */
  by: string | null;
  act: string;
  from: string | null;
  to: string | null;
  reason: string;
};

/** Everything an organiser may know of one person. */
export type PersonDetail = PersonInLine & { access: string; photos: boolean };
