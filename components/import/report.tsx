import { Table } from "#components/ui/table.tsx";
import { USUAL_SEATS } from "#domain/import/additions.ts";
import type { Note, Problem } from "#domain/import/problem.ts";
import { type ImportCounts, type ImportReport, isEmpty } from "#domain/import/report.ts";
import { count, number } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./import.module.css";

const imports = wordsOf("imports");

const ORDER: readonly (keyof ImportCounts)[] = [
  "slots",
  "breaks",
  "rooms",
  "pitches",
  "placements",
  "people",
  "hands",
];

/** @param done whether it has happened: mending a row is then done elsewhere */
export function Report({ report, done = false }: { report: ImportReport; done?: boolean }) {
  const { counts, rows, met, capacity, seatsGuessed, unread, problems, notes, noteRows } = report;
  return (
    <div className={styles.report}>
      {isEmpty(report) ? (
        <p>{imports.nothing}</p>
      ) : (
        <ul className={styles.counts}>
          {ORDER.filter((what) => counts[what] > 0).map((what) => (
            <li key={what}>{count(counts[what], imports[what], readerLocale())}</li>
          ))}
        </ul>
      )}
      {rows.all > 0 ? <p role={done ? undefined : "status"}>{imports.rows(rows)}</p> : null}
      {met.rooms + met.slots > 0 ? <p>{imports.met(met)}</p> : null}
      {capacity ? (
        <p>{imports.capacity(number(capacity.from, readerLocale()), number(capacity.to, readerLocale()))}</p>
      ) : null}
      {seatsGuessed ? <p>{imports.seats(number(USUAL_SEATS, readerLocale()))}</p> : null}
      {problems.length > 0 && !unread ? (
        <Problems problems={problems} rows={rows.left} hint={hintOf(report, done)} />
      ) : null}
      {noteRows > 0 ? <Notes notes={notes} rows={noteRows} /> : null}
    </div>
  );
}

function hintOf(report: ImportReport, done: boolean): string {
  if (done) return imports.problemsDone;
  return isEmpty(report) ? imports.problemsOnly : imports.problemsHint;
}

type Told = { id: string; place: string; what: string; mend: string };

type ProblemsProps = { problems: readonly Problem[]; rows: number; hint: string };

function Problems({ problems, rows, hint }: ProblemsProps) {
  const told = problems.map((problem, index): Told => {
    const [what, mend] = imports.problem(problem);
    const column = problem.column && imports.columns[problem.column];
    const place = [problem.row, column].filter(Boolean).join(" · ");
    return { id: `problem-${index}`, place, what, mend };
  });
  return (
    <section className={styles.rows}>
      <h3>{count(rows, imports.problems, readerLocale())}</h3>
      <p>{hint}</p>
      <Table
        caption={imports.problemsTable}
        rows={told}
        rowId={(row) => row.id}
        columns={[
          { id: "line", label: imports.line, figures: true, header: true, cell: (row) => row.place },
          {
            id: "what",
            label: imports.what,
            cell: (row) => (
              <>
                <strong>{row.what}</strong> {row.mend}
              </>
            ),
          },
        ]}
      />
      <More shown={problems.length} rows={rows} />
    </section>
  );
}

function Notes({ notes, rows }: { notes: readonly Note[]; rows: number }) {
  return (
    <details className={styles.rows}>
      <summary>{count(rows, imports.notes, readerLocale())}</summary>
      <Table
        caption={imports.notesTable}
        rows={notes.map((note, index) => ({ ...note, id: `note-${index}` }))}
        rowId={(row) => row.id}
        columns={[
          { id: "line", label: imports.line, figures: true, header: true, cell: (row) => row.row },
          { id: "what", label: imports.remark, cell: (row) => imports.note(row) },
        ]}
      />
      <More shown={notes.length} rows={rows} />
    </details>
  );
}

function More({ shown, rows }: { shown: number; rows: number }) {
  return rows > shown ? (
    <p>{imports.more(number(shown, readerLocale()), number(rows, readerLocale()))}</p>
  ) : null;
}
