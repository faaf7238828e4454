"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { Table } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { DeliveryState } from "#domain/webhook.ts";
import { wordsOf } from "#messages/words.ts";

const { acts, log: words } = wordsOf("webhooks");

export type LogRow = {
  id: string;
  what: string;
  host: string;
  when: string;
  state: DeliveryState;
  /** How often it was tried, and what came of it last; empty before it was. */
  detail: string;
  again: boolean;
};

const TONES = { waiting: "wait", trying: "wait", delivered: "good", given_up: "bad" } as const;

/** What programs were told last, each with having it sent once more. */
export function WebhookLog({ rows, again }: { rows: readonly LogRow[]; again: FormAction }) {
  if (rows.length === 0) return <p>{words.none}</p>;
  return (
    <Table
      caption={words.caption}
      rows={rows}
      rowId={({ id }) => id}
      columns={[
        { id: "what", label: words.what, header: true, cell: ({ what }) => what },
        { id: "where", label: words.where, cell: ({ host }) => host },
        { id: "when", label: words.when, cell: ({ when }) => when },
        {
          id: "state",
          label: words.state,
          cell: ({ state, detail }) => (
            <>
              <Tag tone={TONES[state]}>{words.states[state]}</Tag> {detail}
            </>
          ),
        },
        {
          id: "again",
          label: words.act,
          quiet: true,
          cell: (row) => (row.again ? <Again row={row} action={again} /> : null),
        },
      ]}
    />
  );
}

function Again({ row, action }: { row: LogRow; action: FormAction }) {
  return (
    <Form action={action}>
      {() => (
        <>
          <input type="hidden" name="id" value={row.id} />
          <Submit kind="quiet" pendingWords={acts.pending}>
            {words.again}
            <span className="visually-hidden">{acts.of(`${row.what}, ${row.host}, ${row.when}`)}</span>
          </Submit>
        </>
      )}
    </Form>
  );
}
