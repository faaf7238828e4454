"use client";

import type { ReactNode } from "react";
import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Card } from "#components/ui/card.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Link } from "#components/ui/link.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { Table } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { LONGEST } from "#domain/limits.ts";
import { isLost, isSent, type MailState } from "#domain/mail.ts";
import { ROLES, type Role } from "#domain/permission.ts";
import { fullDay, type Place } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./crew.module.css";

const camp = wordsOf("camp");
const permission = wordsOf("permission");

const words = wordsOf("crew");

export const roleOptions = () =>
  ROLES.map((value) => ({ value, label: permission.names[value], hint: permission.hints[value] }));

export type CrewRow = {
  personId: string;
  name: string;
  email: string;
  roles: readonly Role[];
  arrived: boolean;
  mail: MailState | null;
  you: boolean;
};

export type FormerRow = { personId: string; name: string; roles: readonly Role[] };

/** What can be done about the crew; null for whoever only sees it. */
export type CrewActions = { invite: FormAction; restore: FormAction; changePage: string };

type CrewProps = {
  crew: readonly CrewRow[];
  former: readonly FormerRow[];
  /** The way to the other pages of the crew. */
  pages: ReactNode;
  done: string | null;
  here: Place;
  actions: CrewActions | null;
};

export function Crew({ crew, former, pages, done, here, actions }: CrewProps) {
  return (
    <div className={styles.crew}>
      <p>{words.lede}</p>
      {done ? <Banner tone="good" role="status" title={done} /> : null}
      <Table
        caption={words.table}
        rows={crew}
        rowId={(row) => row.personId}
        columns={[
          {
            id: "name",
            label: words.name,
            header: true,
            cell: (row) => (row.you ? `${row.name} (${words.you})` : row.name),
          },
          { id: "email", label: words.email, cell: (row) => row.email },
          { id: "role", label: words.role, cell: (row) => permission.roles(row.roles) },
          { id: "state", label: words.state, cell: (row) => <State row={row} here={here} /> },
          ...(actions
            ? [
                {
                  id: "change",
                  label: words.action,
                  quiet: true,
                  cell: (row: CrewRow) => (
                    <Link href={`${actions.changePage}/${row.personId}`}>
                      {words.change}
                      <span className="visually-hidden"> {row.name}</span>
                    </Link>
                  ),
                },
              ]
            : []),
        ]}
      />
      {pages}
      {actions && former.length > 0 ? (
        <Card as="section" title={words.off.title}>
          {former.map((row) => (
            <Restore key={row.personId} row={row} action={actions.restore} />
          ))}
        </Card>
      ) : null}
      {actions ? (
        <Card as="section" title={words.invite}>
          <InviteForm action={actions.invite} />
        </Card>
      ) : null}
    </div>
  );
}

/** Whether they came, and else what became of the mail that told them. */
function State({ row, here }: { row: CrewRow; here: Place }) {
  if (row.arrived) return <Tag tone="good">{words.arrived}</Tag>;
  if (!row.mail) return <Tag>{words.mail.none}</Tag>;
  const { state, since } = row.mail;
  const tone = isLost(state) ? "bad" : "wait";
  return <Tag tone={tone}>{isSent(state) ? words.mail.sent(fullDay(since, here)) : words.mail[state]}</Tag>;
}

function Restore({ row, action }: { row: FormerRow; action: FormAction }) {
  return (
    <Form action={action}>
      {() => (
        <>
          <p>{words.off.was(row.name, permission.being(row.roles))}</p>
          <input type="hidden" name="person" value={row.personId} />
          <Submit kind="quiet" pendingWords={words.off.pending}>
            {words.off.back}
            <span className="visually-hidden"> {row.name}</span>
          </Submit>
        </>
      )}
    </Form>
  );
}

function InviteForm({ action }: { action: FormAction }) {
  return (
    <Form action={action}>
      {(fields) => (
        <>
          <TextField
            label={camp.fields.name}
            name="name"
            autoComplete="off"
            maxLength={LONGEST.personName}
            defaultValue={fields.text("name")}
            error={fields.error("name")}
          />
          <TextField
            label={words.email}
            name="email"
            type="email"
            autoComplete="off"
            spellCheck={false}
            defaultValue={fields.text("email")}
            error={fields.error("email")}
          />
          <Choice
            legend={words.role}
            name="role"
            many
            options={roleOptions()}
            chosen={ROLES.filter((role) => fields.ticked("role", role))}
            error={fields.error("role")}
          />
          <Submit pendingWords={words.pending}>{words.submit}</Submit>
        </>
      )}
    </Form>
  );
}
