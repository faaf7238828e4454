import { Link } from "#components/ui/link.tsx";
import type { Column } from "#components/ui/table.tsx";
import { worded } from "#components/ui/words.tsx";
import { personAt } from "#domain/people-view.ts";
import type { PersonInLine } from "#domain/registration.ts";
import { number } from "#messages/counts.ts";
import { day, type Place, time } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./people.module.css";
import { StatusTag } from "./tag.tsx";

const words = wordsOf("people");

/**
 * @param rows where nobody of these waits, nobody has a turn to show
 * @param base the address of the list @param kept how it is seen, as an address says it, to come back to
 * @param next who is offered the next place that becomes free
 */
export function columnsFor(
  rows: readonly PersonInLine[],
  base: string,
  kept: string,
  here: Place,
  now: number,
  next: string | null,
): Column<PersonInLine>[] {
  const { columns } = words;
  return [
    ...(rows.some(({ position }) => position !== null) ? [turn(columns.line)] : []),
    {
      id: "name",
      label: columns.name,
      header: true,
      cell: ({ id, name, firstTime, companions }) => (
        <>
          <Link href={personAt(base, id, kept)} className={styles.open}>
            {worded(name)}
          </Link>
          {firstTime ? <span className={styles.remark}> · {words.firstTime}</span> : null}
          {companions > 0 ? <span className={styles.remark}> · {words.along(companions)}</span> : null}
        </>
      ),
    },
    {
      id: "organisation",
      label: columns.organisation,
      plain: true,
      cell: ({ organisation }) => organisation,
    },
    { id: "sector", label: columns.sector, plain: true, cell: ({ sector }) => sector },
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
      plain: true,
      cell: (person) => <StatusTag person={person} now={now} next={person.id === next} />,
    },
  ];
}

const turn = (label: string): Column<PersonInLine> => ({
  id: "line",
  label,
  figures: true,
  plain: true,
  cell: ({ position }) => (position === null ? "" : number(position, readerLocale())),
});
