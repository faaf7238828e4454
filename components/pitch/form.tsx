"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { useAlive } from "#components/ui/alive.ts";
import { Banner } from "#components/ui/banner.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Heading } from "#components/ui/phone.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST, MOST } from "#domain/limits.ts";
import type { PitchForm } from "#domain/pitch.ts";
import { wordsOf } from "#messages/words.ts";
import { Alike, AlreadyPitched } from "./alike.tsx";
import { type BusyChoice, BusyTimes, busyOf } from "./busy.tsx";
import { keepDraft, readDraft } from "./draft.ts";
import styles from "./pitch.module.css";
import type { Pitched } from "./pitched.ts";
import { fieldId, Questions } from "./questions.tsx";
import { keptSafe, type Unsent } from "./safe.ts";
import { PitchClosed, PitchSent } from "./sent.tsx";
import { besides, type PitchState, typedState, unchosen, valuesOf } from "./state.ts";
import { NotSent } from "./unsent.tsx";

const common = wordsOf("common");
const pitchForm = wordsOf("pitchForm");

type WritePitchProps = {
  /** A new pitch, with the id it will have, or the one to change. */
  form: PitchForm;
  action: (state: PitchState, form: FormData) => Promise<PitchState>;
  slug: string;
  /** The registration this phone holds: a draft is only theirs. */
  owner: string | null;
  /** Every other pitch that stands. */
  pitched: readonly Pitched[];
  /** Changing a pitch already in the line, of which no draft is kept. */
  change?: boolean;
  /** Why there is nothing to fill in. Shown only after what became of a form that was just sent. */
  closed?: { title: string; body: string } | null;
  busy?: BusyChoice | null;
  /** Nobody is called to the front any more. */
  late?: boolean;
};

/** Sends without JavaScript; with it, a draft stays on the phone until it is sent, and a dead network loses nothing. */
export function WritePitch({
  form,
  action,
  slug,
  owner,
  pitched,
  change,
  closed,
  busy,
  late,
}: WritePitchProps) {
  const fresh = typedState(change ? valuesOf(form) : unchosen(valuesOf(form)));
  const typed = (_: PitchState, data: FormData, unsent: Unsent) => ({
    ...typedState(valuesOf(form, data), unsent),
    ...besides(data),
  });
  const guarded = useAlive();
  const [state, sendForm] = useActionState(guarded ? keptSafe(action, typed) : action, fresh);
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (change) return;
    if (state.sent) keepDraft(slug, owner, null);
    else if (element.current) readDraft(slug, owner, element.current);
  }, [slug, owner, change, state.sent]);
  if (state.sent) return <PitchSent slug={slug} sent={state.sent} change={change} />;
  // A refusal is shown above everything typed, even if the form is closed by now.
  if (closed && !state.refusal && !state.unsent) return <PitchClosed slug={slug} why={closed} />;
  const errors = Object.entries(state.errors).map(([field, message]) => ({ field: fieldId(field), message }));
  return (
    <>
      <Heading title={change ? pitchForm.change : pitchForm.title}>
        {change ? pitchForm.changeLede : pitchForm.lede}
      </Heading>
      <form
        ref={element}
        action={sendForm}
        onChange={(event) => change || keepDraft(slug, owner, event.currentTarget)}
        noValidate
      >
        {errors.length > 0 ? <ErrorSummary title={common.errorSummary} errors={errors} /> : null}
        {state.refusal ? (
          <Banner tone="bad" role="alert" title={state.refusal.what}>
            {state.refusal.next}
          </Banner>
        ) : null}
        <NotSent unsent={state.unsent} />
        {state.same ? <AlreadyPitched key={state.same.id} slug={slug} pitch={state.same} /> : null}
        <Questions
          state={state}
          late={late ?? false}
          more={moreOf(state, busy ?? null, change ? null : <Cohosts state={state} />)}
          underTitle={
            pitched.length > 0 || state.same ? (
              <Alike slug={slug} pitched={pitched} told={state.same ?? null} />
            ) : null
          }
        />
        <input type="hidden" name="id" value={form.id} />
        <div className={styles.send}>
          <Submit wide pendingWords={pitchForm.sending}>
            {change ? pitchForm.save : late ? pitchForm.sendLate : pitchForm.send}
          </Submit>
        </div>
      </form>
    </>
  );
}

/** What else is asked. @param cohosts how it is asked who hosts it with them; null for a pitch that is in the line */
function moreOf(state: PitchState, busy: BusyChoice | null, cohosts: ReactNode) {
  const times = busyOf(state, busy);
  const { more } = pitchForm;
  return {
    about: cohosts ? (times ? more.hostsAndTimes : more.hosts) : times ? more.times : more.plain,
    asks: (
      <>
        {cohosts}
        {times ? <BusyTimes {...times} /> : null}
      </>
    ),
    answered: Boolean(state.cohosts || state.errors.cohosts || times?.error || times?.chosen.length),
  };
}

/** Whom they would like to ask. No field of the pitch: nobody is named before they say yes. */
function Cohosts({ state }: { state: PitchState }) {
  return (
    <TextField
      name="cohosts"
      label={pitchForm.cohosts}
      optional={pitchForm.optional}
      hint={pitchForm.cohostsHint}
      error={state.errors.cohosts}
      defaultValue={state.cohosts ?? ""}
      maxLength={(MOST.hosts - 1) * (LONGEST.personName + 2)}
      autoComplete="off"
    />
  );
}
