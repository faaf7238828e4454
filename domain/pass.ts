/**
 * A pass for the day: whoever has no ticket on their phone types the code of their badge and how their name begins, and
 * may pitch, raise hands and write notes. Badges are photographed, so it opens nothing else: not their needs, their place, their data.
 */
import { fold } from "#domain/search.ts";

/** So much of a name is asked for, and the whole of one that is shorter. */
export const NAME_SIGNS = 3;

const words = (text: string) =>
  fold(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);

const signs = (text: string) => [...text].length;

/**
 * Whether somebody may say of a name that it is theirs: they typed how one of its words begins, or several of them in
 * their order. Case and accents make no difference.
 */
export function goesBy(name: string, typed: string): boolean {
  const [has, said] = [words(name), words(typed)];
  if (said.length === 0) return false;
  const last = said.length - 1;
  return has.some((_, start) => {
    if (start + last >= has.length) return false;
    if (!said.every((word, n) => (n < last ? has[start + n] === word : has[start + n]!.startsWith(word))))
      return false;
    return signs(said.join("")) >= NAME_SIGNS || has[start + last] === said[last];
  });
}
