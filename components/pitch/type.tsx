"use client";

import { useActionState, useMemo, useRef } from "react";
import { useAlive } from "#components/ui/alive.ts";
import { Banner } from "#components/ui/banner.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Status } from "#components/ui/status.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { Unsaved } from "#components/ui/unsaved.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "./pitch.module.css";
import { fieldId, Questions } from "./questions.tsx";
import { keptSafe, type Unsent } from "./safe.ts";
import { type PitchState, valuesOf } from "./state.ts";
import { useTypedAhead } from "./typed-ahead.ts";
import { NotSent } from "./unsent.tsx";

const common = wordsOf("common");
const pitchDesk = wordsOf("pitchDesk");
const pitchForm = wordsOf("pitchForm");

/** `id` is that of the next pitch, so that a card sent twice is one card. */
export type TypedState = PitchState & { id: string; hosts: string; added: string | null };

type TypePitchProps = {
  fresh: TypedState;
  action: (state: TypedState, form: FormData) => Promise<TypedState>;
};

export function TypePitch({ fresh, action }: TypePitchProps) {
  const guarded = useAlive();
  const [state, send, pending] = useActionState(guarded ? keptSafe(action, typedIn) : action, fresh);
  const section = useRef<HTMLElement>(null);
  const added = useMemo(() => (state.added === null ? null : { title: state.added }), [state]);
  useTypedAhead(section, pending, added);
  const errors = Object.entries(state.errors).map(([field, message]) => ({ field: fieldId(field), message }));
  return (
    <section className={styles.type} id="type" ref={section}>
      <h2>{pitchDesk.type.title}</h2>
      <p className={styles.quiet}>{pitchDesk.type.lede}</p>
      <form action={send} key={state.id} noValidate>
        {errors.length > 0 ? <ErrorSummary title={common.errorSummary} errors={errors} /> : null}
        {state.refusal ? (
          <Banner tone="bad" role="alert" title={state.refusal.what}>
            {state.refusal.next}
          </Banner>
        ) : null}
        <Unsaved
          name="type"
          returned={errors.length > 0 || state.refusal !== null || state.unsent !== null}
          arrived={state.added !== null}
          words={common.unsaved}
        />
        <NotSent unsent={state.unsent} />
        <Questions state={state} />
        <TextField
          name="hosts"
          label={pitchDesk.type.hosts}
          hint={pitchDesk.type.hostsHint}
          error={state.errors.hosts}
          defaultValue={state.hosts}
          autoComplete="off"
        />
        <input type="hidden" name="id" value={state.id} />
        <Submit kind="quiet" pendingWords={pitchForm.sending}>
          {pitchDesk.type.send}
        </Submit>
      </form>
      <Status>{state.added ? pitchDesk.type.added(state.added) : null}</Status>
    </section>
  );
}

function typedIn(state: TypedState, data: FormData, unsent: Unsent): TypedState {
  const hosts = String(data.get("hosts") ?? "");
  return {
    ...state,
    values: valuesOf(state.values, data),
    hosts,
    errors: {},
    refusal: null,
    unsent,
    added: null,
  };
}
