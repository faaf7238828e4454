/**
 * The one seam between a language and whoever needs its words. This is the server's half, where every language is at
 * hand; a bundle for the browser has `words-in-browser.ts` in its place (see `imports` in package.json).
 *
 * Whose language it is follows the request: `server.ts` enters it, and all that is done for that request is inside.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import type { Messages } from "./en.ts";
import { LANGUAGES, type Tag } from "./languages.ts";
import { lookup } from "./lookup.ts";

// A build has this module several times, and the request is one.
const shared = globalThis as {
  wallchartReader?: AsyncLocalStorage<Tag>;
  wallchartLanguages?: readonly Tag[];
};
shared.wallchartReader ??= new AsyncLocalStorage();
const reader = shared.wallchartReader;

/** The words of one noun in the reader's language, whatever it is at the moment when they are read. */
export function wordsOf<Noun extends keyof Messages>(noun: Noun): Messages[Noun] {
  return lookup(() => messagesIn(readerLocale())[noun]);
}

/** The language of whoever is being answered, as `Intl` takes it. */
export function readerLocale(): Tag {
  return reader.getStore() ?? languages()[0]!;
}

/** Which way whoever is being answered reads. */
export const readerDirection = (): "ltr" | "rtl" => LANGUAGES[readerLocale()].dir;

/** Answers in a language: all that `work` does and waits for is said in it. */
export function inLanguage<Result>(locale: string, work: () => Result): Result {
  return reader.run(known(locale), work);
}

/** All words of one language, for what is written to somebody who is not asking. */
export function messagesIn(locale: string): Messages {
  return LANGUAGES[known(locale)].messages;
}

/** The languages of this installation; the first is read where no camp says otherwise. Never none. */
export function languages(): readonly Tag[] {
  return shared.wallchartLanguages ?? [Object.keys(LANGUAGES)[0] as Tag];
}

/** Says which languages this installation has. Unknown ones are left out; with none left it is the first there is. */
export function haveLanguages(tags: readonly string[]): void {
  const found = tags.filter((tag): tag is Tag => Object.hasOwn(LANGUAGES, tag));
  if (found.length > 0) shared.wallchartLanguages = found;
  else delete shared.wallchartLanguages;
}

/** A language that was stored may have been taken away since. */
function known(locale: string): Tag {
  return languages().find((tag) => tag === locale) ?? languages()[0]!;
}

/** Brings words to a browser; here they are at hand. */
export function bring(_locale: string, _words: Partial<Messages>): void {}

/** Something made of words, such as a schema with its complaints: made once for each language that asks. */
export function perLanguage<Made>(make: () => Made): () => Made {
  const made = new Map<Tag, Made>();
  return () => {
    const locale = readerLocale();
    const kept = made.get(locale) ?? make();
    made.set(locale, kept);
    return kept;
  };
}
