/**
 * What people need for the day, as counts that name nobody. People write freely, so words are looked for; what no
 * word here covers is counted as something else.
 */

export const ACCESS_KINDS = [
  "vegetarian",
  "vegan",
  "halal",
  "kosher",
  "gluten",
  "dairy",
  "nuts",
  "stepFree",
  "hearing",
  "signing",
  "quiet",
] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

const WORDS: Record<AccessKind, RegExp> = {
  vegetarian: /\bvegg?ies?\b|\bvegetarian/i,
  vegan: /\bvegan/i,
  halal: /\bhalal\b/i,
  kosher: /\bkosher\b/i,
  gluten: /\bgluten|\bco?eliac/i,
  dairy: /\bdairy\b|\blactose\b/i,
  nuts: /nuts?\b/i,
  stepFree: /\bstep[- ]?free\b|\bwheelchair|\bramps?\b/i,
  hearing: /\bloops?\b|\bhearing\b/i,
  signing: /\bbsl\b|\bsign language\b|\binterpret/i,
  quiet: /\bquiet/i,
};

/** What people write who need nothing. */
const NOTHING = /^\W*(no|none|nope|nil|nothing|n\/?a|not applicable|no thanks?|no thank you)?\W*$/i;

/** How many wrote something, how many of them named each kind, and how many named none of these. */
export type AccessCounts = {
  wrote: number;
  kinds: Readonly<Record<AccessKind, number>>;
  other: number;
};

/** How many come along to support somebody, and how many bring them. */
export type CompanionCount = { companions: number; people: number };

/** Whether somebody wrote of a need that is none of the kinds: an organiser has to read it. */
export function isOther(text: string): boolean {
  return !NOTHING.test(text) && !ACCESS_KINDS.some((kind) => WORDS[kind].test(text));
}

/** Counts needs. Somebody who names two kinds counts in both. @param texts what each person wrote */
export function countAccess(texts: readonly string[]): AccessCounts {
  const wrote = texts.filter((text) => !NOTHING.test(text));
  const named = (kind: AccessKind) => wrote.filter((text) => WORDS[kind].test(text)).length;
  const kinds = Object.fromEntries(ACCESS_KINDS.map((kind) => [kind, named(kind)]));
  const other = wrote.filter(isOther).length;
  return { wrote: wrote.length, kinds: kinds as Record<AccessKind, number>, other };
}

/** The counts of some and of others, as one. */
export function sumAccess(all: readonly AccessCounts[]): AccessCounts {
  const sum = (of: (counts: AccessCounts) => number) => all.reduce((so, counts) => so + of(counts), 0);
  const kinds = Object.fromEntries(ACCESS_KINDS.map((kind) => [kind, sum((counts) => counts.kinds[kind])]));
  return {
    wrote: sum(({ wrote }) => wrote),
    kinds: kinds as Record<AccessKind, number>,
    other: sum(({ other }) => other),
  };
}
