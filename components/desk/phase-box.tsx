"use client";

import type { FormAction } from "#components/desk/answer.ts";
import { Form } from "#components/desk/form.tsx";
import { Phase } from "#components/ui/desk.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { phaseConcerns } from "#domain/consequence.ts";
import { type Phase as CampPhase, phaseAfter, phaseBefore } from "#domain/event.ts";
import type { PeopleCounts } from "#domain/registration.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./phase-box.module.css";

const desk = wordsOf("desk");
const event = wordsOf("event");

const words = desk.phase;

type PhaseBoxProps = {
  phase: CampPhase;
  people: PeopleCounts | null;
  /** Null for whoever sees the phase but does not move it. */
  action: FormAction | null;
};

/** Where the camp is in its life, and the way on and back: one tap opens what it does, the next one does it. */
export function PhaseBox({ phase, people, action }: PhaseBoxProps) {
  const [on, back] = [phaseAfter(phase), phaseBefore(phase)];
  return (
    <Phase label={words.now} phase={event.phases[phase]}>
      {action && on ? (
        <Move from={phase} to={on} title={words.next(event.phases[on])} {...{ people, action }} />
      ) : null}
      {action && back ? (
        <Move from={phase} to={back} title={words.back(event.phases[back])} {...{ people, action }} />
      ) : null}
      {action ? null : <p>{words.organisers}</p>}
    </Phase>
  );
}

type MoveProps = {
  from: CampPhase;
  to: CampPhase;
  title: string;
  people: PeopleCounts | null;
  action: FormAction;
};

function Move({ from, to, title, people, action }: MoveProps) {
  return (
    // One open at a time; a new phase draws both anew and closed.
    <details className={styles.move} name="phase" key={`${from} ${to}`}>
      <summary>{title}</summary>
      <p>{words.does[to]}</p>
      {people ? <p>{words.hears(phaseConcerns(from, to, people))}</p> : null}
      <Form action={action}>
        {() => (
          <>
            <input type="hidden" name="from" value={from} />
            <input type="hidden" name="to" value={to} />
            <Submit pendingWords={words.going}>{words.go(event.phases[to])}</Submit>
          </>
        )}
      </Form>
    </details>
  );
}
