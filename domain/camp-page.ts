/** A camp's own pages in plain words: which there are, and what of them is still to be written before tickets open. */

/** In the order in which a first-timer asks; each is the end of its address. */
export const CAMP_PAGES = [
  "unconference",
  "places",
  "travel",
  "access",
  "food",
  "quiet",
  "conduct",
  "organisers",
  "thanks",
  "privacy",
  "cookies",
  "accessibility",
] as const;
export type CampPage = (typeof CAMP_PAGES)[number];

export function isCampPage(name: string): name is CampPage {
  return (CAMP_PAGES as readonly string[]).includes(name);
}

/** What the law asks of whoever takes registrations, and nobody but the organisers can say. */
export const REVIEWED = ["privacy", "accessibility"] as const satisfies readonly CampPage[];
export type ReviewedPage = (typeof REVIEWED)[number];

export function isReviewed(page: CampPage): page is ReviewedPage {
  return (REVIEWED as readonly CampPage[]).includes(page);
}

/** What stands in braces on a page, and is filled in from what the camp has set. */
export const FACTS_OF_PAGES = ["camp", "day", "doors", "place", "days kept"] as const;
export type PageFact = (typeof FACTS_OF_PAGES)[number];

const GAP = /\[\[([^[\]\n]{1,300})\]\]/g;

/** What is still to be written: the words in double square brackets. */
export function gapsIn(text: string): string[] {
  return [...text.matchAll(GAP)].map(([, words = ""]) => words.trim());
}

/** A text with something said in the place of each gap. */
export function withoutGaps(text: string, said: string): string {
  return text.replace(GAP, said);
}

/** One version of a page. `body` is null where ours was taken again. */
export type PageVersion = {
  version: number;
  body: string | null;
  /** ISO 8601. */
  madeAt: string;
  /** Whoever saved it, where they are still known. */
  by: string | null;
};

/** Why a page keeps the tickets shut: nobody changed our words, something is left to fill in, or nobody said that it is true. */
export type Lack = { page: ReviewedPage; why: "ours" | "gaps" | "unread" };

/** What is missing of one page. @param body as it is now; null where it is ours, which has gaps by intention */
export function lackOf(page: ReviewedPage, body: string | null, reviewed: boolean): Lack | null {
  if (body === null) return { page, why: "ours" };
  if (gapsIn(body).length > 0) return { page, why: "gaps" };
  return reviewed ? null : { page, why: "unread" };
}

/** Whether a page may not say this while people can see the camp: what the law asks of it would be missing again. */
export function isIncomplete(page: CampPage, body: string | null): boolean {
  return isReviewed(page) && lackOf(page, body, true) !== null;
}
