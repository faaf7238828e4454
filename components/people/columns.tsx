import { Link } from "#components/ui/link.tsx";
import type { Column } from "#components/ui/table.tsx";
import { personAt } from "#domain/people-view.ts";
import type { PersonInLine } from "#domain/registration.ts";
import { day, type Place, time } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./people.module.css";
import { StatusTag } from "./tag.tsx";

const words = wordsOf("people");

/**
 * @param base the address of the list @param kept how it is seen, as an address says it, to come back to
 * @param next who is offered the next place that becomes free
 */
export function columnsFor(
  base: string,
  kept: string,
  here: Place,
  now: number,
  next: string | null,
): Column<PersonInLine>[] {
  const { columns } = words;
  return [
    { id: "line", label: columns.line, figures: true, cell: ({ position }) => position ?? "" },
    {
      id: "name",
      label: columns.name,
      header: true,
      cell: ({ name, firstTime, companions }) => (
        <>
          {name}
          {firstTime ? <span className={styles.remark}> · {words.firstTime}</span> : null}
          {companions > 0 ? <span className={styles.remark}> · {words.along(companions)}</span> : null}
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
        <Link href={personAt(base, id, kept)} aria-label={words.openWhom(name)} className={styles.open}>
          {words.open}
        </Link>
      ),
    },
  ];
}
