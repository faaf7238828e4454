"use client";

import { phaseOf } from "#components/event/phase.ts";
import { placeOf } from "#components/event/place.ts";
import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Phase } from "#components/ui/desk.tsx";
import { Submit } from "#components/ui/submit.tsx";
import type { Lack } from "#domain/camp-page.ts";
import { phaseConcerns } from "#domain/consequence.ts";
import { type EventView, isHalted, opensToAll, wentBy } from "#domain/event.ts";
import { hasSeveralDays, isOn, type Step, stepAt, stepsBeside } from "#domain/life.ts";
import type { PeopleCounts } from "#domain/registration/places.ts";
import { shortDay } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import { FirstPages } from "./first-pages.tsx";
import styles from "./phase-box.module.css";

const desk = wordsOf("desk");

const words = desk.phase;

/** How many days each day of a camp is away, by its id, when the page was made. */
export type DaysAway = Readonly<Record<string, number>>;

/** What moves a camp on. */
export type StepOn = {
  daysAway: DaysAway;
  /** Null for whoever sees the phase but does not move it. */
  action: FormAction | null;
  /** What keeps the tickets shut or is missing of an open camp, as it was when the page was made. */
  lacks: readonly Lack[];
};

type PhaseBoxProps = StepOn & { event: EventView; people: PeopleCounts | null };

/** The phase, with the step back and, where the page itself has no place for it, the step on. */
export function PhaseBox({
  hasNext = true,
  ...seen
}: PhaseBoxProps & {
  /** False where the page shows the next step itself. */
  hasNext?: boolean;
}) {
  const { event: camp, people, action, daysAway } = seen;
  const from = stepAt(camp);
  const { back } = stepsBeside(from, camp.days);
  return (
    <Phase label={words.now} phase={phaseOf(camp, from)}>
      {hasNext ? <NextStep {...seen} /> : null}
      {action && back ? (
        <Move
          {...{ from, people, camp, daysAway, action }}
          to={back}
          title={words.back(phaseOf(camp, back))}
          back
        />
      ) : null}
      {action && isHalted(camp.phase) ? (
        <p>
          <a href={`/e/${camp.slug}/desk/called-off`}>{words.halted}</a>
        </p>
      ) : null}
      {action ? null : <p>{words.organisers}</p>}
    </Phase>
  );
}

/** What moves the camp on: one tap opens what it does and who hears of it, the next one does it. */
export function NextStep({ event: camp, people, action, daysAway, lacks }: PhaseBoxProps) {
  const from = stepAt(camp);
  const { next } = stepsBeside(from, camp.days);
  if (!action || !next) return null;
  if (lacks.length > 0 && opensToAll(from.phase, next.phase))
    return <FirstPages slug={camp.slug} lacks={lacks} />;
  return <Move {...{ from, people, camp, daysAway, action }} to={next} title={actOf(camp, next)} />;
}

/** What a step does, with its day where the camp has several. */
function actOf(camp: EventView, { phase, dayId }: Step): string {
  const day = hasSeveralDays(camp) ? camp.days.find(({ id }) => id === dayId) : undefined;
  const act = words.step[phase];
  return day ? words.stepOfDay(act, shortDay(day.startsAt, placeOf(camp))) : act;
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
    // A new phase draws it anew and closed.
    <Form action={action} facts={[from, to].map((it) => phaseOf(camp, it)).join()}>
      {() => (
        // One open at a time.
        <details
          className={styles.move}
          name="phase"
          // The side bar is as high as the screen, and its foot may be further down.
          onToggle={({ currentTarget }) =>
            currentTarget.open && currentTarget.scrollIntoView({ block: "nearest" })
          }
        >
          <summary data-kind={back ? undefined : "step"}>{title}</summary>
          <p>{(camp.handsClosed && words.doesHandsClosed[to.phase]) || words.does[to.phase]}</p>
          {early > 0 ? <p>{words.early(early, wentBy(to.phase))}</p> : null}
          {people ? <p>{words.hears(phaseConcerns(from.phase, to.phase, people))}</p> : null}
          <input type="hidden" name="from" value={from.phase} />
          <input type="hidden" name="day" value={from.dayId ?? ""} />
          <input type="hidden" name="to" value={to.phase} />
          <Submit pendingWords={words.going}>{back ? words.goBack : words.go[to.phase]}</Submit>
        </details>
      )}
    </Form>
  );
}
