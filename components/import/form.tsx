"use client";

import { useActionState, useState } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink, Buttons } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { TextArea, TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import type { ImportProgress } from "#domain/import/progress.ts";
import { isEmpty } from "#domain/import/report.ts";
import { FRESH, type ImportNews, type ImportState } from "#domain/import/state.ts";
import { wordsOf } from "#messages/words.ts";
import { AlikeFields } from "./alike.tsx";
import styles from "./import.module.css";
import { Progress } from "./progress.tsx";
import { ReadingFields } from "./reading.tsx";
import { Report } from "./report.tsx";

const common = wordsOf("common");
const imports = wordsOf("imports");

export type ImportAction = (before: ImportState, form: FormData) => Promise<ImportState>;

type WatchImport = (before: ImportState, form: FormData) => Promise<ReadableStream<ImportNews>>;

type ImportFormProps = { slug: string; day: string; action: ImportAction; watch: WatchImport };

/**
 * Choose a file, check how it was read and what it would do, confirm. Works without JavaScript. @param day the camp's
 * own, `YYYY-MM-DD` @param watch does what `action` does and tells how far it is
 */
export function ImportForm({ slug, day, action, watch }: ImportFormProps) {
  const [progress, tell] = useState<ImportProgress | null>(null);
  const watched: ImportAction = async (before, form) => {
    tell(null);
    return follow(await watch(before, form), before, tell);
  };
  // The page is sent with the plain action, which works without a script; with one the same form is watched.
  const [state, send] = useActionState(typeof window === "undefined" ? action : watched, FRESH);
  if (state.step === "done") return <Done slug={slug} state={state} />;
  return (
    <div className={styles.import}>
      {state.refusal ? (
        <Banner tone="bad" role="alert" title={state.refusal.what}>
          <p>{state.refusal.next}</p>
        </Banner>
      ) : null}
      {state.step === "look" ? (
        <Look state={state} day={day} send={send} progress={progress} />
      ) : (
        <Choose error={state.error} send={send} progress={progress} />
      )}
    </div>
  );
}

/** Tells what is told, and answers with where it led. */
async function follow(
  news: ReadableStream<ImportNews>,
  before: ImportState,
  tell: (progress: ImportProgress) => void,
): Promise<ImportState> {
  const reader = news.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    if ("state" in read.value) return read.value.state;
    tell(read.value.progress);
  }
  return { ...before, refusal: imports.broken };
}

type Sending = { send: (form: FormData) => void; progress: ImportProgress | null };

function Choose({ error, send, progress }: Sending & { error: string | null }) {
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
          accept=".xlsx,.csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          label={imports.file}
          hint={imports.fileHint}
          {...(error && { error })}
        />
        <TextArea name="pasted" label={imports.paste} hint={imports.pasteHint} rows={4} />
        <Submit pendingWords={imports.looking}>{imports.look}</Submit>
        <Progress progress={progress} />
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

type LookProps = Sending & { state: ImportState; day: string };

/** One form for both steps, so that a confirmation carries how the file was read. */
function Look({ state, day, send, progress }: LookProps) {
  const { name, pages, choices, mark } = state;
  const [report, reading] = [state.report!, state.reading!];
  const [what, next] = report.unread ? imports.problem(report.unread) : [];
  return (
    <>
      {what ? (
        <Banner tone="wait" role="status" title={what}>
          <p>{next}</p>
        </Banner>
      ) : null}
      <form action={send} className={styles.look}>
        <Card as="section" above={name} title={imports.read.title}>
          {/* Fields are drawn anew for each reading; the button stays, and keeps the focus. */}
          <div className={styles.reading} key={`${mark} ${JSON.stringify(choices)}`}>
            <ReadingFields reading={reading} pages={pages} page={choices.page} day={day} />
            <AlikeFields alike={report.alike} alikeAll={report.alikeAll} />
          </div>
          <Submit kind="quiet" name="step" value="look" pendingWords={imports.read.againBusy}>
            {imports.read.again}
          </Submit>
        </Card>
        <Card as="section" title={imports.found}>
          <Report report={report} />
        </Card>
        <Buttons>
          {isEmpty(report) ? null : (
            <Submit name="step" value="confirm" pendingWords={imports.confirming}>
              {report.rows.left > 0 ? imports.confirmRest : imports.confirm}
            </Submit>
          )}
          <Submit kind="quiet" name="step" value="again" pendingWords={imports.again}>
            {imports.again}
          </Submit>
        </Buttons>
        <Progress progress={progress} />
      </form>
    </>
  );
}

function Done({ slug, state }: { slug: string; state: ImportState }) {
  const { placements } = state.report!.counts;
  return (
    <div className={styles.import}>
      <Banner tone="good" role="status" title={imports.done} />
      <Card as="section" above={state.name} title={imports.brought}>
        <Report report={state.report!} done />
      </Card>
      <Buttons>
        <ButtonLink href={`/e/${slug}/desk/${placements > 0 ? "grid" : "pitches"}`}>
          {placements > 0 ? imports.toGrid : imports.toPitches}
        </ButtonLink>
      </Buttons>
    </div>
  );
}
