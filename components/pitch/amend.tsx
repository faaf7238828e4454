"use client";

import { useActionState } from "react";
import { useAlive } from "#components/ui/alive.ts";
import { Banner } from "#components/ui/banner.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Status } from "#components/ui/status.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { Unsaved } from "#components/ui/unsaved.tsx";
import type { PitchForm } from "#domain/pitch.ts";
import { list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { type BusyChoice, BusyTimes, busyOf } from "./busy.tsx";
import styles from "./pitch.module.css";
import { fieldId, Questions } from "./questions.tsx";
import { keptSafe } from "./safe.ts";
import { besides, type PitchState, typedState, valuesOf } from "./state.ts";
import { NotSent } from "./unsent.tsx";

const common = wordsOf("common");
const pitchDesk = wordsOf("pitchDesk");
const pitchForm = wordsOf("pitchForm");

type AmendPitchProps = {
  form: PitchForm;
  hosts: readonly string[];
  busy: BusyChoice | null;
  action: (state: PitchState, form: FormData) => Promise<PitchState>;
};

/** The crew changes what somebody's pitch says. */
export function AmendPitch({ form, hosts, busy, action }: AmendPitchProps) {
  const guarded = keptSafe<PitchState>(action, (_, data, unsent) => ({
    ...typedState(valuesOf(form, data), unsent),
    ...besides(data),
  }));
  const [state, send] = useActionState(useAlive() ? guarded : action, typedState(form));
  const errors = Object.entries(state.errors).map(([field, message]) => ({ field: fieldId(field), message }));
  const { amend } = pitchDesk;
  const times = busyOf(state, busy);
  const more = times && {
    about: pitchForm.more.times,
    asks: <BusyTimes {...times} />,
    answered: times.chosen.length > 0,
  };
  return (
    <section className={styles.amend}>
      <p>{hosts.length > 0 ? amend.of(list(hosts, readerLocale())) : pitchDesk.nobody}</p>
      <form action={send} noValidate>
        {errors.length > 0 ? <ErrorSummary title={common.errorSummary} errors={errors} /> : null}
        {state.refusal ? (
          <Banner tone="bad" role="alert" title={state.refusal.what}>
            {state.refusal.next}
          </Banner>
        ) : null}
        <Unsaved
          name="amend"
          returned={errors.length > 0 || state.refusal !== null || state.unsent !== null}
          arrived={state.sent !== null}
          words={common.unsaved}
        />
        <NotSent unsent={state.unsent} />
        <Questions state={state} {...(more && { more })} />
        <Submit pendingWords={pitchForm.sending}>{pitchForm.save}</Submit>
      </form>
      <Status>
        {state.sent ? `${pitchForm.changed.title}. ${pitchForm.changed.shown[state.sent.shown]}` : null}
      </Status>
    </section>
  );
}
