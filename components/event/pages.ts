import type { Page } from "#domain/paging.ts";
import { number } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const { pages: words } = wordsOf("common");

/** What a `Pager` says beside a page of a list. @param at the address of a page */
export function pagerFor({ page, more }: Page<unknown>, at: (page: number) => string) {
  return {
    label: words.label,
    at: words.at(number(page, readerLocale())),
    back: page > 1 ? { href: at(page - 1), words: words.back } : null,
    next: more ? { href: at(page + 1), words: words.next } : null,
  };
}
