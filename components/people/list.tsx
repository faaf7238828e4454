"use client";

import { Banner } from "#components/ui/banner.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Table } from "#components/ui/table.tsx";
import type { Group } from "#domain/people.ts";
import { isNarrowed, type PeopleView, viewText } from "#domain/people-view.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { Choosing, canBeOffered, choiceColumn } from "./choosing.tsx";
import { columnsFor } from "./columns.tsx";
import { Filters } from "./filters.tsx";
import type { FindPeople, PeoplePage } from "./found.ts";
import { DownloadThese, FoundPages, Pages } from "./pages.tsx";
import { Parts } from "./parts.tsx";
import styles from "./people.module.css";
import { FoundSaid, SearchForm, useSearch } from "./search.tsx";

const words = wordsOf("people");
const narrowed = wordsOf("peopleView");

type PeopleListProps = {
  slug: string;
  zone: string;
  list: PeoplePage;
  view: PeopleView;
  sectors: readonly { id: string; name: string }[];
  /** How many there are in each part. */
  counts: Readonly<Record<Group, number>>;
  /** Who is offered the next place that becomes free. */
  next: string | null;
  /** Milliseconds since 1970. */
  now: number;
  /** Whether the camp is over. */
  over: boolean;
  /** Whether the reader may offer places to people they choose. */
  chooses: boolean;
  find: FindPeople;
};

/** A page of the list; a search looks at everybody, in the server, and its text is in no address. */
export function PeopleList({
  slug,
  zone,
  list,
  view,
  over,
  chooses,
  next,
  now,
  find,
  ...of
}: PeopleListProps) {
  const base = `/e/${slug}/desk/people`;
  const kept = viewText(view);
  const { found, send } = useSearch(find, { base, list, kept });
  const { group } = view;
  const rows = (found.list ?? list).items;
  const columns = columnsFor(rows, base, kept, { locale: readerLocale(), zone }, now, next);
  const choice = chooses && rows.some(canBeOffered);
  return (
    <>
      <div className={styles.tools}>
        <Parts base={base} view={view} current={found.list ? "all" : group} counts={of.counts} />
        <SearchForm found={found} kept={kept} send={send} />
      </div>
      <Filters base={base} view={view} sectors={of.sectors} />
      <FoundSaid {...found} narrowed={isNarrowed(view)} />
      {isNarrowed(view) && !found.list && list.found > 0 ? <p>{narrowed.shown(list.found)}</p> : null}
      {found.refusal ? (
        <Banner tone="bad" role="alert" title={found.refusal.what}>
          <p>{found.refusal.next}</p>
        </Banner>
      ) : null}
      {rows.length === 0 ? (
        <Empty title={nobody(view, found.list !== null, over)} />
      ) : (
        <Choosing action={choice ? `${base}/offer` : null} kept={kept}>
          <Table
            caption={found.list ? words.found(found.list.found) : words.caption[group]}
            columns={choice ? [choiceColumn(), ...columns] : columns}
            rows={rows}
            rowId={(person) => person.id}
            marked={(person) => person.id === next}
          />
        </Choosing>
      )}
      {found.list ? (
        <FoundPages search={found.search} list={found.list} kept={kept} send={send} />
      ) : (
        <>
          <Pages base={base} view={view} list={list} />
          <DownloadThese base={base} view={view} list={list} />
        </>
      )}
    </>
  );
}

function nobody(view: PeopleView, searched: boolean, over: boolean): string {
  if (isNarrowed(view)) return searched ? narrowed.foundNobody : narrowed.nobody;
  if (searched) return words.nobody.found;
  return over ? words.nobodyAfter[view.group] : words.nobody[view.group];
}
