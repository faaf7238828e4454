"use client";

import { phaseOf } from "#components/event/phase.ts";
import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Phase } from "#components/ui/desk.tsx";
import { Submit } from "#components/ui/submit.tsx";
import type { Lack } from "#domain/camp-page.ts";
import { phaseConcerns } from "#domain/consequence.ts";
import { type EventView, opensToAll, wentBy } from "#domain/event.ts";
import { isOn, type Step, stepAt, stepsBeside } from "#domain/life.ts";
import type { PeopleCounts } from "#domain/registration/places.ts";
import { wordsOf } from "#messages/words.ts";
import { FirstPages } from "./first-pages.tsx";
import styles from "./phase-box.module.css";

const desk = wordsOf("desk");

const words = desk.phase;

/** How many days each day of a camp is away, by its id, when the page was made. */
export type DaysAway = Readonly<Record<string, number>>;

type PhaseBoxProps = {
  event: EventView;
  daysAway: DaysAway;
  people: PeopleCounts | null;
  /** Null for whoever sees the phase but does not move it. */
  action: FormAction | null;
  /** What keeps the tickets shut, as it was when the page was made. */
  lacks: readonly Lack[];
};

/** The phase, with the steps on and back: one tap opens what a step does, the next one does it. */
export function PhaseBox({ event: camp, people, action, daysAway, lacks }: PhaseBoxProps) {
  const from = stepAt(camp);
  const { next, back } = stepsBeside(from, camp.days);
  const seen = { from, people, camp, daysAway };
  return (
    <Phase label={words.now} phase={phaseOf(camp, from)}>
      {action && next && lacks.length > 0 && opensToAll(from.phase, next.phase) ? (
        <FirstPages slug={camp.slug} lacks={lacks} />
      ) : action && next ? (
        <Move to={next} title={words.next(phaseOf(camp, next))} action={action} {...seen} />
      ) : null}
      {action && back ? (
        <Move to={back} title={words.back(phaseOf(camp, back))} back action={action} {...seen} />
      ) : null}
      {action ? null : <p>{words.organisers}</p>}
    </Phase>
  );
}

type MoveProps = {
  camp: EventView;
  from: Step;
  to: Step;
  title: string;
  /** Whether it undoes a step. */
  back?: boolean;
  people: PeopleCounts | null;
  daysAway: DaysAway;
  action: FormAction;
};

/** How many days a step comes before its day; 0 for one that does not. */
function daysEarly({ phase, dayId }: Step, { days }: EventView, daysAway: DaysAway): number {
  const day = isOn(phase) ? dayId : wentBy(phase) ? days.at(-1)?.id : null;
  return Math.max(0, (day && daysAway[day]) || 0);
}

function Move({ camp, from, to, title, back = false, people, daysAway, action }: MoveProps) {
  const early = back ? 0 : daysEarly(to, camp, daysAway);
  return (
    // One open at a time; a new phase draws both anew and closed.
    <details
      className={styles.move}
      name="phase"
      key={[from, to].map((it) => phaseOf(camp, it)).join()}
      // The side bar is as high as the screen, and its foot may be further down.
      onToggle={({ currentTarget }) =>
        currentTarget.open && currentTarget.scrollIntoView({ block: "nearest" })
      }
    >
      <summary>{title}</summary>
      <p>{(camp.handsClosed && words.doesHandsClosed[to.phase]) || words.does[to.phase]}</p>
      {early > 0 ? <p>{words.early(early, wentBy(to.phase))}</p> : null}
      {people ? <p>{words.hears(phaseConcerns(from.phase, to.phase, people))}</p> : null}
      <Form action={action}>
        {() => (
          <>
            <input type="hidden" name="from" value={from.phase} />
            <input type="hidden" name="day" value={from.dayId ?? ""} />
            <input type="hidden" name="to" value={to.phase} />
            <Submit pendingWords={words.going}>{back ? words.goBack : words.go[to.phase]}</Submit>
          </>
        )}
      </Form>
    </details>
  );
}
