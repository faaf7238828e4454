"use client";

import { Banner } from "#components/ui/banner.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Table } from "#components/ui/table.tsx";
import type { Page } from "#domain/paging.ts";
import type { Group } from "#domain/people.ts";
import type { PersonInLine } from "#domain/registration.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { columnsFor } from "./columns.tsx";
import type { FindPeople } from "./found.ts";
import { FoundPages, Pages } from "./pages.tsx";
import { Parts } from "./parts.tsx";
import styles from "./people.module.css";
import { SearchForm, useSearch } from "./search.tsx";

const words = wordsOf("people");

type PeopleListProps = {
  slug: string;
  zone: string;
  list: Page<PersonInLine>;
  group: Group;
  /** How many there are in each part. */
  counts: Readonly<Record<Group, number>>;
  /** Who is offered the next place that becomes free. */
  next: string | null;
  /** Milliseconds since 1970. */
  now: number;
  find: FindPeople;
};

/** A page of the list; a search looks at everybody, in the server, and its text is in no address. */
export function PeopleList({ slug, zone, list, group, counts, next, now, find }: PeopleListProps) {
  const { found, send } = useSearch(find, list);
  const base = `/e/${slug}/desk/people`;
  const rows = (found.list ?? list).items;
  const columns = columnsFor(base, { locale: readerLocale(), zone }, now, next);
  return (
    <>
      <div className={styles.tools}>
        <Parts base={base} current={found.list ? null : group} counts={counts} />
        <SearchForm found={found} send={send} />
      </div>
      <output className="visually-hidden">{found.list ? words.found(found.list.found) : ""}</output>
      {found.refusal ? (
        <Banner tone="bad" role="alert" title={found.refusal.what}>
          <p>{found.refusal.next}</p>
        </Banner>
      ) : null}
      {rows.length === 0 ? (
        <Empty title={found.list ? words.nobody.found : words.nobody[group]} />
      ) : (
        <Table
          caption={found.list ? words.found(found.list.found) : words.caption[group]}
          columns={columns}
          rows={rows}
          rowId={(person) => person.id}
          marked={(person) => person.id === next}
        />
      )}
      {found.list ? (
        <FoundPages search={found.search} list={found.list} send={send} />
      ) : (
        <Pages base={base} group={group} list={list} all={counts[group]} />
      )}
    </>
  );
}
