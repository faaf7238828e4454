/** Mail that organisers write to many at once: to whom it can go, what it must say, and what becomes of it. */

import { statusesIn } from "#domain/people.ts";
import { leadsToPage, unknownIn } from "#domain/placeholder.ts";
import { LIVE, type Status, TAKES_PART } from "#domain/registration.ts";

/** In the order in which they are offered. */
export const MAIL_GROUPS = ["places", "line", "sector", "hosts", "crew", "unproven", "silent"] as const;
export type MailGroup = (typeof MAIL_GROUPS)[number];

/** Whoever is in a group: in one of these statuses, and what else it takes. Null for those who need not be registered. */
type Membership = { statuses: readonly Status[]; and?: "sector" | "hosts" | "unproven" | "silent" };

const MEMBERS: Readonly<Record<MailGroup, Membership | null>> = {
  // Not those whose place is held: nobody may read that address, and it is not theirs yet.
  places: { statuses: [TAKES_PART] },
  line: { statuses: statusesIn("line") },
  sector: { statuses: [TAKES_PART], and: "sector" },
  hosts: { statuses: [TAKES_PART], and: "hosts" },
  crew: null,
  unproven: { statuses: LIVE, and: "unproven" },
  silent: { statuses: statusesIn("silent"), and: "silent" },
};

/** What it takes to be in a group; null where the crew is meant. */
export function membersOf(group: MailGroup): Membership | null {
  return MEMBERS[group];
}

/** Whether a group is the crew, who have no page of their own. */
export function isCrew(group: MailGroup): group is "crew" {
  return group === "crew";
}

export type MailWords = {
  group: MailGroup;
  /** Of the group `sector`; else null. */
  sectorId: string | null;
  subject: string;
  body: string;
};

export const NO_WORDS: MailWords = { group: "places", sectorId: null, subject: "", body: "" };

/** Whether nothing has been written yet, so that a beginning can be put there. */
export function isBlank({ subject, body }: Pick<MailWords, "subject" | "body">): boolean {
  return subject === "" && body === "";
}

/** What keeps a mail from being sent. `unknown` are the braces that are no placeholder. */
export type WordsProblem =
  | { field: "sector" | "subject" | "body"; why: "missing" }
  | { field: "subject" | "body"; why: "unknown"; unknown: readonly string[] }
  | { field: "subject"; why: "link" }
  | { field: "body"; why: "no_page" };

/** Each field's first problem, in the order of the form. */
export function problemsOf({ group, sectorId, subject, body }: MailWords): WordsProblem[] {
  const problems: WordsProblem[] = [];
  if (group === "sector" && sectorId === null) problems.push({ field: "sector", why: "missing" });
  const unknown = { subject: unknownIn(subject), body: unknownIn(body) };
  if (subject === "") problems.push({ field: "subject", why: "missing" });
  else if (unknown.subject.length > 0)
    problems.push({ field: "subject", why: "unknown", unknown: unknown.subject });
  else if (leadsToPage(subject)) problems.push({ field: "subject", why: "link" });
  if (body === "") problems.push({ field: "body", why: "missing" });
  else if (unknown.body.length > 0) problems.push({ field: "body", why: "unknown", unknown: unknown.body });
  else if (isCrew(group) && leadsToPage(body)) problems.push({ field: "body", why: "no_page" });
  return problems;
}

/** How many are in a group; of these, to how many mail came back, and how many others want no such mail. */
export type MailReach = { all: number; bounced: number; unwilling: number };

/** To how many a mail goes. */
export function willGet({ all, bounced, unwilling }: MailReach): number {
  return all - bounced - unwilling;
}

/** What an organiser agrees to: exactly these people counted so. */
export function agreementOf(mark: string, { all, bounced, unwilling }: MailReach): string {
  return [mark, all, bounced, unwilling].join(" ");
}
