"use client";

import type { Answer } from "#components/form/answer.ts";
import { Theirs } from "#components/form/theirs.tsx";
import { useAnswer } from "#components/form/use-answer.ts";
import { DeadLinks } from "#components/group-mail/letter.tsx";
import { RichBlocks } from "#components/rich-text/rich-text.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Buttons } from "#components/ui/button.tsx";
import { Check } from "#components/ui/check.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { TextArea } from "#components/ui/field.tsx";
import { Spotlight } from "#components/ui/spotlight.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { Unsaved } from "#components/ui/unsaved.tsx";
import { LONGEST } from "#domain/limits.ts";
import type { DeadLink } from "#domain/markdown.ts";
import type { Rich } from "#domain/rich-text.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./editor.module.css";

const common = wordsOf("common");
const { titles, desk: words } = wordsOf("campPage");

/** A page as everybody would read it, and the links of it that are none. */
export type PagePreview = { blocks: readonly Rich[]; dead: readonly DeadLink[] };

/** `seen` is what was typed, as everybody would read it. */
export type PageAnswer = Answer & { seen?: PagePreview };
export type PageAction = (before: PageAnswer, form: FormData) => Promise<PageAnswer>;

type PageFormProps = {
  action: PageAction;
  page: keyof typeof titles;
  /** Which version the page has, and which it is begun from. */
  begun: string;
  /** What the page says now, or the version to begin from. */
  body: string;
  seen: PagePreview;
  mark: string;
  /** Whether these are the camp's own words, so that ours can be had again. */
  own: boolean;
  /** What can stand in braces. */
  known: string;
  /** Whether somebody looked it through; null where tickets do not wait for it. */
  reviewed: boolean | null;
};

/** Looking changes nothing. Works without JavaScript. */
export function PageForm({ action, page, begun, body, seen, mark, own, known, reviewed }: PageFormProps) {
  const [answer, send] = useAnswer<PageAnswer>(action, begun);
  const { values, errors, refusal } = answer;
  const wrong = Object.entries(errors).map(([field, message]) => ({ field, message }));
  const shown = answer.seen ?? seen;
  return (
    <div className={styles.columns}>
      <form action={send} key={JSON.stringify([values, errors, refusal, mark, body])} noValidate>
        {refusal ? (
          <Spotlight>
            <Banner tone="bad" role="alert" title={refusal.what}>
              <p>{refusal.next}</p>
              <Theirs refusal={refusal} />
            </Banner>
          </Spotlight>
        ) : null}
        {wrong.length > 0 ? <ErrorSummary title={common.errorSummary} errors={wrong} /> : null}
        <Unsaved name={`page ${page}`} returned={Object.keys(values).length > 0} words={common.unsaved} />
        <input type="hidden" name="mark" value={String(values.mark ?? mark)} />
        <input type="hidden" name="page" value={page} />
        <TextArea
          label={words.body}
          hint={
            <>
              {words.bodyHint(known)} {reviewed === null ? null : words.gapsHint}
            </>
          }
          name="body"
          rows={24}
          maxLength={LONGEST.pageBody}
          defaultValue={String(values.body ?? body)}
          error={errors.body}
        />
        {reviewed === null ? null : reviewed ? (
          <p>{words.looksLeft}</p>
        ) : (
          <Check
            name="looked"
            value="yes"
            label={words.looked}
            hint={words.lookedHint}
            defaultChecked={values.looked === "yes"}
          />
        )}
        <Buttons>
          <Submit kind="quiet" name="step" value="look" pendingWords={words.busy}>
            {words.look}
          </Submit>
          <Submit name="step" value="keep" pendingWords={words.busy}>
            {words.keep}
          </Submit>
        </Buttons>
        {own ? (
          <details className={styles.reset}>
            <summary>{words.reset.open}</summary>
            <p>{words.reset.sure}</p>
            <Submit kind="danger" name="step" value="reset" pendingWords={words.busy}>
              {words.reset.go}
            </Submit>
          </details>
        ) : null}
      </form>
      <section className={styles.preview} aria-live="polite">
        <h2>{words.preview}</h2>
        {answer.seen ? <p>{words.previewOnly}</p> : null}
        <DeadLinks dead={shown.dead} />
        <article className={styles.shown}>
          <h3>{titles[page]}</h3>
          <RichBlocks blocks={shown.blocks} heading="h4" />
        </article>
      </section>
    </div>
  );
}
