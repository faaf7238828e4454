"use client";

import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { worded } from "#components/ui/words.tsx";
import type { LineToPitch } from "#domain/pitch/line.ts";
import type { PitchView } from "#domain/pitch.ts";
import { fold } from "#domain/search.ts";
import { list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./compere.module.css";
import { StepButton } from "./step-button.tsx";

const words = wordsOf("compere");
const pitchDesk = wordsOf("pitchDesk");

type TurnsProps = {
  pitches: readonly PitchView[];
  line: LineToPitch;
  away: readonly string[];
  /** Whom the reader sees at the front; null for nobody. */
  front: string | null;
  send: (form: FormData) => void;
  /** What was searched for in the page's address, for whoever has no script. */
  search: string;
};

/** Who waits, in order; a row opens into what can be done with it. A search finds those who were said too, and who is at the front. */
export function Turns({ pitches, line: { waiting, current }, away, front, send, search }: TurnsProps) {
  const [wanted, want] = useState(search);
  const found = ({ title, hosts, merged = [] }: PitchView) =>
    wanted.trim() === "" ||
    [title, ...hosts, ...merged.map((part) => part.title)].some((text) =>
      fold(text).includes(fold(wanted.trim())),
    );
  const atFront = wanted.trim() !== "" && current && found(current) ? current : null;
  const rows = waiting.map((pitch, index) => ({ pitch, index })).filter(({ pitch }) => found(pitch));
  const said =
    wanted.trim() === ""
      ? []
      : pitches.filter((pitch) => pitch !== current && !waiting.includes(pitch) && found(pitch));
  const call = (pitch: PitchView, says: string) => (
    <StepButton {...{ send, front }} step="call" pitch={pitch.id} label={words.about(says, pitch.title)}>
      {says}
    </StepButton>
  );
  return (
    <section className={styles.section}>
      <h2>{words.line}</h2>
      <form method="get" onSubmit={(event) => event.preventDefault()}>
        <TextField
          name="q"
          type="search"
          label={words.search}
          defaultValue={search}
          autoComplete="off"
          onInput={(event) => want(event.currentTarget.value)}
        />
        <noscript>
          <Button kind="quiet" type="submit">
            {words.find}
          </Button>
        </noscript>
      </form>
      {atFront ? <p className={styles.quiet}>{worded(words.atFront(atFront.title))}</p> : null}
      {wanted.trim() !== "" && !atFront && rows.length + said.length === 0 ? (
        <p className={styles.quiet}>{words.none}</p>
      ) : null}
      <ol className={styles.turns}>
        {rows.map(({ pitch, index }) => (
          <Row key={pitch.id} pitch={pitch} place={index + 1} away={away.includes(pitch.id)}>
            <Moves {...{ pitch, index, waiting, front, send }} />
            {call(pitch, words.call)}
          </Row>
        ))}
        {said.map((pitch) => (
          <Row key={pitch.id} pitch={pitch} place={null} away={false}>
            {call(pitch, words.callAgain)}
            <StepButton
              {...{ send, front }}
              step="back"
              pitch={pitch.id}
              label={words.about(words.back, pitch.title)}
            >
              {words.back}
            </StepButton>
          </Row>
        ))}
      </ol>
    </section>
  );
}

type RowProps = { pitch: PitchView; place: number | null; away: boolean; children: ReactNode };

function Row({ pitch, place, away, children }: RowProps) {
  return (
    <li>
      <details>
        <summary id={`turn-${pitch.id}`}>
          <span className={styles.place}>{place ?? words.saidBefore}</span>
          <span className={styles.who}>
            <strong>{worded(pitch.title)}</strong>
            <span>
              {pitch.hosts.length > 0 ? worded(list(pitch.hosts, readerLocale())) : pitchDesk.nobody}
            </span>
            {away ? <Tag tone="wait">{words.wasAway}</Tag> : null}
          </span>
          <span className={styles.more}>{words.more}</span>
        </summary>
        <div className={styles.moves}>{children}</div>
      </details>
    </li>
  );
}

type MovesProps = {
  pitch: PitchView;
  index: number;
  waiting: readonly PitchView[];
  front: string | null;
  send: (form: FormData) => void;
};

/** Each says before whom it is put, so that a tap that is sent twice moves nobody twice. */
function Moves({ pitch, index, waiting, front, send }: MovesProps) {
  const move = (says: string, way: string, before: string | null) => (
    <StepButton
      {...{ send, front, before }}
      step="move"
      pitch={pitch.id}
      id={`${way}-${pitch.id}`}
      label={words.about(says, pitch.title)}
    >
      {says}
    </StepButton>
  );
  const last = index === waiting.length - 1;
  return (
    <>
      {index > 0 ? move(words.up, "up", waiting[index - 1]!.id) : null}
      {last ? null : move(words.down, "down", waiting[index + 2]?.id ?? null)}
      {index > 1 ? move(words.makeNext, "first", waiting[0]!.id) : null}
    </>
  );
}
