"use client";

import { useNow } from "#components/event/clock.ts";
import { placeOf } from "#components/event/place.ts";
import { useSnapshot } from "#components/live/provider.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading } from "#components/ui/phone.tsx";
import { does, isOver, type RotaTask } from "#domain/rota.ts";
import { wordsOf } from "#messages/words.ts";
import { CallForm, type Calling } from "./call-form.tsx";
import { Calls } from "./calls.tsx";
import { FollowRota } from "./follow.tsx";
import styles from "./rota.module.css";
import { type Taking, TaskCard } from "./task-card.tsx";
import { byDay } from "./times.ts";
import { WhereNow } from "./where-now.tsx";

const words = wordsOf("rota");

type RotaPhoneProps = Taking & {
  tasks: readonly RotaTask[];
  calling: Calling;
  /** When the server rendered the page, ISO 8601. */
  served: string;
};

const MINUTE = 60_000;

/** The rota on a phone of the crew: calls for help first, then one's own, who is where, and everything to take. */
export function RotaPhone({ tasks, me, tap, calling, served }: RotaPhoneProps) {
  const { event } = useSnapshot();
  const place = placeOf(event);
  const now = useNow(served, MINUTE);
  const mine = tasks.filter((task) => does(task, me.id) && !isOver(task, now));
  const open = tasks.filter((task) => !isOver(task, now));
  const card = (task: RotaTask) => <TaskCard key={task.id} {...{ task, tasks, me, tap, now, place }} />;
  return (
    <>
      <Heading title={words.title}>{words.lede}</Heading>
      <div className={styles.parts}>
        <Calls me={me} calling={calling} now={now} />
        {tasks.length === 0 ? (
          <Empty title={words.none.title}>{words.none.body}</Empty>
        ) : (
          <>
            <section className={styles.part}>
              <h2>{words.mine}</h2>
              {mine.length === 0 ? (
                <p className={styles.soft}>{words.mineNone}</p>
              ) : (
                <ul className={styles.list}>{mine.map(card)}</ul>
              )}
            </section>
            <WhereNow {...{ tasks, now, place }} />
            {byDay(
              open.filter((task) => !does(task, me.id)),
              place,
            ).map(({ day, tasks: some }) => (
              <section key={day} className={styles.part}>
                <h2>{day}</h2>
                <ul className={styles.list}>{some.map(card)}</ul>
              </section>
            ))}
            {open.length < tasks.length ? (
              <p className={styles.soft}>{words.past(tasks.length - open.length)}</p>
            ) : null}
          </>
        )}
        <CallForm calling={calling} tasks={open} />
      </div>
      <FollowRota />
    </>
  );
}
