"use client";

import { type FormEvent, useActionState, useState } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { RoomName } from "#components/ui/room.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Words } from "#components/ui/words.tsx";
import { spaceFor } from "#domain/heads.ts";
import { inRange, RANGES } from "#domain/limits.ts";
import type { RoomView } from "#domain/room.ts";
import type { Place } from "#messages/format.ts";
import { seatsOf } from "#messages/seats.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./heads.module.css";
import { type Shown, useCounts } from "./provider.tsx";
import { knownWords, written } from "./words.ts";

const words = wordsOf("heads");
const grids = wordsOf("grid");

/** What a press comes to without a script: the number as it was counted, or why it was not. */
export type Counted = { heads: number | null; refusal: { what: string; next: string } | null };

export type CountAction = (before: Counted, form: FormData) => Promise<Counted>;

export type Countable = {
  key: string;
  title: string;
  room: RoomView;
  expected: number | null;
  /** Where whoever may is shown what could be done once it is full; null for everybody else. */
  repair: string | null;
};

const { min, max } = RANGES.counted;
const UNCOUNTED: Counted = { heads: null, refusal: null };

type CounterProps = { of: Countable; place: Place; action: CountAction };

/**
 * The heads in one room: one fewer, a number, one more. Each tap is the whole number as it then is, shown at once and sent
 * by the outbox, so that none is lost however fast they come; without a script the buttons send the form.
 */
export function Counter({ of: { key, title, room, expected, repair }, place, action }: CounterProps) {
  const counts = useCounts();
  const known = counts.of(key);
  const refused = counts.refused(key);
  const [answer, send] = useActionState(action, UNCOUNTED);
  /** What is being typed; null while the field shows what is known. */
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const shown = typed ?? String(known.heads ?? "");
  const heads = Number(shown || 0);
  const space = spaceFor({ counted: known.heads, expected }, room);
  const id = `heads-${key}`;

  function count(number: number) {
    setWrong(!inRange(number, "counted"));
    if (!inRange(number, "counted")) return;
    setTyped(null);
    counts.count(key, number);
  }

  function save(event: FormEvent) {
    event.preventDefault();
    count(shown.trim() === "" ? Number.NaN : Number(shown));
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
        count(Math.min(max, Math.max(min, (Number.isFinite(heads) ? heads : 0) + by)));
      }}
    >
      {sign}
    </button>
  );
  const said = wrong ? words.wrong : refused?.words;
  const why = said === undefined ? answer.refusal : { what: said, next: null };
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
      <form action={send} onSubmit={save} className={styles.form}>
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
          value={shown}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {stepper(1, words.more(room.name), "+")}
        <button type="submit" className={styles.save}>
          {words.save}
        </button>
      </form>
      {repair && space === "full" ? (
        <p className={styles.seats}>
          <a href={repair}>{words.repair}</a>
        </p>
      ) : null}
      {why ? (
        <Banner tone="bad" role="alert" title={why.what}>
          {why.next ? <p>{why.next}</p> : null}
        </Banner>
      ) : null}
      <p className={styles.said} role="status">
        <Figures>{stateWords(known, expected, place)}</Figures>
      </p>
    </li>
  );
}

/** Whether the number is saved, and when it was counted, or whence it is. */
function stateWords({ heads, told, unsaved }: Shown, expected: number | null, place: Place): string {
  if (heads !== null && unsaved) return words[unsaved](written(heads));
  // Taken, and not told to everybody yet: the time comes with that.
  if (heads !== null && told?.heads !== heads) return words.taken(written(heads));
  return knownWords(told, expected, place);
}
