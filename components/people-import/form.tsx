"use client";

import { useActionState } from "react";
import { AskedFirst } from "#components/form/asked.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink, Buttons } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Spotlight } from "#components/ui/spotlight.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { FRESH, type PeopleImportState } from "#domain/people-import/state.ts";
import { wordsOf } from "#messages/words.ts";
import { How } from "./how.tsx";
import styles from "./people-import.module.css";
import { Found, Reading } from "./report.tsx";

const common = wordsOf("common");
const words = wordsOf("peopleImport");

type Action = (before: PeopleImportState, form: FormData) => Promise<PeopleImportState>;

type PeopleImportProps = {
  /** The address of the list of people. */
  list: string;
  sectors: readonly { id: string; name: string }[];
  action: Action;
};

/** Choose a file, check how it was read and whom it brings, say what they get, confirm. Works without JavaScript. */
export function PeopleImport({ list, sectors, action }: PeopleImportProps) {
  const [state, send] = useActionState(action, FRESH);
  const { step, refusal, asks, errors, error } = state;
  const wrong = Object.entries({ ...errors, ...(error && { list: error }) });
  if (step === "done") return <Done state={state} list={list} />;
  return (
    <div className={styles.import}>
      {refusal ? (
        <Spotlight key={refusal.what}>
          <Banner tone="bad" role="alert" title={refusal.what}>
            <p>{refusal.next}</p>
          </Banner>
        </Spotlight>
      ) : null}
      {wrong.length > 0 ? (
        <ErrorSummary
          title={common.errorSummary}
          errors={wrong.map(([field, message]) => ({ field, message }))}
        />
      ) : null}
      {step === "choose" ? (
        <Choose error={error} send={send} />
      ) : (
        <form action={send} className={styles.look} noValidate>
          {asks ? (
            <AskedFirst
              asked={{ ...asks, tell: null }}
              anyway={words.anyway}
              pendingWords={words.confirming}
            />
          ) : null}
          <Look state={state} sectors={sectors} />
        </form>
      )}
    </div>
  );
}

function Choose({ error, send }: { error: string | null; send: (form: FormData) => void }) {
  return (
    <>
      <p>{words.lede}</p>
      <form action={send} className={styles.form} noValidate>
        <TextField
          type="file"
          name="list"
          accept=".xlsx,.csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          label={words.file}
          hint={words.fileHint}
          {...(error && { error })}
        />
        <Submit pendingWords={words.looking}>{words.look}</Submit>
      </form>
      <details className={styles.more}>
        <summary>{words.which}</summary>
        <ul>
          {words.exports.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <p>{words.needs}</p>
      </details>
    </>
  );
}

type LookProps = { state: PeopleImportState; sectors: PeopleImportProps["sectors"] };

/** One form for all of it, so that a confirmation carries how the list was read. */
function Look({ state, sectors }: LookProps) {
  const report = state.report!;
  const [what, mend] = report.trouble ? words.trouble(report.trouble, report.troubleLine) : [];
  return (
    <>
      {what ? (
        <Banner tone="wait" role="status" title={what}>
          <p>{mend}</p>
        </Banner>
      ) : null}
      {report.trouble ? null : (
        <Card as="section" title={words.found}>
          <Found report={report} />
        </Card>
      )}
      {report.columns.length > 0 || state.pages.length > 1 ? (
        <Card as="section" above={state.name} title={words.read}>
          {/* Fields are drawn anew for each reading. */}
          <details
            className={styles.more}
            open={report.trouble !== null || Object.keys(state.columns).length > 0 || undefined}
            key={JSON.stringify([state.page, state.columns])}
          >
            <summary>
              {words.readAs(report.columns.filter(({ means }) => means).length, report.columns.length)}
            </summary>
            <Reading state={state} />
            <Submit kind="quiet" name="step" value="look" pendingWords={words.looking}>
              {words.again}
            </Submit>
          </details>
        </Card>
      ) : null}
      {report.brings > 0 ? (
        <Card as="section" title={words.howTitle}>
          <How state={state} sectors={sectors} />
        </Card>
      ) : null}
      <Buttons>
        {report.brings > 0 ? (
          <Submit
            kind={state.asks ? "quiet" : "primary"}
            name="step"
            value="confirm"
            pendingWords={words.confirming}
          >
            {words.confirm(report.brings)}
          </Submit>
        ) : null}
        <Submit kind="quiet" name="step" value="again" pendingWords={words.other}>
          {words.other}
        </Submit>
      </Buttons>
    </>
  );
}

function Done({ state, list }: { state: PeopleImportState; list: string }) {
  const { brought, leaves } = state.done!;
  return (
    <div className={styles.import}>
      <Spotlight>
        <Banner tone={brought > 0 ? "good" : "wait"} title={words.done(brought)}>
          {brought > 0 ? <p>{state.tell ? words.doneTold : words.doneUntold}</p> : null}
          {leaves > 0 ? <p>{words.doneLeft(leaves)}</p> : null}
        </Banner>
      </Spotlight>
      <Buttons>
        <ButtonLink href={`${list}?show=${state.as}`}>{words.toList}</ButtonLink>
      </Buttons>
    </div>
  );
}
