"use client";

import { useActionState } from "react";
import { FRESH } from "#components/form/answer.ts";
import { Card } from "#components/ui/card.tsx";
import { Chips } from "#components/ui/choice.tsx";
import { Figures } from "#components/ui/figures.tsx";

import { Submit } from "#components/ui/submit.tsx";
import type { OnTheDay } from "#domain/registration/on-the-day.ts";
import { time } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { Act, type Action, Answer } from "./act.tsx";
import styles from "./status.module.css";

const { late: words } = wordsOf("standby");
const { sending } = wordsOf("status");

type LateProps = {
  day: Pick<OnTheDay, "passOnAt" | "lateUntil" | "lateTimes">;
  zone: string;
  token: string;
  say: Action;
  onTime: Action;
};

/** "I'm running late": until when a place waits, and until when its holder asks it to. */
export function Late({ day: { passOnAt, lateUntil, lateTimes }, zone, token, say, onTime }: LateProps) {
  if (passOnAt === null || (lateTimes.length === 0 && lateUntil === null)) return null;
  const here = { locale: readerLocale(), zone };
  const ask = lateTimes.length > 0 ? <LateForm {...{ lateTimes, here, token, say }} /> : null;
  if (lateUntil === null)
    return (
      <section className={styles.part}>
        <h2>{words.title}</h2>
        <p>
          <Figures>{words.what(time(passOnAt, here))}</Figures>
        </p>
        {ask}
      </section>
    );
  return (
    <div className={styles.coming}>
      <Card>
        <h2>
          <Figures>{words.said(time(lateUntil, here))}</Figures>
        </h2>
        <p>{words.saidWhat}</p>
        {ask}
        <Act action={onTime} token={token} kind="quiet" wide>
          {words.onTime}
        </Act>
      </Card>
    </div>
  );
}

type LateFormProps = Pick<LateProps, "token" | "say"> & {
  lateTimes: readonly string[];
  here: { locale: string; zone: string };
};

function LateForm({ lateTimes, here, token, say }: LateFormProps) {
  const [state, send] = useActionState(say, FRESH);
  return (
    <form action={send}>
      <Answer state={state} />
      <input type="hidden" name="token" value={token} />
      <Chips
        name="until"
        legend={words.until}
        options={lateTimes.map((at) => ({ value: at, label: time(at, here) }))}
        chosen={lateTimes.slice(0, 1)}
      />
      <Submit kind="quiet" wide pendingWords={sending}>
        {words.say}
      </Submit>
    </form>
  );
}
