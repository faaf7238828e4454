"use client";

import { Form, type FormAction } from "#components/desk/form.tsx";
import { Card } from "#components/ui/card.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { Table } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { LONGEST } from "#domain/limits.ts";
import { ROLES, type Role } from "#domain/viewer.ts";
import { camp } from "#messages/en/camp.ts";
import { desk } from "#messages/en/desk.ts";
import styles from "./crew.module.css";

const words = desk.crew;

export type CrewRow = {
  personId: string;
  name: string;
  email: string;
  role: Role;
  arrived: boolean;
  you: boolean;
};

type CrewProps = {
  crew: readonly CrewRow[];
  /** Null for a campmaker, who sees the crew and changes nothing. */
  invite: FormAction | null;
  remove: FormAction | null;
};

/** Who helps to run the camp, and the form that invites one more. */
export function Crew({ crew, invite, remove }: CrewProps) {
  return (
    <div className={styles.crew}>
      <p>{words.lede}</p>
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
          { id: "role", label: words.role, cell: (row) => words.roles[row.role] },
          {
            id: "state",
            label: words.state,
            cell: (row) => (
              <Tag tone={row.arrived ? "good" : "wait"}>{row.arrived ? words.arrived : words.invited}</Tag>
            ),
          },
          ...(remove
            ? [
                {
                  id: "remove",
                  label: words.action,
                  quiet: true,
                  cell: (row: CrewRow) => <Remove row={row} action={remove} />,
                },
              ]
            : []),
        ]}
      />
      {invite ? (
        <Card as="section" title={words.invite}>
          <InviteForm action={invite} />
        </Card>
      ) : null}
    </div>
  );
}

function Remove({ row, action }: { row: CrewRow; action: FormAction }) {
  return (
    <Form action={action}>
      {() => (
        <>
          <input type="hidden" name="person" value={row.personId} />
          <Submit kind="quiet" pendingWords={words.removing}>
            {words.remove}
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
            options={ROLES.map((value) => ({ value, label: words.roles[value], hint: words.hints[value] }))}
            chosen={[fields.text("role", "campmaker")]}
            error={fields.error("role")}
          />
          <Submit pendingWords={words.pending}>{words.submit}</Submit>
        </>
      )}
    </Form>
  );
}
