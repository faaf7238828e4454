"use client";

import { type KeyboardEvent, useActionState, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { Counted } from "#domain/audience.ts";
import type { Crowd } from "#domain/crowd.ts";
import { RANGES } from "#domain/limits.ts";
import { number } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import type { Told } from "./act.tsx";
import styles from "./count-field.module.css";

const { counted: words } = wordsOf("pitchDesk");

/** What the last press noted, as it was typed; null where it noted nothing. */
export type CountAnswer = { refusal: Told; noted: string | null };

/** Takes a form with `pitch`, `what` and `hands`. */
export type TypeCount = (before: CountAnswer, form: FormData) => Promise<CountAnswer>;

type Typed = { text: string; over: number | null; before: CountAnswer };

type CountFieldProps = {
  what: keyof Counted;
  pitch: { id: string; title: string };
  /** As every desk knows it. */
  known: number | null;
  /** Nobody is shown what was counted as long as hands are open. */
  hidden: boolean;
  /** Among whom sessions are shared out: no session is expected to have more. */
  crowd: Crowd;
  action: TypeCount;
};

const numberIn = (text: string) => (text.trim() === "" ? null : Number(text));

/**
 * One number of hands. Enter notes it and goes to the same field of the next pitch; emptied, there is no count any more.
 * The last desk to press wins, and what another one types is shown at once, or said beside what is not noted yet.
 */
export function CountField({ what, pitch, known, hidden, crowd, action }: CountFieldProps) {
  const [answer, send] = useActionState(action, { refusal: null, noted: null });
  const [typed, setTyped] = useState<Typed | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const meanwhile = typed !== null && known !== typed.over && known !== numberIn(typed.text);
  const answered = answer.noted !== null && answer !== typed?.before;
  const stands = typed !== null || hidden || known === numberIn(answer.noted ?? "");
  if (typed && known !== typed.over && !meanwhile) setTyped(null);
  // Once counts are shown again, what was noted here may be another desk's by now.
  const [was, setWas] = useState(hidden);
  if (was !== hidden) {
    setWas(hidden);
    if (answered) setTyped(null);
  }
  const many = ((typed ? numberIn(typed.text) : known) ?? 0) > crowd.people;
  function goOn({ key }: KeyboardEvent) {
    if (key !== "Enter" || !field.current?.form?.checkValidity()) return;
    // Once the press has sent the form.
    setTimeout(() => nextField(field.current!)?.select());
  }
  return (
    <form action={send} className={styles.count}>
      <input type="hidden" name="pitch" value={pitch.id} />
      <input type="hidden" name="what" value={what} />
      {typed ? <input type="hidden" name="touched" value="yes" /> : null}
      <input
        ref={field}
        name="hands"
        type="number"
        inputMode="numeric"
        autoComplete="off"
        {...RANGES.counted}
        data-count={what}
        aria-label={words.of[what](pitch.title)}
        placeholder={hidden ? words.hidden : ""}
        value={typed?.text ?? known ?? ""}
        onChange={({ target }) => setTyped({ text: target.value, over: known, before: answer })}
        onKeyDown={goOn}
      />
      {typed && (meanwhile || !answered) ? (
        <Button kind="quiet" type="submit">
          {words.note}
        </Button>
      ) : null}
      <output className={styles.said}>
        {meanwhile ? words.meanwhile(known === null ? null : number(known, readerLocale())) : null}
        {answered && stands && !meanwhile ? (answer.noted === "" ? words.gone : words.noted) : null}{" "}
        {many ? words.many[crowd.basis](number(crowd.people, readerLocale())) : null}
      </output>
      {answer.refusal ? (
        <p className={styles.told} role="alert">
          {answer.refusal.what} {answer.refusal.next}
        </p>
      ) : null}
    </form>
  );
}

/** The same field of the next row, selected so that typing replaces what stands there; none after the last. */
function nextField(field: HTMLInputElement): HTMLInputElement | undefined {
  const all = [...document.querySelectorAll<HTMLInputElement>(`input[data-count="${field.dataset.count}"]`)];
  const next = all[all.indexOf(field) + 1];
  next?.focus();
  return next;
}
