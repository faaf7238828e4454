"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Card, Stack } from "#components/ui/card.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Spotlight } from "#components/ui/spotlight.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { LONGEST } from "#domain/limits.ts";
import type { WebhookState } from "#domain/webhook.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./webhooks.module.css";

const words = wordsOf("webhooks");

export type WebhookRow = {
  id: string;
  url: string;
  host: string;
  state: WebhookState;
  /** Told nothing until somebody switches it on. */
  off: boolean;
  /** Since when it fails or is off, and what follows; null while it is told. */
  note: string | null;
};

export type WebhookActions = Record<"add" | "renew" | "test" | "on" | "remove", FormAction>;

type WebhooksProps = {
  rows: readonly WebhookRow[];
  /** Whether one more can be added. */
  room: boolean;
  actions: WebhookActions;
};

const TONES = { telling: "good", failing: "wait", off: "bad" } as const;

/** The programs that are told what changes, and one more. */
export function Webhooks({ rows, room, actions }: WebhooksProps) {
  return (
    <>
      {rows.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Stack as="ul">
          {rows.map((row) => (
            <Card key={row.id} as="li" level={3} title={row.url}>
              <Tag tone={TONES[row.state]}>{words.state[row.state]}</Tag>
              {row.note ? <p>{row.note}</p> : null}
              <Acts {...{ row, actions }} />
            </Card>
          ))}
        </Stack>
      )}
      {room ? <Add action={actions.add} /> : <p>{words.full}</p>}
    </>
  );
}

function Acts({ row, actions }: { row: WebhookRow; actions: WebhookActions }) {
  const { off } = row;
  return (
    <div className={styles.acts}>
      <Act row={row} says={off ? words.acts.on : words.acts.test} action={off ? actions.on : actions.test} />
      <Act row={row} says={words.acts.renew} action={actions.renew} />
      <Act row={row} says={words.acts.remove} action={actions.remove} />
    </div>
  );
}

function Act({ row, says, action }: { row: WebhookRow; says: string; action: FormAction }) {
  return (
    <Form action={action} anyway={words.acts.removeAnyway} pendingWords={words.acts.pending}>
      {(fields) => (
        <>
          <input type="hidden" name="id" value={row.id} />
          <Secret secret={fields.text("secret")} id={`secret-${row.id}`} />
          {fields.asked ? null : (
            <Submit kind="quiet" pendingWords={words.acts.pending}>
              {says}
              <span className="visually-hidden">{words.acts.of(row.host)}</span>
            </Submit>
          )}
        </>
      )}
    </Form>
  );
}

function Add({ action }: { action: FormAction }) {
  return (
    <Card as="section" level={3} title={words.add.title}>
      <Form action={action}>
        {(fields) => (
          <>
            <Secret secret={fields.text("secret")} id="secret-new" />
            <TextField
              label={words.add.url}
              hint={words.add.hint}
              name="url"
              type="url"
              inputMode="url"
              autoComplete="off"
              maxLength={LONGEST.webhookUrl}
              defaultValue={fields.text("url")}
              error={fields.error("url")}
            />
            <Submit kind="quiet" pendingWords={words.add.pending}>
              {words.add.submit}
            </Submit>
          </>
        )}
      </Form>
    </Card>
  );
}

/** In the answer to the act that made it, and gone with the next page. */
function Secret({ secret, id }: { secret: string; id: string }) {
  if (secret === "") return null;
  return (
    <Spotlight>
      <Banner tone="good" role="status" title={words.secret.title}>
        <p>{words.secret.body}</p>
        <TextField label={words.secret.label} name={id} readOnly value={secret} spellCheck={false} />
      </Banner>
    </Spotlight>
  );
}
