"use client";

import { useEffect, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { worded } from "#components/ui/words.tsx";
import { RaisedHand } from "#components/voting/hand.tsx";
import { HandsLeft } from "#components/voting/left.tsx";
import type { Raising } from "#components/voting/raising.ts";
import type { PitchView } from "#domain/pitch.ts";
import { number } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { NoteTag } from "./card.tsx";
import { WhyGone } from "./gone.tsx";
import styles from "./looking.module.css";
import { Ands, Meta } from "./meta.tsx";
import { useOwnOrder } from "./own-order.ts";
import type { Owner } from "./seen.ts";
import { TheEnd } from "./the-end.tsx";

const words = wordsOf("oneAtATime");
const pitchWords = wordsOf("pitch");

export type OneAtATimeProps = {
  slug: string;
  pitches: readonly PitchView[];
  raising: Raising;
  owner: Owner;
  /** Whether hands were closed by hand, where they would be open. */
  closed: boolean;
  onBack: () => void;
};

/** One pitch a screen, in an order of one's own, from the first that was not seen. Opened by a tap, so only ever with a script. */
export function OneAtATime({ slug, pitches, raising, owner, closed, onBack }: OneAtATimeProps) {
  const { shown, place, order, fresh, go } = useOwnOrder(slug, pitches, owner);
  const title = useRef<HTMLHeadingElement>(null);
  const at = shown?.pitch.id;
  // Only what the reader asked for takes the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another is shown
  useEffect(() => {
    window.scrollTo(0, 0);
    title.current?.focus({ preventScroll: true });
  }, [at]);
  const back = (
    <button type="button" className={styles.open} onClick={onBack}>
      <Icon name="back" />
      {words.back}
    </button>
  );
  if (!shown) {
    return (
      <TheEnd
        {...{ pitches, raising, closed, back, title, fresh }}
        again={() => go(0)}
        more={() => go(order.length - fresh)}
      />
    );
  }
  const { pitch, gone } = shown;
  return (
    <article className={styles.one} data-fill>
      <div className={styles.said}>
        {back}
        <div className={styles.card}>
          <h1 ref={title} tabIndex={-1}>
            <span className={styles.at}>
              {words.at(said(place + 1), said(order.length))}
              {!raising.raise && raising.up(pitch.id) ? ` · ${pitchWords.yourHand}` : null}{" "}
            </span>
            <span id={`title-${pitch.id}`}>
              {gone ? <WhyGone title={pitch.title} into={gone.into} /> : worded(pitch.title)}
            </span>
          </h1>
          {gone ? null : <Told pitch={pitch} />}
        </div>
        {raising.raise && raising.dots !== null ? (
          <HandsLeft dots={raising.dots} left={raising.left} />
        ) : null}
      </div>
      <div className={styles.controls}>
        {gone ? null : <RaisedHand pitchId={pitch.id} about={`title-${pitch.id}`} raising={raising} />}
        {closed ? <p className={styles.quiet}>{words.closed}</p> : null}
        <Button kind="quiet" aria-disabled={place === 0} onClick={() => place > 0 && go(place - 1)}>
          {words.previous}
        </Button>
        <Button onClick={() => go(place + 1)}>{words.next}</Button>
      </div>
    </article>
  );
}

function Told({ pitch }: { pitch: PitchView }) {
  return (
    <>
      {pitch.line || pitch.noteLevel !== "open" ? (
        <p className={styles.told}>
          <NoteTag level={pitch.noteLevel} />
          {worded(pitch.line)}
        </p>
      ) : null}
      <p className={styles.quiet}>
        <Meta pitch={pitch} />
      </p>
      <Ands merged={pitch.merged} lines />
    </>
  );
}

const said = (n: number) => number(n, readerLocale());
