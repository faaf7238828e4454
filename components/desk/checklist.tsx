"use client";

import type { FormAction } from "#components/form/answer.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { Stack } from "#components/ui/card.tsx";
import type { ChecklistItem } from "#domain/checklist.ts";
import { wordsOf } from "#messages/words.ts";
import { ChecklistThing } from "./checklist-thing.tsx";
import styles from "./today.module.css";

const words = wordsOf("checklist");

type ChecklistProps = {
  items: readonly ChecklistItem[];
  tick: FormAction;
};

/** All of it: what is to do, and what is done. */
export function Checklist({ items, ...each }: ChecklistProps & { remove: FormAction }) {
  const open = items.filter(({ stage }) => stage !== "done");
  const done = items.filter(({ stage }) => stage === "done");
  return (
    <div className={styles.today}>
      <p>{words.lede}</p>
      <Things title={words.open} items={open} {...each} />
      {open.length === 0 ? <p>{words.none}</p> : null}
      <Things title={words.done} items={done} {...each} />
    </div>
  );
}

function Things({ title, items, ...each }: ChecklistProps & { title: string; remove: FormAction }) {
  if (items.length === 0) return null;
  return (
    <section className={styles.tasks}>
      <h2>{title}</h2>
      <Stack as="ul">
        {items.map((item) => (
          <ChecklistThing key={item.key ?? item.id} item={item} from="/checklist" {...each} />
        ))}
      </Stack>
    </section>
  );
}

export type NextProps = { next: readonly ChecklistItem[]; allDone: boolean; tick: FormAction };

/** What is next on it, and the way to the rest. @param at the address of the desk */
export function NextOnChecklist({ at, next, allDone, tick }: NextProps & { at: string }) {
  return (
    <section className={styles.tasks}>
      <h2>{words.next}</h2>
      {next.length > 0 ? (
        <Stack as="ul">
          {next.map((item) => (
            <ChecklistThing key={item.key ?? item.id} item={item} from="" tick={tick} />
          ))}
        </Stack>
      ) : (
        <p>{allDone ? words.allDone : words.nothingNow}</p>
      )}
      <div>
        <ButtonLink kind="quiet" href={`${at}/checklist`}>
          {words.whole}
        </ButtonLink>
      </div>
    </section>
  );
}
