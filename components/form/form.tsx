"use client";

import type { ReactNode } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import type { KeptIn } from "#components/ui/kept-fields.ts";
import { Spotlight } from "#components/ui/spotlight.tsx";
import { Unsaved } from "#components/ui/unsaved.tsx";
import { wordsOf } from "#messages/words.ts";
import { type Answer, type FormAction, FRESH } from "./answer.ts";
import { AskedFirst } from "./asked.tsx";
import { Theirs } from "./theirs.tsx";
import { useAnswer } from "./use-answer.ts";

const common = wordsOf("common");
const asked = wordsOf("asked");

/** What was typed, else what the page began with. */
export type Filled = {
  text: (name: string, otherwise?: string) => string;
  /** Once sent, a box that did not come back was cleared. */
  ticked: (name: string, value: string, otherwise?: boolean) => boolean;
  error: (name: string) => string | undefined;
  /** Saving it now agrees to what was asked. */
  asked: boolean;
  /** What an act that saves nothing has done to the form. */
  done: string | undefined;
  /** It was sent, and came back. */
  sent: boolean;
};

function filled({ values, errors, asks, refusal, done }: Answer): Filled {
  const sent = Object.keys(values).length > 0;
  return {
    text: (name, otherwise = "") => [values[name] ?? otherwise].flat()[0] ?? "",
    ticked: (name, value, otherwise = false) =>
      sent ? [values[name] ?? []].flat().includes(value) : otherwise,
    error: (name) => errors[name],
    asked: asks !== undefined,
    done,
    sent: sent || refusal !== null,
  };
}

/**
 * A form that works without JavaScript: sent to its action, shown again with everything typed and what to mend.
 * @param facts a fingerprint of what it begins with: with another one neither old input nor an old answer stays
 * @param keep the name under which what is typed is kept until it is saved; without one nothing is kept
 * @param keptIn where that is: in this tab unless told otherwise
 * @param anyway the label of the button that does it after a question; `pendingWords` while the form is sent
 */
export function Form({
  action,
  facts = "",
  keep,
  keptIn = "tab",
  anyway = asked.anyway,
  pendingWords = common.sending,
  children,
}: {
  action: FormAction;
  facts?: string;
  keep?: string;
  keptIn?: KeptIn;
  anyway?: string;
  pendingWords?: string;
  children: (fields: Filled) => ReactNode;
}) {
  const [answer, send] = useAnswer(action, facts);
  const errors = Object.entries(answer.errors).map(([field, message]) => ({ field, message }));
  return (
    // A new key draws the fields anew: a browser keeps its own state of a select that was sent.
    <form
      action={send}
      key={JSON.stringify([facts, answer])}
      noValidate
      data-returned={answer !== FRESH || undefined}
    >
      {answer.refusal ? (
        <Spotlight>
          <Banner tone="bad" role="alert" title={answer.refusal.what}>
            <p>{answer.refusal.next}</p>
            <Theirs refusal={answer.refusal} />
          </Banner>
        </Spotlight>
      ) : null}
      {answer.asks ? <AskedFirst asked={answer.asks} {...{ anyway, pendingWords }} /> : null}
      {errors.length > 0 ? <ErrorSummary title={common.errorSummary} errors={errors} /> : null}
      {keep ? (
        <Unsaved
          name={keep}
          place={keptIn}
          returned={Object.keys(answer.values).length > 0}
          words={common.unsaved}
        />
      ) : null}
      {children(filled(answer))}
    </form>
  );
}
