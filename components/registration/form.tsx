"use client";

import {
  type FormEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from "react";
import { Button } from "#components/ui/button.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { type Asked, askedOn, questionOf, STEPS, type Step } from "#domain/answers.ts";
import { emailAddress } from "#domain/email-address.ts";
import { oneLine } from "#domain/text.ts";
import { wordsOf } from "#messages/words.ts";
import { AnswerList, type Answers } from "./answers.tsx";
import { answersOf, keepDraft, nameForm, restoreDraft } from "./draft.ts";
import type { Sector } from "./question.tsx";
import styles from "./steps.module.css";
import { after, CheckScreen, StepLabels, StepScreen } from "./steps.tsx";

const words = wordsOf("registration");

type RegistrationFormProps = {
  slug: string;
  camp: string;
  /** Where the finished form is posted: a live handler that redirects to the private page. */
  action: string;
  sectors: readonly Sector[];
  children?: ReactNode;
};

/**
 * What is missing on these steps, by field name. The server checks again, and checks more; this only saves a round
 * trip.
 */
function mistakes(form: HTMLFormElement, steps: readonly Step[]): Record<string, string> {
  const answers = answersOf(form);
  const fine = (name: Asked) => (name === "email" ? emailAddress : oneLine)(answers[name] ?? "");
  const wrong = steps.flatMap(askedOn).filter((name) => questionOf(name).required && !fine(name));
  return Object.fromEntries(wrong.map((name) => [name, words.errors[name as keyof typeof words.errors]]));
}

function show(step: string): void {
  // The browser's own navigation to a fragment, because pushState leaves `:target` where it was.
  window.location.hash = step;
}

/** The steps turn without JavaScript (steps.module.css); this adds checks and a summary. */
export function RegistrationForm({ slug, camp, action, sectors, children }: RegistrationFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [lively, setLively] = useState(false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [tries, setTries] = useState(0);
  const [answers, setAnswers] = useState<Answers>({});
  const [sending, setSending] = useState(false);

  useEffect(() => {
    const element = form.current!;
    restoreDraft(slug, element);
    nameForm(slug, element);
    const look = () => setAnswers(answersOf(element));
    const back = () => setSending(false);
    look();
    setLively(true);
    window.addEventListener("hashchange", look);
    window.addEventListener("pageshow", back);
    return () => {
      window.removeEventListener("hashchange", look);
      window.removeEventListener("pageshow", back);
    };
  }, [slug]);

  /** Shows the first step with a mistake. @returns whether there is none */
  function check(steps: readonly Step[]): boolean {
    const found = mistakes(form.current!, steps);
    const bad = steps.find((step) => askedOn(step).some((name) => found[name]));
    setErrors(found);
    setTries(tries + 1);
    if (bad) show(bad);
    return !bad;
  }

  function turn(event: MouseEvent | KeyboardEvent, step: Step) {
    event.preventDefault();
    if (check([step])) show(after(step));
  }

  function send(event: FormEvent) {
    if (sending || !check(STEPS)) event.preventDefault();
    else setSending(true);
  }

  return (
    <div className={styles.page} data-lively={lively || undefined}>
      <Phone camp={camp} connection={<StepLabels />}>
        <h1 className="visually-hidden">{words.title(camp)}</h1>
        <form
          className={styles.form}
          ref={form}
          method="post"
          action={action}
          onSubmit={send}
          onInput={() => keepDraft(slug, answersOf(form.current!))}
        >
          {/* Enter sends a form through its first button. This one does nothing, so that half a form is not sent. */}
          <button type="submit" disabled hidden />
          {/* So that sending twice changes nothing. Without a script the handler gives it one. */}
          <input type="hidden" name="id" defaultValue="" />
          <CheckScreen>{lively ? <AnswerList answers={answers} sectors={sectors} /> : null}</CheckScreen>
          {STEPS.map((step) => (
            <StepScreen
              key={step}
              step={step}
              errors={errors}
              tries={tries}
              sectors={sectors}
              onTurn={(event) => turn(event, step)}
            >
              {step === "you" ? children : null}
            </StepScreen>
          ))}
          <div className={`${styles.step} ${styles.send}`} data-step="check">
            <div className={styles.foot}>
              <Button type="submit" wide pending={sending}>
                {sending ? words.check.sending : words.check.send}
              </Button>
            </div>
          </div>
        </form>
      </Phone>
    </div>
  );
}
