"use client";

import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { worded } from "#components/ui/words.tsx";
import { RaisedHand } from "#components/voting/hand.tsx";
import { HandsLeft } from "#components/voting/left.tsx";
import type { Raising } from "#components/voting/raising.ts";
import { ownOrder } from "#domain/pitch/own-order.ts";
import { rowsOf } from "#domain/pitch/still.ts";
import type { PitchView } from "#domain/pitch.ts";
import { count, number } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { NoteTag } from "./card.tsx";
import { WhyGone } from "./gone.tsx";
import styles from "./looking.module.css";
import { Ands, Meta } from "./meta.tsx";
import { keepSeen, type Owner, readSeen, seedOf } from "./seen.ts";

const words = wordsOf("pitchList").one;
const list = wordsOf("pitch").list;

export type OneAtATimeProps = {
  slug: string;
  pitches: readonly PitchView[];
  raising: Raising;
  owner: Owner;
  onBack: () => void;
};

/** One pitch a screen, in an order of one's own, from the first that was not seen. Opened by a tap, so only ever with a script. */
export function OneAtATime({ slug, pitches, raising, owner, onBack }: OneAtATimeProps) {
  const { shown, place, order, fresh, go } = useOrder(slug, pitches, owner);
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
        {...{ pitches, raising, back, title, fresh }}
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
            <span className={styles.at}>{words.at(said(place + 1), said(order.length))} </span>
            <span id={`title-${pitch.id}`}>{worded(pitch.title)}</span>
          </h1>
          {gone ? (
            <p>
              <WhyGone title={pitch.title} into={gone.into} />
            </p>
          ) : (
            <Told pitch={pitch} />
          )}
        </div>
        {raising.raise && raising.dots !== null ? (
          <HandsLeft dots={raising.dots} left={raising.left} />
        ) : null}
      </div>
      <div className={styles.controls}>
        {gone ? null : <RaisedHand pitchId={pitch.id} about={`title-${pitch.id}`} raising={raising} />}
        {raising.raise ? null : <p className={styles.quiet}>{words.closed}</p>}
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

/** Which pitch is shown: by its id, so that one that comes or goes takes nobody elsewhere. */
function useOrder(slug: string, pitches: readonly PitchView[], owner: Owner) {
  const [seed] = useState(() => seedOf(owner));
  const ids = pitches.map(({ id }) => id);
  const [walk, setWalk] = useState(() => {
    const order = ownOrder(ids, seed);
    const seen = readSeen(slug, owner);
    const first = order.find((id) => !seen.has(id));
    const pitch = pitches.find(({ id }) => id === first) ?? null;
    return { order, pitch };
  });
  // What is gone stays where it is as long as it is looked at.
  const order = ownOrder(walk.pitch ? [...ids, walk.pitch.id] : ids, seed, walk.order);
  const place = walk.pitch ? order.indexOf(walk.pitch.id) : order.length;
  const at = walk.pitch?.id;
  useEffect(() => {
    if (at !== undefined) keepSeen(slug, owner, [at]);
  }, [slug, owner, at]);
  const [shown] = walk.pitch ? rowsOf({ rows: [walk.pitch], known: new Set() }, pitches) : [];
  const go = (to: number) => setWalk({ order, pitch: pitches.find(({ id }) => id === order[to]) ?? null });
  // They come last.
  const fresh = order.filter((id) => !walk.order.includes(id)).length;
  return { shown, place, order, fresh, go };
}

type TheEndProps = {
  pitches: readonly PitchView[];
  raising: Raising;
  /** The way back to the list. */
  back: ReactNode;
  title: RefObject<HTMLHeadingElement | null>;
  /** How many came since the last was shown, and the way to them. */
  fresh: number;
  more: () => void;
  again: () => void;
};

function TheEnd({ pitches, raising, back, title, fresh, more, again }: TheEndProps) {
  const up = pitches.filter(({ id }) => raising.up(id)).length;
  return (
    <article className={styles.one} data-fill>
      <div className={styles.said}>
        {back}
        <div className={styles.card}>
          <h1 ref={title} tabIndex={-1}>
            {words.end.title}
          </h1>
          <p className={styles.told}>
            <Figures>{up > 0 ? count(up, words.end.up, readerLocale()) : words.end.none}</Figures>
          </p>
          <p className={styles.quiet}>{raising.raise ? words.end.change : words.closed}</p>
        </div>
      </div>
      <div className={styles.controls}>
        <div className={styles.more} aria-live="polite">
          {fresh > 0 ? (
            <Button wide onClick={more}>
              {count(fresh, list.fresh, readerLocale())}
            </Button>
          ) : null}
        </div>
        <Button kind="quiet" wide onClick={again}>
          {words.end.again}
        </Button>
      </div>
    </article>
  );
}
