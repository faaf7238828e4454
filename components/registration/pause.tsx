"use client";

import { useActionState } from "react";
import { FRESH } from "#components/form/answer.ts";
import { TextField } from "#components/ui/field.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Submit } from "#components/ui/submit.tsx";
import type { EventView } from "#domain/event.ts";
import type { PauseDays } from "#domain/registration/pause.ts";
import type { RegistrationView } from "#domain/registration.ts";
import { time, weekday } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { Act, type Action, Answer } from "./act.tsx";
import styles from "./status.module.css";
import { Sure } from "./sure.tsx";

const { waiting, sending } = wordsOf("status");

type PauseProps = {
  event: Pick<EventView, "zone">;
  registration: Pick<RegistrationView, "pausedUntil">;
  token: string;
  /** On which a pause may end; null where nobody can pause. */
  days: PauseDays | null;
  pause: Action;
  end: Action;
};

/** Pauses a turn until a day, or says until when it is paused and ends that. */
export function Pause({ event, registration: { pausedUntil }, token, days, pause, end }: PauseProps) {
  if (pausedUntil !== null) {
    const [until, here] = [new Date(pausedUntil), { locale: readerLocale(), zone: event.zone }];
    return (
      <section className={styles.part}>
        <h2>{waiting.paused}</h2>
        <p>
          <Figures>{waiting.pausedUntil(`${time(until, here)}, ${weekday(until, here)}`)}</Figures>
        </p>
        <Act action={end} token={token} wide>
          {waiting.endPause}
        </Act>
      </section>
    );
  }
  if (!days) return null;
  return (
    <Sure label={waiting.pause} what={waiting.pauseWhat}>
      <PauseForm token={token} days={days} action={pause} label={waiting.pauseSure} />
    </Sure>
  );
}

type PauseFormProps = { token: string; days: PauseDays; action: Action /** Of its button. */; label: string };

/** Asks until the morning of which day. */
export function PauseForm({ token, days, action, label }: PauseFormProps) {
  const [state, send] = useActionState(action, FRESH);
  return (
    <form action={send}>
      <Answer state={state} />
      <input type="hidden" name="token" value={token} />
      <TextField
        name="until"
        type="date"
        label={waiting.pauseUntil}
        error={state.errors.until}
        min={days.first}
        max={days.last}
        required
        defaultValue={String(state.values.until ?? "")}
        key={String(state.values.until ?? "")}
      />
      <Submit wide pendingWords={sending}>
        {label}
      </Submit>
    </form>
  );
}
