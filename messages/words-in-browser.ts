/** The browser's half of `words.ts`: a page has one language, and of its words those of its areas. */
import type { Messages } from "./en.ts";
import { lookup } from "./lookup.ts";

const here: Partial<Messages> = {};
let language = "";

/** The words of one noun. @throws Error when a text of them is written and no area of the page has them */
export function wordsOf<Noun extends keyof Messages>(noun: Noun): Messages[Noun] {
  return lookup<Messages[Noun]>(() => here[noun] as Messages[Noun] | undefined, noun);
}

/** The language of this page, as `Intl` takes it. */
export function readerLocale(): string {
  return language;
}

/** Adds the words of an area. */
export function bring(locale: string, words: Partial<Messages>): void {
  language = locale;
  Object.assign(here, words);
}
