"use client";

import { useActionState } from "react";
import { FRESH } from "#components/form/answer.ts";
import { Banner } from "#components/ui/banner.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST } from "#domain/limits.ts";
import type { Handing } from "#domain/registration/transfer.ts";
import { time, weekday } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { Act, type Action, Answer } from "./act.tsx";
import styles from "./status.module.css";

const { give, sending } = wordsOf("transfer");

type HandingProps = { handing: Handing; zone: string; token: string };

const saidAt = (until: string, zone: string) => {
  const here = { locale: readerLocale(), zone };
  return `${time(until, here)}, ${weekday(until, here)}`;
};

/** Says to whom a place is on its way, and calls it back. Nothing where it is not. */
export function OnItsWay({ handing, zone, token, callBack }: HandingProps & { callBack: Action }) {
  const { until, to } = handing;
  if (!until || !to) return null;
  return (
    <section className={styles.part}>
      <Banner tone="wait" title={give.waits(to.name)}>
        <p className={styles.entry}>
          <Figures>{give.waitsWhat(to.email, saidAt(until, zone))}</Figures>
        </p>
      </Banner>
      <Act action={callBack} token={token} kind="quiet" wide>
        {give.callBack}
      </Act>
    </section>
  );
}

/** Hands a place on to somebody by name; nothing where it cannot be, or is on its way already. */
export function HandOn({ handing, zone, token, begin }: HandingProps & { begin: Action }) {
  const [state, send] = useActionState(begin, FRESH);
  const { until, to } = handing;
  if (!until || to) return null;
  const said = (name: string) => String(state.values[name] ?? "");
  return (
    <details className={styles.sure} open={Object.keys(state.values).length > 0}>
      <summary className={styles.ask}>{give.open}</summary>
      <form className={styles.what} action={send} key={JSON.stringify(state)}>
        <Answer state={state} />
        <p>
          <Figures>{give.what(saidAt(until, zone))}</Figures>
        </p>
        <input type="hidden" name="token" value={token} />
        <TextField
          name="toName"
          label={give.name}
          autoComplete="off"
          required
          maxLength={LONGEST.personName}
          defaultValue={said("toName")}
          error={state.errors.toName}
        />
        <TextField
          name="toEmail"
          label={give.email}
          autoComplete="off"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={LONGEST.email}
          defaultValue={said("toEmail")}
          error={state.errors.toEmail}
        />
        <Submit wide pendingWords={sending}>
          {give.send}
        </Submit>
      </form>
    </details>
  );
}
