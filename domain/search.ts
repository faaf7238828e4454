/** Finding somebody by what one remembers of a name: case, accents, apostrophes and hyphens make no difference. */

/** Latin letters that carry no separable accent, and the two forms of the Greek sigma. */
const LETTERS: Readonly<Record<string, string>> = {
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ħ: "h",
  ŧ: "t",
  ı: "i",
  ς: "σ",
};

const APOSTROPHES = /['’‘ʼʻʹ`´′＇]/gu;
const HYPHENS = /[-‐‑‒–—−]+/gu;
/** Joiners, marks of direction and variation selectors: nobody sees them, and not every keyboard writes them. */
const UNSEEN = /\p{Cf}|\p{Variation_Selector}/gu;

/** Most names and nearly all addresses, which need none of what makes folding slow. */
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * A text as it is compared. Only the accents of Latin letters go: in Devanagari or Arabic a mark is a letter, and
 * taking it away would make one person of two.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replace(APOSTROPHES, "");
  return (
    text
      .replace(APOSTROPHES, "")
      .normalize("NFKD")
      // Down, up and down again folds what fewer do not: ẞ, ß, ŉ, ᾳ.
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      .normalize("NFKD")
      .replace(APOSTROPHES, "")
      .replace(UNSEEN, "")
      .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
      .replace(/[æœøđðþłħŧıς]/gu, (letter) => LETTERS[letter] ?? letter)
  );
}

const wordsOf = (text: string) => text.split(/\s+/u).filter(Boolean);

/** Every way a text may be looked for: hyphens as gaps and as nothing, Mac as Mc and the other way round. */
function spellings(text: string): string {
  const folded = fold(text);
  const words = [...wordsOf(folded.replace(HYPHENS, " ")), ...wordsOf(folded.replace(HYPHENS, ""))];
  const scots = words.flatMap((word) => {
    const rest = /^ma?c(\p{L}{2,})$/u.exec(word)?.[1];
    return rest ? [`mc${rest}`, `mac${rest}`] : [];
  });
  return [...words, ...scots].join(" ");
}

/** What somebody may be found by, ready to be searched many times. @param texts name, organisation, address */
export function searchText(texts: readonly string[]): string {
  return texts.map(spellings).join(" ");
}

/**
 * A test of whether each word of a search is somewhere in somebody's `searchText`, in any order. Nothing but gaps
 * finds everybody.
 */
export function finder(search: string): (known: string) => boolean {
  const wanted = wordsOf(fold(search).replace(HYPHENS, " "));
  return (known) => wanted.every((word) => known.includes(word));
}
