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
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { Spotlight } from "#components/ui/spotlight.tsx";
import { emailAddress } from "#domain/email-address.ts";
import { type CampQuestion, fieldOf, isFieldOfQuestion, readMore } from "#domain/question.ts";
import {
  ASKED,
  type Asked,
  askedOn,
  lacksAgreement,
  lacksNumber,
  questionOf,
  STEPS,
  type Step,
} from "#domain/registration/answers.ts";
import type { Returned } from "#domain/registration/returned.ts";
import { oneLine } from "#domain/text.ts";
import { wordsOf } from "#messages/words.ts";
import { AnswerList, type Answers } from "./answers.tsx";
import { type Opens, SendAtBell, useBell } from "./bell.tsx";
import { answersOf, formIdOf, isBegun, keepDraft, restoreDraft } from "./draft.ts";
import { needsIn } from "./needs.ts";
import { idOfOwn } from "./own-question.tsx";
import { idOf, type Sector } from "./question.tsx";
import styles from "./steps.module.css";
import { after, CheckScreen, StepLabels, StepScreen } from "./steps.tsx";

const words = wordsOf("registration");

type RegistrationFormProps = {
  slug: string;
  camp: string;
  /** Where the finished form is posted: a live handler that redirects to the private page. */
  action: string;
  sectors: readonly Sector[];
  /** The camp's own; null while nobody can look them up. */
  questions: readonly CampQuestion[] | null;
  /** A form that was sent and not taken: filled in as it was, with what to mend. */
  returned?: Pick<Returned, "typed" | "errors" | "refused"> | undefined;
  /** The release that opens registration, where that is still to come; and when the page was rendered. */
  opens?: Opens | null;
  children?: ReactNode;
};

/**
 * What is missing on these steps, by field name. The server checks again, and checks more; this only saves a round
 * trip.
 */
function mistakes(
  form: HTMLFormElement,
  steps: readonly Step[],
  questions: readonly CampQuestion[],
): Record<string, string> {
  const answers = answersOf(form);
  const fine = (name: Asked) => (name === "email" ? emailAddress : oneLine)(answers[name] ?? "");
  const wrong = steps.flatMap(askedOn).filter((name) => questionOf(name).required && !fine(name));
  const needs = needsIn(answers);
  const number = steps.includes(LAST) && lacksNumber(needs);
  const agreement =
    steps.includes(LAST) && lacksAgreement({ ...needs, accessAgreed: answers.accessAgreed === "yes" });
  const own = steps.includes(LAST) ? readMore(questions, answers).wrong : {};
  return Object.fromEntries([
    ...wrong.map((name) => [name, words.errors[name as keyof typeof words.errors]]),
    ...(number ? [["companions", words.errors.companions]] : []),
    ...(agreement ? [["accessAgreed", words.errors.accessAgreed]] : []),
    ...Object.entries(own).map(([field, { why, label }]) => [field, words.more.wrong[why](label)]),
  ]);
}

/** The step that asks the camp's own questions. */
const LAST = STEPS.at(-1)!;

/** All that a step asks, by field name. */
const fieldsOn = (step: Step, questions: readonly CampQuestion[]): string[] =>
  step === LAST ? [...askedOn(step), ...questions.map(({ id }) => fieldOf(id))] : askedOn(step);

/** Where a form opens: at the first step with a mistake, and one to be sent again where it is sent. */
function firstOf({ errors }: Pick<Returned, "errors">, questions: readonly CampQuestion[]): Step | "check" {
  return STEPS.find((step) => fieldsOn(step, questions).some((name) => errors[name])) ?? "check";
}

function show(step: string): void {
  // The browser's own navigation to a fragment, because pushState leaves `:target` where it was.
  window.location.hash = step;
}

