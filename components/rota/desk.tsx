"use client";

import type { ReactNode } from "react";
import { useNow } from "#components/event/clock.ts";
import { placeOf } from "#components/event/place.ts";
import { useSnapshot } from "#components/live/provider.tsx";
import { ButtonLink, Buttons } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Link } from "#components/ui/link.tsx";
import { Table } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { isOn, isOver, type RotaPerson, type RotaTask, shortBy } from "#domain/rota.ts";
import { number } from "#messages/counts.ts";
import { type Place, timeRange } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import { CallForm, type Calling } from "./call-form.tsx";
import { Calls } from "./calls.tsx";
import { FollowRota } from "./follow.tsx";
import styles from "./rota.module.css";
import { byDay } from "./times.ts";
import { WhereNow } from "./where-now.tsx";

const words = wordsOf("rota");
const { desk } = words;
const help = wordsOf("help");

type RotaDeskProps = {
  tasks: readonly RotaTask[];
  /** The reader, where they take tasks themselves and may call. */
  me: RotaPerson | null;
  calling: Calling | null;
  /** Whether they make the rota. */
  makes: boolean;
  /** The forms that put tasks on it; nothing for whoever only reads. */
  children: ReactNode;
  /** When the server rendered the page, ISO 8601. */
  served: string;
};

const MINUTE = 60_000;

/** The rota at the desk: calls for help, who is where, every task with its gaps, and the forms that make it. */
export function RotaDesk({ tasks, me, calling, makes, children, served }: RotaDeskProps) {
  const { event } = useSnapshot();
  const place = placeOf(event);
  const now = useNow(served, MINUTE);
  const at = `/e/${event.slug}/desk/rota`;
  return (
    <div className={`${styles.parts} ${styles.desk}`}>
      <p className={styles.soft}>{desk.lede}</p>
      <Buttons>
        {me ? (
          <ButtonLink kind="quiet" href={`/e/${event.slug}/rota`}>
            {desk.phone}
          </ButtonLink>
        ) : null}
        {calling ? (
          <ButtonLink kind="quiet" href="#call">
            {help.ask}
          </ButtonLink>
        ) : null}
        {tasks.length > 0 ? (
          <ButtonLink kind="quiet" href={`/e/${event.slug}/rota/paper`}>
            {desk.print}
          </ButtonLink>
        ) : null}
      </Buttons>
      {me && calling ? <Calls {...{ me, calling, now }} /> : null}
      {tasks.length > 0 ? (
        <WhereNow {...{ tasks, now, place }} />
      ) : (
        <Empty title={words.none.title}>{makes ? words.none.desk : words.none.body}</Empty>
      )}
      {byDay(tasks, place).map(({ day, tasks: some }) => (
        <section key={day} className={styles.part}>
          <h2>{day}</h2>
          <Tasks {...{ tasks: some, day, now, place }} change={makes ? at : null} />
        </section>
      ))}
      {children}
      {calling ? (
        <div className={styles.wide}>
          <CallForm calling={calling} tasks={tasks.filter((task) => !isOver(task, now))} />
        </div>
      ) : null}
      <FollowRota />
    </div>
  );
}

type TasksProps = {
  tasks: readonly RotaTask[];
  day: string;
  now: number;
  place: Place;
  /** The address under which each task is changed; null for whoever may not. */
  change: string | null;
};

function Tasks({ tasks, day, now, place, change }: TasksProps) {
  const { columns } = desk;
  const when = (task: RotaTask) => timeRange(task.from, task.until, place);
  return (
    <Table
      caption={day}
      rows={tasks}
      rowId={({ id }) => id}
      marked={(task) => isOn(task, now)}
      columns={[
        { id: "when", label: columns.when, figures: true, plain: true, cell: when },
        { id: "task", label: columns.task, header: true, cell: ({ task }) => task },
        { id: "place", label: columns.place, cell: (task) => task.place },
        { id: "people", label: columns.people, cell: (task) => <People {...{ task, now, place }} /> },
        ...(change
          ? [
              {
                id: "act",
                label: columns.act,
                quiet: true,
                cell: (task: RotaTask) => (
                  <Link href={`${change}/${task.id}`} aria-label={desk.changeOf(task.task, when(task))}>
                    {desk.change}
                  </Link>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function People({ task, now, place }: { task: RotaTask; now: number; place: Place }) {
  const [short, over] = [shortBy(task), isOver(task, now)];
  const n = (people: number) => number(people, place.locale);
  return (
    <span className={styles.tags}>
      <span>{words.down(n(task.people.length), n(task.wanted))}</span>
      {over ? <Tag>{words.over}</Tag> : isOn(task, now) ? <Tag>{words.now}</Tag> : null}
      {short > 0 && !over ? <Tag tone="wait">{words.short(short)}</Tag> : null}
      <span>{task.people.map(({ name }) => name).join(", ")}</span>
    </span>
  );
}
