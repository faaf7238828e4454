import { Table } from "#components/ui/table.tsx";
import type { PurgeView } from "#domain/purge.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./rows.module.css";

const words = wordsOf("camp").privacy;

/** What was deleted because its time had come, day by day. */
export function Purges({ purges }: { purges: readonly PurgeView[] }) {
  return (
    <section className={styles.section} aria-labelledby="purges">
      <h3 id="purges">{words.done}</h3>
      {purges.length === 0 ? (
        <p className={styles.hint}>{words.nothing}</p>
      ) : (
        <Table
          caption={words.done}
          columns={[
            { id: "day", label: words.columns.day, header: true, cell: ({ day }) => words.on(day) },
            { id: "answers", label: words.columns.answers, figures: true, cell: ({ answers }) => answers },
            { id: "needs", label: words.columns.needs, figures: true, cell: ({ needs }) => needs },
            {
              id: "applicants",
              label: words.columns.applicants,
              figures: true,
              cell: ({ applicants }) => applicants,
            },
            { id: "entries", label: words.columns.entries, figures: true, cell: ({ entries }) => entries },
          ]}
          rows={purges}
          rowId={({ day }) => day}
        />
      )}
    </section>
  );
}
