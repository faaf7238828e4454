/** A camp's mail in a table, with why what failed did, and a button to try it again. */
import type { FormAction } from "#components/form/answer.ts";
import { Link } from "#components/ui/link.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { isLost, isSent, type MailState } from "#domain/mail.ts";
import { DROPPED, reasonOfFailure } from "#domain/mail-failure.ts";
import { day, type Place, time } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./group-mail.module.css";
import { Retry } from "./retry.tsx";

const words = wordsOf("mailLog");

export type LogRow = MailState & {
  id: string;
  kind: string;
  recipient: string;
  person: { id: string; name: string } | null;
  createdAt: string;
  failure: string | null;
  retries: boolean;
};

type LogProps = {
  rows: readonly LogRow[];
  which: "all" | "failed";
  /** The address of the people of this camp. */
  people: string;
  here: Place;
  retry: FormAction;
};

const kindOf = (kind: string) => words.kinds[kind] ?? words.otherKind;

export function MailLog({ rows, which, people, here, retry }: LogProps) {
  const { columns } = words.table;
  const all: Column<LogRow>[] = [
    { id: "kind", label: columns.kind, header: true, cell: ({ kind }) => kindOf(kind) },
    { id: "to", label: columns.to, cell: (row) => <To row={row} people={people} /> },
    {
      id: "when",
      label: columns.when,
      figures: true,
      cell: ({ createdAt }) => `${day(createdAt, here)}, ${time(createdAt, here)}`,
    },
    { id: "state", label: columns.state, cell: (row) => <State row={row} /> },
    { id: "why", label: columns.why, cell: whyOf },
    {
      id: "act",
      label: columns.act,
      quiet: true,
      cell: ({ id, retries, recipient }) =>
        retries ? <Retry mail={id} to={recipient} action={retry} /> : null,
    },
  ];
  return <Table caption={words.table[which]} rows={rows} rowId={({ id }) => id} columns={all} />;
}

function To({ row: { person, recipient }, people }: { row: LogRow; people: string }) {
  return (
    <span className={styles.reader}>
      {person ? <Link href={`${people}/${person.id}`}>{person.name}</Link> : null} {recipient}
    </span>
  );
}

const wasDropped = ({ failure }: LogRow) => (DROPPED as readonly string[]).includes(failure ?? "");

function State({ row }: { row: LogRow }) {
  if (wasDropped(row)) return <Tag>{words.dropped}</Tag>;
  const tone = isLost(row.state) ? "bad" : isSent(row.state) ? "good" : "wait";
  return <Tag tone={tone}>{words.states[row.state]}</Tag>;
}

/** Only of what was given up: what waits for the next try has said so already. */
function whyOf(row: LogRow) {
  return isLost(row.state) ? words.reasons[reasonOfFailure(row.failure ?? "")] : null;
}

export type KindRow = { kind: string; sent: number; waiting: number; failed: number };

/** How much there is of each kind. */
export function MailKinds({ kinds }: { kinds: readonly KindRow[] }) {
  const { columns, counts } = words.table;
  const figure = (id: "sent" | "waiting" | "failed"): Column<KindRow> => ({
    ...{ id, label: counts[id], figures: true, end: true },
    cell: (row) => words.number(row[id]),
  });
  return (
    <Table
      caption={words.table.kinds}
      rows={kinds}
      rowId={({ kind }) => kind}
      columns={[
        { id: "kind", label: columns.kind, header: true, cell: ({ kind }) => kindOf(kind) },
        ...(["sent", "waiting", "failed"] as const).map(figure),
      ]}
    />
  );
}
