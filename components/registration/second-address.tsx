"use client";

import { useActionState } from "react";
import { FRESH } from "#components/form/answer.ts";
import { Banner } from "#components/ui/banner.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST } from "#domain/limits.ts";
import type { SecondAddress } from "#domain/second-address.ts";
import { time, weekday } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { Act, type Action, Answer } from "./act.tsx";
import styles from "./status.module.css";

const words = wordsOf("secondAddress");

type SecondProps = {
  /** Null where none was given. */
  second: SecondAddress | null;
  /** The first address, to which codes go. */
  first: string;
  zone: string;
  token: string;
  /** Null where none can be given now. */
  add: Action | null;
  remove: Action;
};

/** Says what becomes of the second address and takes it away, or asks for one. */
export function Second({ second, first, zone, token, add, remove }: SecondProps) {
  if (!second) return add ? <Add first={first} token={token} add={add} /> : null;
  return (
    <section className={`${styles.part} ${styles.second}`}>
      <h2>{words.title}</h2>
      <Reached second={second} zone={zone} />
      <Act action={remove} token={token} kind="quiet" wide>
        {words.remove}
      </Act>
    </section>
  );
}

function Reached({
  second: { email, reach, lapsesAt },
  zone,
}: Pick<SecondProps, "zone"> & { second: SecondAddress }) {
  if (reach === "works") return <p className={styles.entry}>{words.works(email)}</p>;
  const here = { locale: readerLocale(), zone };
  const until = `${time(lapsesAt, here)}, ${weekday(lapsesAt, here)}`;
  const said = {
    asked: { title: words.asked(email), what: words.askedWhat(until) },
    bounced: { title: words.bounced(email), what: words.bouncedWhat },
    unwanted: { title: words.unwanted(email), what: words.unwantedWhat },
  }[reach];
  return (
    <Banner tone="wait" title={<span className={styles.entry}>{said.title}</span>}>
      <p>
        <Figures>{said.what}</Figures>
      </p>
    </Banner>
  );
}

function Add({ first, token, add }: Pick<SecondProps, "first" | "token"> & { add: Action }) {
  const [state, send] = useActionState(add, FRESH);
  const typed = String(state.values.secondEmail ?? "");
  return (
    <details className={styles.sure} open={Object.keys(state.values).length > 0}>
      <summary className={styles.ask}>{words.add}</summary>
      <form className={styles.what} action={send} key={JSON.stringify(state)}>
        <Answer state={state} />
        <p className={styles.entry}>{words.addWhat(first)}</p>
        <input type="hidden" name="token" value={token} />
        <TextField
          name="secondEmail"
          label={words.email}
          hint={words.sendWhat}
          autoComplete="off"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={LONGEST.email}
          defaultValue={typed}
          error={state.errors.secondEmail}
        />
        <Submit wide pendingWords={words.sending}>
          {words.send}
        </Submit>
      </form>
    </details>
  );
}
