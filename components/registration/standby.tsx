"use client";

import { useActionState } from "react";
import { FRESH } from "#components/form/answer.ts";
import { Card } from "#components/ui/card.tsx";
import { Check } from "#components/ui/check.tsx";
import { Submit } from "#components/ui/submit.tsx";
import type { OnTheDay } from "#domain/registration/on-the-day.ts";
import { wordsOf } from "#messages/words.ts";
import { Act, type Action, Answer } from "./act.tsx";
import styles from "./status.module.css";
import { Sure } from "./sure.tsx";

const { standBy: words } = wordsOf("standby");
const { sending } = wordsOf("status");

type StandByProps = {
  day: Pick<OnTheDay, "open" | "standsBy" | "mayStandBy">;
  /** How many minutes somebody has who is called. */
  minutes: number;
  token: string;
  standBy: Action;
  end: Action;
  /** Makes this phone the one that is called; null where it is already. */
  usePhone: Action | null;
};

/** "I can be there": for whoever waits, before the day and on it. */
export function StandBy({ day: { open, standsBy, mayStandBy }, minutes, token, ...acts }: StandByProps) {
  if (!mayStandBy) return null;
  const form = (label: string, named: boolean) => (
    <StandByForm token={token} action={acts.standBy} {...{ label, named }} />
  );
  if (!standsBy)
    return (
      <section className={styles.part}>
        <h2>{words.title}</h2>
        <p>{open ? words.whatNow : words.what}</p>
        {form(words.say, false)}
      </section>
    );
  return (
    <div className={styles.coming}>
      <Card tone="good">
        <h2>{words.is}</h2>
        <p>{open ? words.isWhatNow(minutes) : words.isWhat}</p>
        <p>{standsBy.named ? words.isNamed : words.isUnnamed}</p>
        {acts.usePhone ? (
          <>
            <Act action={acts.usePhone} token={token} kind="quiet" wide>
              {words.phone}
            </Act>
            <p>{words.phoneWhat}</p>
          </>
        ) : null}
        <Sure quiet label={words.change} what={words.namedHint}>
          {form(words.save, standsBy.named)}
        </Sure>
        <Act action={acts.end} token={token} kind="quiet" wide>
          {words.end}
        </Act>
      </Card>
    </div>
  );
}

type FormProps = { token: string; action: Action; label: string; named: boolean };

function StandByForm({ token, action, label, named }: FormProps) {
  const [state, send] = useActionState(action, FRESH);
  return (
    <form action={send}>
      <Answer state={state} />
      <input type="hidden" name="token" value={token} />
      <Check name="named" value="yes" label={words.named} hint={words.namedHint} defaultChecked={named} />
      <Submit wide pendingWords={sending}>
        {label}
      </Submit>
    </form>
  );
}
