"use client";

import { useActionState } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Words } from "#components/ui/words.tsx";
import { clashOf, does, isOn, isOver, type RotaPerson, type RotaTask, shortBy } from "#domain/rota.ts";
import { number } from "#messages/counts.ts";
import { type Place, timeRange } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import { type Tap, UNTAPPED } from "./answer.ts";
import styles from "./rota.module.css";

const words = wordsOf("rota");

export type Taking = {
  me: RotaPerson;
  tap: Tap;
};

type TaskCardProps = Taking & {
  task: RotaTask;
  tasks: readonly RotaTask[];
  /** Milliseconds since 1970. */
  now: number;
  place: Place;
};

/** The task as it will be once the tap has come: what is shown until the server has answered. */
function tapped(task: RotaTask, me: RotaPerson, mine: boolean): RotaTask {
  const others = task.people.filter(({ id }) => id !== me.id);
  return { ...task, people: mine ? others : [...others, me] };
}

/** One task on a phone: when, what, where and who, and the one thing to do about it. */
export function TaskCard({ task: known, tasks, me, tap, now, place }: TaskCardProps) {
  const [{ refusal }, send, pending] = useActionState(tap, UNTAPPED);
  const before = does(known, me.id);
  const task = pending ? tapped(known, me, before) : known;
  const mine = does(task, me.id);
  const [short, over] = [shortBy(task), isOver(task, now)];
  const clash = mine || over ? undefined : clashOf(task, tasks, me.id);
  const when = timeRange(task.from, task.until, place);
  const open = !over && (mine || (short > 0 && !clash));
  const label = mine ? words.leaveOf(task.task, when) : words.takeOf(task.task, when);
  return (
    <Card as="li" {...(mine && { tone: "good" })}>
      <div className={styles.card}>
        <p className={styles.when}>{when}</p>
        <h3 className={styles.what}>
          <Words>{task.place ? `${task.task}, ${task.place}` : task.task}</Words>
        </h3>
        <p className={styles.tags}>
          {mine ? <Tag tone="good">{words.yours}</Tag> : null}
          {isOn(task, now) ? <Tag>{words.now}</Tag> : null}
          {over ? <Tag>{words.over}</Tag> : null}
          {over ? null : short > 0 ? (
            <Tag tone="wait">{words.short(short)}</Tag>
          ) : (
            <Tag tone="good">{words.full}</Tag>
          )}
          <span>
            {words.down(number(task.people.length, place.locale), number(task.wanted, place.locale))}
          </span>
        </p>
        {task.people.length > 0 ? (
          <p className={styles.soft}>
            <Words>{task.people.map(({ name }) => name).join(", ")}</Words>
          </p>
        ) : null}
        {clash && short > 0 ? (
          <p className={styles.soft}>
            <Words>{words.clash(clash.task, timeRange(clash.from, clash.until, place))}</Words>
          </p>
        ) : null}
        {open ? (
          <form action={send}>
            <input type="hidden" name="task" value={task.id} />
            {/* What it was when it was pressed: sent twice it does the same. */}
            <input type="hidden" name="do" value={before ? "leave" : "take"} />
            <Button
              type={pending ? "button" : "submit"}
              wide
              kind="quiet"
              aria-label={label}
              aria-disabled={pending}
            >
              {mine ? words.leave : words.take}
            </Button>
          </form>
        ) : null}
        {refusal && !pending ? (
          <Banner tone="bad" role="alert" title={refusal.what}>
            <p>{refusal.next}</p>
          </Banner>
        ) : null}
      </div>
    </Card>
  );
}
