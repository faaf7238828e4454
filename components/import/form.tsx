"use client";

import { useActionState } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink, Buttons } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { isEmpty } from "#domain/import/report.ts";
import { FRESH, type ImportState } from "#domain/import/state.ts";
import { common } from "#messages/en/common.ts";
import { imports } from "#messages/en/import.ts";
import styles from "./import.module.css";
import { Report } from "./report.tsx";

export type ImportAction = (before: ImportState, form: FormData) => Promise<ImportState>;

/** Choose a file, look at what it would do, say yes. Works without JavaScript. */
export function ImportForm({ slug, action }: { slug: string; action: ImportAction }) {
  const [state, send] = useActionState(action, FRESH);
  if (state.step === "done") return <Done slug={slug} state={state} />;
  return (
    <div className={styles.import}>
      {state.step === "look" ? (
        <Look state={state} send={send} />
      ) : (
        <Choose error={state.error} send={send} />
      )}
    </div>
  );
}

function Choose({ error, send }: { error: string | null; send: (form: FormData) => void }) {
  return (
    <>
      {error ? (
        <ErrorSummary title={common.errorSummary} errors={[{ field: "sheet", message: error }]} />
      ) : null}
      <p>{imports.lede}</p>
      <form action={send} className={styles.form} noValidate>
        <TextField
          type="file"
          name="sheet"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          label={imports.file}
          hint={imports.fileHint}
          {...(error && { error })}
        />
        <Submit pendingWords={imports.looking}>{imports.look}</Submit>
      </form>
      <details className={styles.columns}>
        <summary>{imports.columnsTitle}</summary>
        <dl>
          {imports.columnsBody.map(({ sheet, columns, means }) => (
            <div key={sheet}>
              <dt>{sheet}</dt>
              <dd>
                <code>{columns}</code>
              </dd>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

function Look({ state, send }: { state: ImportState; send: (form: FormData) => void }) {
  const report = state.report!;
  return (
    <>
      {state.refusal ? (
        <Banner tone="bad" role="alert" title={state.refusal.what}>
          <p>{state.refusal.next}</p>
        </Banner>
      ) : null}
      <Card as="section" above={state.name} title={imports.found}>
        <Report report={report} />
      </Card>
      <form action={send} className={styles.form}>
        <Buttons>
          {isEmpty(report) ? null : (
            <Submit name="step" value="confirm" pendingWords={imports.confirming}>
              {report.problemRows > 0 ? imports.confirmRest : imports.confirm}
            </Submit>
          )}
          <Submit kind="quiet" name="step" value="again" pendingWords={imports.again}>
            {imports.again}
          </Submit>
        </Buttons>
      </form>
    </>
  );
}

function Done({ slug, state }: { slug: string; state: ImportState }) {
  const { placements } = state.report!.counts;
  return (
    <div className={styles.import}>
      <Banner tone="good" role="status" title={imports.done} />
      <Card as="section" title={imports.brought}>
        <Report report={{ ...state.report!, problems: [], problemRows: 0, notes: [], noteRows: 0 }} />
      </Card>
      <Buttons>
        <ButtonLink href={`/e/${slug}/desk/${placements > 0 ? "grid" : "pitches"}`}>
          {placements > 0 ? imports.toGrid : imports.toPitches}
        </ButtonLink>
      </Buttons>
    </div>
  );
}
