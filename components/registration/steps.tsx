import type { KeyboardEvent, MouseEvent, ReactNode } from "react";
import { ButtonLink } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { type CampQuestion, fieldOf } from "#domain/question.ts";
import { type Asked, askedOn, questionOf, STEPS, type Step } from "#domain/registration/answers.ts";
import { wordsOf } from "#messages/words.ts";
import type { Answers } from "./answers.tsx";
import { OwnQuestion } from "./own-question.tsx";
import { Question, type Sector } from "./question.tsx";
import styles from "./steps.module.css";

const words = wordsOf("registration");

/** In their order; each is an id in the page. */
const PAGES = [...STEPS, "check"] as const;

export function after(step: Step): string {
  return PAGES[PAGES.indexOf(step) + 1]!;
}

/** Where one came from, also without a script. */
function Back({ from }: { from: (typeof PAGES)[number] }) {
  return (
    <p className={styles.back}>
      <Link href={`#${PAGES[PAGES.indexOf(from) - 1]}`}>{words.back}</Link>
    </p>
  );
}

/** "Step 2 of 4": all four are there, and CSS shows the one of the present screen. */
export function StepLabels() {
  return (
    <span className={styles.label}>
      {PAGES.map((page, index) => (
        <span data-step={page} key={page}>
          {words.step(index + 1, PAGES.length)}
        </span>
      ))}
    </span>
  );
}

type StepScreenProps = {
  step: Step;
  errors: Answers;
  /** What the form begins with. */
  typed: Answers;
  sectors: readonly Sector[];
  /** The camp's own, which come last. */
  questions?: readonly CampQuestion[];
  children?: ReactNode;
  /** Continue was pressed, or Enter in a field; the parent decides whether to go on. */
  onTurn: (event: MouseEvent | KeyboardEvent) => void;
};

/** Without a script Continue is a link to the next screen, and Enter does nothing. */
export function StepScreen({
  step,
  errors,
  typed,
  sectors,
  questions = [],
  children,
  onTurn,
}: StepScreenProps) {
  const said = (name: Asked) => (questionOf(name).kind === "tick" ? typed[name] === "yes" : typed[name]);
  return (
    <section
      className={styles.step}
      id={step}
      data-step={step}
      tabIndex={-1}
      aria-labelledby={`${step}-title`}
      onKeyDown={(event) => {
        if (event.key === "Enter" && event.target instanceof HTMLInputElement) onTurn(event);
      }}
    >
      {children}
      {step === "you" ? null : <Back from={step} />}
      <h2 className={styles.title} id={`${step}-title`}>
        {words[step].title}
      </h2>
      {step === "you" ? null : <p className={styles.lede}>{words[step].lede}</p>}
      {askedOn(step).map((name) => (
        <Question key={name} name={name} value={said(name)} error={errors[name]} sectors={sectors} />
      ))}
      {questions.length > 0 ? (
        <>
          <h3 className={styles.more}>{words.more.title}</h3>
          <p className={styles.lede}>{words.more.lede}</p>
        </>
      ) : null}
      {questions.map((question) => (
        <OwnQuestion
          key={question.id}
          question={question}
          value={typed[fieldOf(question.id)]}
          error={errors[fieldOf(question.id)]}
        />
      ))}
      <div className={styles.foot}>
        <ButtonLink wide href={`#${after(step)}`} onClick={onTurn}>
          {words.continue}
        </ButtonLink>
      </div>
    </section>
  );
}

/** The last screen: the answers, where a script can list them; else every question shows below. */
export function CheckScreen({ children }: { children: ReactNode }) {
  return (
    <section className={styles.step} id="check" data-step="check" tabIndex={-1} aria-labelledby="check-title">
      <Back from="check" />
      <h2 className={styles.title} id="check-title">
        {words.check.title}
      </h2>
      <p className={styles.lede}>{words.check.lede}</p>
      {children}
    </section>
  );
}
