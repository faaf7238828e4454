/**
 * A language made of English, for tests: no letter is plain and each text is a third longer, so that whatever is
 * still English, or has no room, is seen. Numbers, `#`, markup and addresses stay as they are.
 */
const PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ACCENTED = "áƀçďéƒĝĥíĵķļɱñóþɋŕšťúṽŵẋýžÁƁÇĎÉƑĜĤÍĴĶĻṀÑÓÞɊŔŠŤÚṼŴẊÝŽ";

const signs = new Map([...PLAIN].map((letter, index) => [letter, [...ACCENTED][index]!]));

const ADDRESS = /(\S*(?:@|:\/\/)\S*)/;

/** The same text in that language. What is in it already stays as it is, so a text in a text grows once. */
export function accented(text: string): string {
  return text
    .split(ADDRESS)
    .map((part) => (ADDRESS.test(part) ? part : grown(part)))
    .join("");
}

/** Every second letter of English is written twice: of letters and spaces, about a third more. */
function grown(text: string): string {
  let seen = 0;
  return text.replace(/[a-zA-Z]/g, (letter) => signs.get(letter)!.repeat(1 + (seen++ % 2)));
}

/** All of a language's words so; what a message makes of its facts too. */
export function accentedWords<Words>(words: Words, facts = false): Words {
  if (typeof words === "string") return accented(words) as Words;
  if (Array.isArray(words)) return words.map((part) => accentedWords(part, facts)) as Words;
  if (typeof words === "function") {
    const say = words as unknown as (...facts: unknown[]) => unknown;
    return ((...given: unknown[]) => accentedWords(say(...given), true)) as Words;
  }
  if (typeof words !== "object" || words === null) return words;
  const parts = Object.entries(words).map(([name, part]) => [
    name,
    facts && isNoWord(name) ? part : accentedWords(part, facts),
  ]);
  return Object.fromEntries(parts) as Words;
}

/** A mail’s links, its code and what an organiser wrote are what they are in every language. */
const isNoWord = (name: string) => ["link", "quiet", "code", "rich"].includes(name);
