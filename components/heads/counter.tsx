"use client";

import { useActionState, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Banner } from "#components/ui/banner.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { RoomName } from "#components/ui/room.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Words } from "#components/ui/words.tsx";
import { spaceFor } from "#domain/heads.ts";
import { RANGES } from "#domain/limits.ts";
import type { RoomView } from "#domain/room.ts";
import { seatsOf } from "#messages/seats.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./heads.module.css";

const words = wordsOf("heads");
const grids = wordsOf("grid");

/** What a tap comes to: the number as it was counted, or why it was not. `said` is how many, and when or whence. */
export type Counted = {
  heads: number | null;
  said: string;
  refusal: { what: string; next: string } | null;
};

export type CountAction = (before: Counted, form: FormData) => Promise<Counted>;

export type Countable = {
  key: string;
  title: string;
  room: RoomView;
  counted: Counted;
  expected: number | null;
  /** Where whoever may is shown what could be done once it is full; null for everybody else. */
  repair: string | null;
};

const { min, max } = RANGES.counted;

/**
 * The heads in one room: one fewer, a number, one more. Each tap sends the number as it then is, so that none is lost
 * however fast they come; without a script the buttons send the form.
 */
export function Counter({
  of: { key, title, room, counted, expected, repair },
  action,
}: {
  of: Countable;
  action: CountAction;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [answer, send, pending] = useActionState(
    (before: Counted, sent: FormData) =>
      action(before, sent).catch(() => ({ ...before, refusal: words.lost })),
    counted,
  );
  const [typed, setTyped] = useState(String(answer.heads ?? ""));
  const heads = Number(typed || 0);
  const space = spaceFor({ counted: answer.heads, expected }, room);
  const id = `heads-${key}`;

  /** Sends the number at once. The form is read once the field shows it. */
  function step(by: number) {
    const next = Math.min(max, Math.max(min, (Number.isFinite(heads) ? heads : 0) + by));
    flushSync(() => setTyped(String(next)));
    form.current?.requestSubmit();
  }

  const stepper = (by: 1 | -1, label: string, sign: string) => (
    <button
      type="submit"
      name="step"
      value={by}
      className={styles.step}
      aria-label={label}
      disabled={by < 0 && heads <= min}
      onClick={(event) => {
        event.preventDefault();
        step(by);
      }}
    >
      {sign}
    </button>
  );
  return (
    <li className={styles.run}>
      <h2 className={styles.where}>
        <RoomName letter={room.letter}>{room.name}</RoomName>
      </h2>
      <p className={styles.title}>
        <Words>{title}</Words>
      </p>
      <p className={styles.seats}>
        {seatsOf(room, readerLocale())}
        {space ? (
          <>
            {" "}
            <Tag {...(space === "full" && { tone: "bad" })} {...(space === "tight" && { tone: "wait" })}>
              {grids.space[space]}
            </Tag>
          </>
        ) : null}
      </p>
      <form ref={form} action={send} className={styles.form}>
        <input type="hidden" name="key" value={key} />
        {stepper(-1, words.fewer(room.name), "−")}
        <label className="visually-hidden" htmlFor={id}>
          {words.label(title, room.name)}
        </label>
        <input
          id={id}
          name="heads"
          className={styles.field}
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {stepper(1, words.more(room.name), "+")}
        <button type="submit" className={styles.save} aria-disabled={pending}>
          {pending ? words.saving : words.save}
        </button>
      </form>
      {repair && space === "full" ? (
        <p className={styles.seats}>
          <a href={repair}>{words.repair}</a>
        </p>
      ) : null}
      {answer.refusal ? (
        <Banner tone="bad" role="alert" title={answer.refusal.what}>
          <p>{answer.refusal.next}</p>
        </Banner>
      ) : (
        <p className={styles.said} role="status">
          <Figures>{answer.said}</Figures>
        </p>
      )}
    </li>
  );
}
