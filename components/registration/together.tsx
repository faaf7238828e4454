"use client";

import { useActionState } from "react";
import { FRESH } from "#components/form/answer.ts";
import { Banner } from "#components/ui/banner.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import type { Together as Group } from "#domain/release.ts";
import { saidCode } from "#domain/ticket.ts";
import { wordsOf } from "#messages/words.ts";
import { Act, type Action, Answer } from "./act.tsx";
import styles from "./status.module.css";

const words = wordsOf("release").together;

export type GroupActions = {
  begin: Action;
  join: Action;
  leave: Action;
  mayDivide: Action;
  mayNotDivide: Action;
};

/** Entering a draw with others: the code to tell them, or theirs to type. `group` is null for whoever enters alone. */
export function Together({
  group,
  places,
  token,
  actions,
}: {
  group: Group | null;
  /** How many the draw gives out. */
  places: number;
  token: string;
  actions: GroupActions;
}) {
  const { begin, leave, mayDivide, mayNotDivide } = actions;
  return (
    <section className={styles.part}>
      <h2>{words.title}</h2>
      {group ? (
        <>
          <p>{words.with(group.others)}</p>
          <p>
            {words.code} <strong>{saidCode(group.code)}</strong>
          </p>
          <p>{group.divides ? words.divides(group.keeping) : words.stays}</p>
          {isTooMany(group, places) ? (
            <Banner tone="wait" title={words.tooMany.title}>
              <p>{words.tooMany.what(group.others.length + 1, places)}</p>
            </Banner>
          ) : null}
          <Act action={group.divides ? mayNotDivide : mayDivide} token={token} kind="quiet" wide>
            {group.divides ? words.stay : words.divide}
          </Act>
          <Act action={leave} token={token} kind="quiet" wide>
            {words.leave}
          </Act>
        </>
      ) : (
        <>
          <p>{words.what}</p>
          <Act action={begin} token={token} kind="quiet" wide>
            {words.begin}
          </Act>
          <Join token={token} join={actions.join} />
        </>
      )}
    </section>
  );
}

/** Whether a group gets no place whatever the draw says. */
function isTooMany({ others, divides, keeping }: Group, places: number): boolean {
  const divided = divides && keeping.length === 0;
  return !divided && others.length + 1 > places;
}

function Join({ token, join }: { token: string; join: Action }) {
  const [state, send] = useActionState(join, FRESH);
  return (
    <form action={send} key={JSON.stringify(state)}>
      <Answer state={state} />
      <input type="hidden" name="token" value={token} />
      <TextField
        name="code"
        label={words.theirs}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
        defaultValue={String(state.values.code ?? "")}
        error={state.errors.code}
      />
      <Submit kind="quiet" wide pendingWords={words.joining}>
        {words.join}
      </Submit>
    </form>
  );
}
