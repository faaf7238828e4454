"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Link } from "#components/ui/link.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { Awaiting } from "#domain/registration/pass-on.ts";
import { type Place, time } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./desk.module.css";

const words = wordsOf("passOn");

type PassOnFormProps = {
  awaiting: Awaiting;
  /** Whether it may be done now, and whether the time to announce it or to do it has gone by. */
  open: boolean;
  begun: boolean;
  over: boolean;
  here: Place;
  /** Where the time is set, for whoever may. */
  settings: string | null;
  /** Phones at the door that may have let people in since they were heard of last. */
  silent: readonly { deviceId: string; door: string; seenAt: string }[];
  standby: number;
  /** Whether whoever stands by is called at this hour, and how many places are given out beyond those there are. */
  calls: boolean;
  beyond: number;
  action: FormAction;
};

/** Who would lose their place, each with a tick, and one button; and who is spared. */
export function PassOnForm({
  awaiting,
  open,
  begun,
  over,
  here,
  settings,
  silent,
  standby,
  calls,
  beyond,
  action,
}: PassOnFormProps) {
  const { at, missing, late } = awaiting;
  if (over) return <p>{words.over}</p>;
  if (at === null)
    return (
      <p>
        {words.never} {begun ? null : words.neverYet}{" "}
        {settings && !begun ? <Link href={settings}>{words.settings}</Link> : null}
      </p>
    );
  return (
    <>
      {open ? null : (
        <p>
          <Figures>{words.notYet(time(at, here))}</Figures>{" "}
          {settings ? <Link href={settings}>{words.settings}</Link> : null}
        </p>
      )}
      {missing.length === 0 ? (
        <p>{words.none}</p>
      ) : open ? (
        <>
          {silent.map(({ deviceId, door, seenAt }) => (
            <Banner
              key={deviceId}
              tone="wait"
              title={words.silent(door || words.unnamed, time(seenAt, here))}
            />
          ))}
          <p>{words.what(standby, calls)}</p>
          {beyond > 0 ? <p>{words.beyond(beyond)}</p> : null}
          <Form action={action} pendingWords={words.acting}>
            {(fields) => (
              <>
                <Choice
                  legend={words.who(missing.length)}
                  name="person"
                  many
                  hint={words.untick}
                  options={missing.map(({ id, name, organisation, crew }) => ({
                    value: id,
                    label: name,
                    hint: crew ? words.onCrew : organisation,
                  }))}
                  chosen={missing.flatMap(({ id, crew }) => (fields.ticked("person", id, !crew) ? [id] : []))}
                />
                <Submit kind="danger" pendingWords={words.acting}>
                  {words.act}
                </Submit>
              </>
            )}
          </Form>
        </>
      ) : (
        <Names title={words.who(missing.length)} names={missing.map(({ name }) => name)} />
      )}
      {late.length > 0 ? (
        <Names
          title={words.late(late.length)}
          names={late.map(({ name, until }) => words.lateUntil(name, time(until!, here)))}
        />
      ) : null}
    </>
  );
}

function Names({ title, names }: { title: string; names: readonly string[] }) {
  return (
    <section className={styles.missing}>
      <h2>{title}</h2>
      <ul>
        {names.map((name, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may be called the same
          <li key={at}>{name}</li>
        ))}
      </ul>
    </section>
  );
}

type Gone = Awaiting["gone"][number];

const giveBack = (action: FormAction): Column<Gone> => ({
  id: "act",
  label: words.gone.columns.act,
  quiet: true,
  cell: ({ id, name }) => (
    <Form action={action}>
      {() => (
        <>
          <input type="hidden" name="person" value={id} />
          <Submit kind="quiet" pendingWords={words.gone.undoing} aria-label={`${words.gone.undo}: ${name}`}>
            {words.gone.undo}
          </Submit>
        </>
      )}
    </Form>
  ),
});

/** @param action gives one back; null once the camp is over */
type PassedOnProps = { gone: Awaiting["gone"]; here: Place; action: FormAction | null };

/** Whose places were passed on, each with the way to give it back. */
export function PassedOn({ gone, here, action }: PassedOnProps) {
  const { title, what, columns } = words.gone;
  if (gone.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      {action ? <p>{what}</p> : null}
      <Table
        caption={title}
        rowId={({ id }) => id}
        rows={gone}
        columns={[
          { id: "name", label: columns.name, header: true, cell: ({ name }) => name },
          { id: "at", label: columns.at, figures: true, cell: ({ at }) => time(at, here) },
          ...(action ? [giveBack(action)] : []),
        ]}
      />
    </section>
  );
}
