import { leadTo, type Page } from "#domain/paging.ts";
import { number } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const { pages: words } = wordsOf("common");

/** What a `Pager` says beside a page of a list. @param at the address of a page, and what in it says which */
export function pagerFor(list: Page<unknown>, at: (page: number, which: string) => string) {
  const { page, more } = list;
  const to = (other: number) => at(other, leadTo(list, other));
  return {
    label: words.label,
    at: words.at(number(page, readerLocale())),
    back: page > 1 ? { href: to(page - 1), words: words.back } : null,
    next: more ? { href: to(page + 1), words: words.next } : null,
  };
}
