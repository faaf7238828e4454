"use client";

import { useActionState } from "react";
import { FRESH } from "#components/form/answer.ts";
import { Check } from "#components/ui/check.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { TextArea, TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST } from "#domain/limits.ts";
import type { RegistrationView } from "#domain/registration.ts";
import { wordsOf } from "#messages/words.ts";
import { type Action, Answer } from "./act.tsx";
import type { Sector } from "./questions.tsx";
import styles from "./status.module.css";

const asked = wordsOf("registration");
const words = wordsOf("status");

type DetailsProps = {
  registration: RegistrationView;
  sectors: readonly Sector[];
  token: string;
  change: Action;
};

/** Everything but the address, as it was told, to be put right. Closed until somebody wants it. */
export function Details({ registration, sectors, token, change }: DetailsProps) {
  const [state, send] = useActionState(change, FRESH);
  const { details } = words;
  const sent = Object.keys(state.values).length > 0;
  const text = (name: "name" | "organisation" | "access") => String(state.values[name] ?? registration[name]);
  const ticked = (name: "firstTime" | "photos") => (sent ? state.values[name] === "yes" : registration[name]);
  return (
    <details className={styles.sure} id="details" open={sent || Boolean(state.done)}>
      <summary className={styles.ask} data-kind="quiet">
        {details.title}
      </summary>
      <form className={styles.what} action={send} key={JSON.stringify([state, registration])}>
        <Answer state={state} />
        <p>{details.what}</p>
        <input type="hidden" name="token" value={token} />
        <TextField
          name="name"
          label={asked.you.name}
          error={state.errors.name}
          defaultValue={text("name")}
          autoComplete="name"
          maxLength={LONGEST.personName}
          required
        />
        <Choice
          legend={asked.work.sector}
          name="sectorId"
          options={sectors.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={[String(state.values.sectorId ?? registration.sectorId)]}
          error={state.errors.sectorId}
          required
        />
        <TextField
          name="organisation"
          label={asked.work.organisation}
          optional={asked.work.optional}
          error={state.errors.organisation}
          defaultValue={text("organisation")}
          autoComplete="organization"
          maxLength={LONGEST.organisation}
        />
        <Check
          name="firstTime"
          value="yes"
          label={asked.work.firstTime}
          defaultChecked={ticked("firstTime")}
        />
        <TextArea
          name="access"
          label={asked.day.access}
          optional={asked.work.optional}
          hint={asked.day.accessHint}
          error={state.errors.access}
          defaultValue={text("access")}
          maxLength={LONGEST.access}
        />
        <Check
          name="photos"
          value="yes"
          label={asked.day.photos}
          hint={asked.day.photosHint}
          defaultChecked={ticked("photos")}
        />
        <Submit wide pendingWords={words.sending}>
          {details.save}
        </Submit>
      </form>
    </details>
  );
}

/** The way out of a mistyped address, as long as nobody has proven it. */
export function MendAddress({ token, mend }: { token: string; mend: Action }) {
  const [state, send] = useActionState(mend, FRESH);
  const { details } = words;
  const typed = String(state.values.email ?? "");
  return (
    <details className={styles.sure} open={Boolean(typed)}>
      <summary className={styles.ask} data-kind="quiet">
        {details.mendTitle}
      </summary>
      <form className={styles.what} action={send} key={JSON.stringify(state)}>
        <Answer state={state} />
        <p>{details.mendWhat}</p>
        <input type="hidden" name="token" value={token} />
        <TextField
          name="email"
          type="email"
          label={details.mend}
          error={state.errors.email}
          defaultValue={typed}
          autoComplete="email"
          maxLength={LONGEST.email}
          spellCheck={false}
          required
        />
        <Submit kind="quiet" wide pendingWords={words.sending}>
          {details.mendSave}
        </Submit>
      </form>
    </details>
  );
}
