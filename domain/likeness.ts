/** Which pitches say what somebody is typing: the same title, or one much like it. It suggests, and decides nothing. */
import { fold } from "#domain/search.ts";

type Titled = { title: string };

type Prepared<Pitch> = {
  pitch: Pitch;
  said: string;
  trigrams: ReadonlySet<string>;
  stems: ReadonlySet<string>;
};

/** Found for a title: one that says the same, or the likest. */
export type Found<Pitch> = { pitch: Pitch; same: boolean };

/** Two titles are alike from this share on of trigrams in common, of all that the telling words of either have. */
const ENOUGH_TRIGRAMS = 0.55;
/** And from this share on of stems in common, of those that the shorter title has. */
const ENOUGH_STEMS = 2 / 3;
/** One word in common says little: "housing" is half of what councils do. */
const FEWEST_STEMS = 2;
/** Short titles have few trigrams, and share some of them by chance. */
const SHORTEST = 5;

/**
 * Makes the pitches ready once, when it is first asked, so that looking costs little at every letter.
 *
 * @param pitches in the order they came; of two that are as like, the earlier is found
 * @returns a search by a title as it is being typed; null where nothing is like it
 */
export function likenessTo<Pitch extends Titled>(
  pitches: readonly Pitch[],
): (title: string) => Found<Pitch> | null {
  let known: Prepared<Pitch>[] | null = null;
  return (title) => {
    const wanted = prepared({ title });
    if (wanted.said === "") return null;
    known ??= pitches.map(prepared);
    const same = known.find(({ said }) => said === wanted.said);
    if (same) return { pitch: same.pitch, same: true };
    if (wanted.said.length < SHORTEST) return null;
    let likest: { pitch: Pitch; score: number } | null = null;
    for (const other of known) {
      const score = alike(wanted, other);
      if (score > (likest?.score ?? 0)) likest = { pitch: other.pitch, score };
    }
    return likest && { pitch: likest.pitch, same: false };
  };
}

/** All that are like a title, the likest first; of two that are as like, the earlier. @param pitches in the order they came */
export function allLike<Pitch extends Titled>(pitches: readonly Pitch[], title: string): Pitch[] {
  const wanted = prepared({ title });
  return pitches
    .map((pitch) => ({ pitch, score: likeness(wanted, prepared(pitch)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ pitch }) => pitch);
}

/** Every two that are like each other, the likest first. @param pitches in the order they came */
export function pairsAlike<Pitch extends Titled>(pitches: readonly Pitch[]): [Pitch, Pitch][] {
  const known = pitches.map(prepared);
  return known
    .flatMap((one, nth) => known.slice(nth + 1).map((other) => ({ one, other, score: likeness(one, other) })))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ one, other }) => [one.pitch, other.pitch]);
}

/** The telling words of a text, folded and without their endings. */
export const stemsOf = (text: string): ReadonlySet<string> => prepared({ title: text }).stems;

/** 0 where they are not alike, else how much. */
function likeness(one: Prepared<unknown>, other: Prepared<unknown>): number {
  if (one.said === "") return 0;
  if (one.said === other.said) return Number.MAX_VALUE;
  return Math.min(one.said.length, other.said.length) < SHORTEST ? 0 : alike(one, other);
}

/** The same of two titles that are not the same, and long enough. */
function alike(a: Prepared<unknown>, b: Prepared<unknown>): number {
  const trigrams = shared(a.trigrams, b.trigrams);
  const ofAll = trigrams / (a.trigrams.size + b.trigrams.size - trigrams);
  const stems = shared(a.stems, b.stems);
  const ofShorter = stems / Math.max(1, Math.min(a.stems.size, b.stems.size));
  const enough = ofAll >= ENOUGH_TRIGRAMS || (stems >= FEWEST_STEMS && ofShorter >= ENOUGH_STEMS);
  return enough ? ofAll + ofShorter : 0;
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const one of a) if (b.has(one)) both++;
  return both;
}

function prepared<Pitch extends Titled>(pitch: Pitch): Prepared<Pitch> {
  const words = fold(pitch.title)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
  const telling = words.filter((word) => !COMMON.has(word));
  return {
    pitch,
    // A title of signs alone is compared by them, and one of those that are folded away by itself.
    said: words.join(" ") || fold(pitch.title).trim() || pitch.title.trim(),
    trigrams: new Set(telling.flatMap(trigramsOf)),
    stems: new Set(telling.map(stem)),
  };
}

/** As Postgres cuts them: two gaps before a word and one after it, so that how a word begins counts more. */
function trigramsOf(word: string): string[] {
  const letters = ["", "", ...word, ""];
  return letters.slice(2).map((_, at) =>
    letters
      .slice(at, at + 3)
      .map((letter) => letter || " ")
      .join(""),
  );
}

/** English endings that make another word of the same thing. Elsewhere trigrams do the work. */
const ENDING = /(?:ings?|ers?|ed|es|ies|y|e|s)$/u;
const LEAST_STEM = 3;

function stem(word: string): string {
  const short = word.replace(ENDING, "");
  if ([...short].length < LEAST_STEM) return word;
  // "running" and "run" are one.
  return short.replace(/([b-df-hj-np-rtv-z])\1$/u, "$1");
}

/** Words that nearly every title has, folded. */
const COMMON: ReadonlySet<string> = new Set(
  `a about all an and any are as at be best better can cant could do does doing dont for from get getting good has have how i
  if in into is isnt it its just like make making me more my need new no not of on or our out should so some than that the
  their them there they this to up us use using want was we what whats when where which who why will with without work
  working would you your`
    .split(/\s+/)
    .filter(Boolean),
);
