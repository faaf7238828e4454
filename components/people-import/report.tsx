/** How a list was read, to be corrected without a script, whom it brings, and why it does not bring the others. */
import { SelectField } from "#components/ui/field.tsx";
import { Table } from "#components/ui/table.tsx";
import { PEOPLE_COLUMNS } from "#domain/people-import/columns.ts";
import type { PeopleImportState, PeopleReport } from "#domain/people-import/state.ts";
import { list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./people-import.module.css";

const words = wordsOf("peopleImport");

export function Reading({ state: { pages, page, report } }: { state: PeopleImportState }) {
  return (
    <div className={styles.reading}>
      <p>{words.readHint}</p>
      <div className={styles.fields}>
        {pages.length > 1 ? (
          <SelectField name="page" label={words.page} defaultValue={page}>
            {pages.map(({ name }, index) => (
              <option key={name} value={index}>
                {name}
              </option>
            ))}
          </SelectField>
        ) : null}
        {report!.columns.map(({ at, name, sample, means }) => (
          <SelectField
            key={at}
            name={`column.${at}`}
            label={words.column(name, at + 1)}
            hint={words.sample(sample)}
            defaultValue={means ?? ""}
          >
            <option value="">{words.alone}</option>
            {PEOPLE_COLUMNS.map((column) => (
              <option key={column} value={column}>
                {words.columns[column]}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
    </div>
  );
}

export function Found({ report }: { report: PeopleReport }) {
  const { brings, rows, people, over, unknownSectors } = report;
  return (
    <div className={styles.found}>
      <p role="status">
        <strong>{words.brings(brings, rows)}</strong>
      </p>
      {over ? <p>{words.over(over.free, over.from)}</p> : null}
      {unknownSectors.length > 0 ? (
        <p>
          {words.unknownSectors(
            list(
              unknownSectors.map((name) => `“${name}”`),
              readerLocale(),
            ),
          )}
        </p>
      ) : null}
      {people.length > 0 ? (
        <Table
          caption={words.first}
          captionShown
          rows={people}
          rowId={({ email }) => email}
          columns={[
            { id: "line", label: words.line, figures: true, cell: ({ row }) => row },
            { id: "who", label: words.columns.name, header: true, cell: ({ name }) => name },
            { id: "email", label: words.columns.email, cell: ({ email }) => email },
            {
              id: "organisation",
              label: words.columns.organisation,
              cell: ({ organisation }) => organisation,
            },
          ]}
        />
      ) : null}
      <Left report={report} />
    </div>
  );
}

function Left({ report: { left, leaves } }: { report: PeopleReport }) {
  if (leaves === 0) return null;
  return (
    <>
      <h3>{words.leaves(leaves)}</h3>
      <p>{words.leavesHint}</p>
      <Table
        caption={words.leavesTable}
        rows={left}
        rowId={({ row }) => String(row)}
        columns={[
          { id: "line", label: words.line, figures: true, header: true, cell: ({ row }) => row },
          {
            id: "why",
            label: words.why,
            cell: (row) => {
              const [what, mend] = words.left(row);
              return (
                <>
                  <strong>{what}</strong> {mend}
                </>
              );
            },
          },
        ]}
      />
      {leaves > left.length ? <p>{words.more(left.length, leaves)}</p> : null}
    </>
  );
}
