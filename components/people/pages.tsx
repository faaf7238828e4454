import { Button } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { Pager } from "#components/ui/pager.tsx";
import type { Page } from "#domain/paging.ts";
import { type PeopleView, USUAL_VIEW, viewAt, viewText } from "#domain/people-view.ts";
import type { PersonInLine } from "#domain/registration.ts";
import { wordsOf } from "#messages/words.ts";
import type { PeoplePage } from "./found.ts";
import styles from "./people.module.css";

const common = wordsOf("common");
const words = wordsOf("people");

/** "301 to 600 of 5,000". */
function rangeOf({ items, page, size }: Page<PersonInLine>, all: number): string {
  const before = (page - 1) * size;
  return words.range(before + 1, before + items.length, all);
}

/** What is shown, on all its pages, as a spreadsheet; nothing where that is everybody as they are anyway. */
export function DownloadThese({ base, view, list }: PagesProps) {
  if (list.found === 0 || viewText({ ...view, page: 1 }) === viewText({ ...USUAL_VIEW, group: "all" }))
    return null;
  const kept = new URLSearchParams({ list: viewText({ ...view, page: 1 }) });
  return (
    <p className={styles.more}>
      <Link href={`${base}/csv?${kept}`} download>
        {words.downloadThese(list.found)}
      </Link>
    </p>
  );
}

type PagesProps = { base: string; view: PeopleView; list: PeoplePage };

/** From page to page of a part of the list. */
export function Pages({ base, view, list }: PagesProps) {
  const { pages } = common;
  const at = (page: number) => viewAt(base, { ...view, page });
  return (
    <Pager
      label={pages.label}
      at={rangeOf(list, list.found)}
      back={list.page > 1 ? { href: at(list.page - 1), words: pages.back } : null}
      next={list.more ? { href: at(list.page + 1), words: pages.next } : null}
    />
  );
}

type FoundPagesProps = {
  search: string;
  list: PeoplePage;
  /** How the list is seen, as an address says it. */
  kept: string;
  send: (form: FormData) => void;
};

/** The same among those who were found: by buttons, so that what was looked for stays out of the address. */
export function FoundPages({ search, list, kept, send }: FoundPagesProps) {
  const { page, more, found } = list;
  if (page === 1 && !more) return null;
  return (
    <form action={send} className={styles.more} aria-label={common.pages.label}>
      <input type="hidden" name="search" value={search} />
      <input type="hidden" name="list" value={kept} />
      {page > 1 ? (
        <Button type="submit" kind="quiet" name="page" value={page - 1}>
          {common.pages.back}
        </Button>
      ) : null}
      <p>{rangeOf(list, found)}</p>
      {more ? (
        <Button type="submit" kind="quiet" name="page" value={page + 1}>
          {common.pages.next}
        </Button>
      ) : null}
    </form>
  );
}
