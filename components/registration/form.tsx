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
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { ErrorSummary, type FieldError } from "#components/ui/error-summary.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { registration as words } from "#messages/en/registration.ts";
import { AnswerList, type Answers } from "./answers.tsx";
import { answersOf, keepDraft, restoreDraft } from "./draft.ts";
import { ASKED, Questions, type Sector, STEPS, type Step } from "./questions.tsx";
import styles from "./steps.module.css";

type RegistrationFormProps = {
  slug: string;
  camp: string;
  /** Where the finished form is posted: a hot door that answers with a redirect to the private page. */
  action: string;
  /** Minted with the page, so that sending twice changes nothing. */
  id: string;
  sectors: readonly Sector[];
  /** What to know before beginning, above the first question. */
  children?: ReactNode;
};

const PAGES = [...STEPS, "check"] as const;

/** What is missing, by field name. The server asks again and asks more; this only saves a trip. */
function mistakes(form: HTMLFormElement): Record<string, string> {
  const answers = answersOf(form);
  const email = form.elements.namedItem("email") as HTMLInputElement;
  return {
    ...(answers.name?.trim() ? {} : { name: words.errors.name }),
    ...(answers.email?.trim() && email.validity.valid ? {} : { email: words.errors.email }),
    ...(answers.sectorId ? {} : { sectorId: words.errors.sectorId }),
  };
}

function show(step: string): void {
  // The browser's own navigation to a fragment, because pushState leaves `:target` where it was.
  window.location.hash = step;
}

/** The question pages. See steps.module.css for how they turn without JavaScript; this adds checks and a summary. */
export function RegistrationForm({ slug, camp, action, id, sectors, children }: RegistrationFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [lively, setLively] = useState(false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [tries, setTries] = useState(0);
  const [answers, setAnswers] = useState<Answers>({});
  const [sending, setSending] = useState(false);

  useEffect(() => {
    const element = form.current!;
    restoreDraft(slug, element);
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

  /** Says what is wrong on these steps, at the first that has something. @returns whether all is well */
  function check(steps: readonly Step[]): boolean {
    const found = mistakes(form.current!);
    const bad = steps.find((step) => ASKED[step].some(({ name }) => found[name]));
    setErrors(bad ? found : {});
    setTries(tries + 1);
    if (bad) show(bad);
    return !bad;
  }

  function turn(event: MouseEvent | KeyboardEvent, step: Step) {
    event.preventDefault();
    if (check([step])) show(PAGES[PAGES.indexOf(step) + 1]!);
  }

  function send(event: FormEvent) {
    if (sending || !check(STEPS)) event.preventDefault();
    else setSending(true);
  }

  const enter = (step: Step) => (event: KeyboardEvent) => {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) turn(event, step);
  };
  const summary = (step: Step): FieldError[] =>
    ASKED[step].flatMap(({ name, field }) => (errors[name] ? [{ field, message: errors[name] }] : []));

  return (
    <div className={styles.page} data-lively={lively || undefined}>
      <Phone
        camp={camp}
        connection={
          <span className={styles.label}>
            {PAGES.map((page, index) => (
              <span data-step={page} key={page}>
                {words.step(index + 1, PAGES.length)}
              </span>
            ))}
          </span>
        }
      >
        <h1 className="visually-hidden">{words.title(camp)}</h1>
        <form
          className={styles.form}
          ref={form}
          method="post"
          action={action}
          onSubmit={send}
          onInput={() => keepDraft(slug, answersOf(form.current!))}
        >
          {/* A form is sent by Enter through its first button. This one does nothing, so that half a form stays here. */}
          <button type="submit" disabled hidden />
          <input type="hidden" name="id" defaultValue={id} />
          <section
            className={styles.step}
            id="check"
            data-step="check"
            tabIndex={-1}
            aria-labelledby="check-title"
          >
            <h2 className={styles.title} id="check-title">
              {words.check.title}
            </h2>
            <p className={styles.lede}>{words.check.lede}</p>
            {lively ? <AnswerList answers={answers} sectors={sectors} /> : null}
          </section>
          {STEPS.map((step) => (
            <section
              className={styles.step}
              id={step}
              data-step={step}
              key={step}
              tabIndex={-1}
              aria-labelledby={`${step}-title`}
              onKeyDown={enter(step)}
            >
              <ErrorSummary key={tries} title={words.problem} errors={summary(step)} />
              {step === "you" ? children : null}
              <h2 className={styles.title} id={`${step}-title`}>
                {words[step].title}
              </h2>
              {step === "you" ? null : <p className={styles.lede}>{words[step].lede}</p>}
              <Questions step={step} errors={errors} sectors={sectors} />
              <div className={styles.foot}>
                <ButtonLink
                  wide
                  href={`#${PAGES[PAGES.indexOf(step) + 1]}`}
                  onClick={(event) => turn(event, step)}
                >
                  {words.continue}
                </ButtonLink>
              </div>
            </section>
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