/** The steps turn without JavaScript (steps.module.css); this adds checks and a summary. */
export function RegistrationForm({
  slug,
  camp,
  action,
  sectors,
  questions,
  returned,
  opens = null,
  children,
}: RegistrationFormProps) {
  const own = questions ?? [];
  const typed: Answers = returned?.typed ?? {};
  const refused = returned?.refused;
  const form = useRef<HTMLFormElement>(null);
  const [id, setId] = useState(typed.id ?? "");
  const [lively, setLively] = useState(false);
  const [errors, setErrors] = useState<Answers>(returned?.errors ?? {});
  const [tries, setTries] = useState(0);
  const [answers, setAnswers] = useState<Answers>({});
  const [sending, setSending] = useState(false);
  const isReturned = returned !== undefined;
  const bell = useBell(slug, opens, form);

  useEffect(() => {
    const element = form.current!;
    if (!isReturned) restoreDraft(slug, element);
    const formId = answersOf(element).id || formIdOf(slug);
    setId(formId);
    // What was typed before this ran, and what came back, is kept as what is typed from now on.
    if (isReturned || isBegun(element)) keepDraft(slug, { ...answersOf(element), id: formId });
    if (isReturned) {
      // The address the form was sent to is no page: a reload asks for the form, and finds the draft.
      window.history.replaceState(window.history.state, "", `/e/${slug}/register`);
    }
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
  }, [slug, isReturned]);

  /** Shows the first step with a mistake. @returns whether there is none */
  function check(steps: readonly Step[]): boolean {
    const found = mistakes(form.current!, steps, own);
    const bad = steps.find((step) => fieldsOn(step, own).some((name) => found[name]));
    // What the server saw on other steps stays until somebody has passed them.
    const passed = steps.flatMap((step) => fieldsOn(step, own));
    const others = Object.keys(errors).filter((name) => !passed.includes(name));
    setErrors({ ...Object.fromEntries(others.map((name) => [name, errors[name]!])), ...found });
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
    else if (bell.hold()) event.preventDefault();
    else setSending(true);
  }

  const fields = [
    ...ASKED.map((name) => ({ name: name as string, id: idOf(name) })),
    ...own.map((question) => ({ name: fieldOf(question.id), id: idOfOwn(question) })),
  ];
  const wrong = fields.flatMap(({ name, id: field }) => {
    const message = errors[name];
    return message ? [{ field, message }] : [];
  });
  // What answers a question that is not shown travels along: nothing that was typed is lost.
  const unshown = Object.keys(typed).filter(
    (name) => isFieldOfQuestion(name) && !fields.some((field) => field.name === name),
  );
  return (
    <div
      className={styles.page}
      data-lively={lively || undefined}
      data-returned={isReturned || undefined}
      data-first={returned ? firstOf(returned, own) : "you"}
    >
      <Phone camp={camp} home={`/e/${slug}`} connection={<StepLabels />}>
        <h1 className="visually-hidden">{words.title(camp)}</h1>
        <form
          className={styles.form}
          ref={form}
          method="post"
          action={action}
          onSubmit={send}
          // With a script the form says by itself what is missing, and opens its step.
          noValidate={lively}
          onInput={() => {
            keepDraft(slug, answersOf(form.current!));
            // Half a change is not what anybody meant to send.
            if (bell.held) bell.letGo();
          }}
        >
          {/* Enter sends a form through its first button. This one does nothing, so that half a form is not sent. */}
          <button type="submit" disabled hidden />
          {/* Chromium passes over it for Enter on a choice or a tick; then the form comes back unsent. */}
          <button type="submit" name="unsent" value="yes" formNoValidate hidden />
          <input type="hidden" name="id" value={id} />
          {unshown.map((name) => (
            <input key={name} type="hidden" name={name} value={typed[name]} />
          ))}
          {refused ? (
            <Spotlight>
              <Banner tone="bad" role="alert" title={refused.title}>
                {[...refused.lines, words.again.kept].map((line) => (
                  <p key={line}>{line}</p>
                ))}
              </Banner>
            </Spotlight>
          ) : null}
          <ErrorSummary key={tries} title={words.problem} errors={wrong} />
          <CheckScreen>
            {lively ? <AnswerList answers={answers} sectors={sectors} questions={own} /> : null}
          </CheckScreen>
          {STEPS.map((step) => (
            <StepScreen
              key={step}
              step={step}
              errors={errors}
              typed={typed}
              sectors={sectors}
              questions={step === LAST ? own : []}
              onTurn={(event) => turn(event, step)}
            >
              {step === "you" ? children : null}
            </StepScreen>
          ))}
          <div className={`${styles.step} ${styles.send}`} data-step="check">
            <div className={styles.foot}>
              <p>
                <a href={`/e/${slug}/about/privacy`}>{words.check.privacy}</a>
              </p>
              <SendAtBell bell={bell}>
                <Button type="submit" wide pending={sending}>
                  {sending ? words.check.sending : words.check.send}
                </Button>
              </SendAtBell>
            </div>
          </div>
        </form>
      </Phone>
    </div>
  );
}
