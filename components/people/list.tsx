"use client";

import Link from "next/link";
import { type MouseEvent, useDeferredValue, useEffect, useRef, useState } from "react";
import { ButtonLink } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { TextField } from "#components/ui/field.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { nextInLine, type PersonInLine } from "#domain/registration.ts";
import { day, type Place, time } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { GROUPS, type Group, inGroup, matching, ROWS } from "./groups.ts";
import styles from "./people.module.css";
import { StatusTag } from "./tag.tsx";

const words = wordsOf("people");

type PeopleListProps = {
  slug: string;
  zone: string;
  people: readonly PersonInLine[];
  group: Group;
  upTo: number;
  /** Milliseconds since 1970. */
  now: number;
};

/** The search text never leaves the browser. */
export function PeopleList({ slug, zone, people, group, upTo, now }: PeopleListProps) {
  const [search, setSearch] = useState("");
  const tools = useRef<HTMLDivElement>(null);
  // What was typed before hydration counts too.
  useEffect(() => setSearch(tools.current?.querySelector("input")?.value ?? ""), []);
  // Typing stays fluent while a long list is searched.
  const wanted = useDeferredValue(search);
  const searching = wanted.trim() !== "";
  const found = searching ? matching(people, wanted) : inGroup(people, group);
  const [drawn, setDrawn] = useState(upTo);
  const rows = found.slice(0, drawn);
  const drawMore = (event: MouseEvent) => {
    event.preventDefault();
    setDrawn(drawn + ROWS);
  };
  const line = people.flatMap(({ id, position: rank, proven }) =>
    rank === null ? [] : { id, rank, proven },
  );
  const [next] = nextInLine(line, 1);
  const base = `/e/${slug}/desk/people`;
  const groups = GROUPS.filter((name) => name !== "bounced" || inGroup(people, name).length > 0);
  return (
    <>
      <div className={styles.tools} ref={tools}>
        <nav className={styles.groups} aria-label={words.groupsLabel}>
          {groups.map((name) => (
            <Link
              key={name}
              className={styles.group}
              href={name === "line" ? base : `${base}?show=${name}`}
              aria-current={name === group && !searching ? "page" : undefined}
              scroll={false}
            >
              {words.groups[name]} <span className={styles.count}>{inGroup(people, name).length}</span>
            </Link>
          ))}
        </nav>
        <div className={styles.search}>
          <TextField
            name="search"
            type="search"
            label={words.search}
            autoComplete="off"
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        </div>
      </div>
      <output className="visually-hidden">{searching ? words.found(found.length) : ""}</output>
      {rows.length === 0 ? (
        <Empty title={searching ? words.nobody.found : words.nobody[group]} />
      ) : (
        <Table
          caption={searching ? words.found(found.length) : words.caption[group]}
          columns={columnsFor(base, { locale: readerLocale(), zone }, now, next)}
          rows={rows}
          rowId={(person) => person.id}
          marked={(person) => person.id === next}
        />
      )}
      {found.length > rows.length ? (
        <div className={styles.more}>
          <p>{words.more(rows.length, found.length)}</p>
          <ButtonLink kind="quiet" href={`${base}?show=${group}&upto=${drawn + ROWS}`} onClick={drawMore}>
            {words.showMore(Math.min(ROWS, found.length - rows.length))}
          </ButtonLink>
        </div>
      ) : null}
    </>
  );
}

function columnsFor(base: string, here: Place, now: number, next?: string): Column<PersonInLine>[] {
  const { columns } = words;
  return [
    { id: "line", label: columns.line, figures: true, cell: ({ position }) => position ?? "" },
    {
      id: "name",
      label: columns.name,
      header: true,
      cell: ({ name, firstTime }) => (
        <>
          {name}
          {firstTime ? <span className={styles.remark}> · {words.firstTime}</span> : null}
        </>
      ),
    },
    { id: "organisation", label: columns.organisation, cell: ({ organisation }) => organisation },
    { id: "sector", label: columns.sector, cell: ({ sector }) => sector },
    {
      id: "since",
      label: columns.since,
      figures: true,
      cell: ({ since }) => (
        <span className={styles.whole}>{`${day(since, here)}, ${time(since, here)}`}</span>
      ),
    },
    {
      id: "status",
      label: columns.status,
      cell: (person) => <StatusTag person={person} now={now} next={person.id === next} />,
    },
    {
      id: "more",
      label: columns.more,
      quiet: true,
      cell: ({ id, name }) => (
        <Link
          href={`${base}/${id}`}
          aria-label={words.openWhom(name)}
          prefetch={false}
          className={styles.open}
        >
          {words.open}
        </Link>
      ),
    },
  ];
}
