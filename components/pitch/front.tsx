"use client";

import { type ReactNode, useState } from "react";
import { Card, Stack } from "#components/ui/card.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Heading } from "#components/ui/phone.tsx";
import type { Raising } from "#components/voting/raising.ts";
import { type LineView, lineToPitch } from "#domain/pitch/line.ts";
import { ownFirst, waitOf } from "#domain/pitch/wait.ts";
import type { PitchView } from "#domain/pitch.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { PitchCard } from "./card.tsx";
import { Ands, Meta } from "./meta.tsx";
import styles from "./pitch.module.css";
import { waitWords } from "./wait.tsx";

const words = wordsOf("event");
const pitchWords = wordsOf("pitch");

const SHOWN = 4;

/**
 * Whose pitches lead the line: those that are known to be the reader's as the page is opened or the next pitch is
 * called, when all of it moves anyway.
 */
function useLeading(hosting: readonly string[], at: string | null): readonly string[] {
  const [leading, setLeading] = useState({ hosting, at });
  if (leading.at !== at) setLeading({ hosting, at });
  return leading.at === at ? leading.hosting : hosting;
}

function waitFor(line: LineView, pitchId: string): ReactNode {
  const wait = waitOf(line, pitchId, true);
  return wait && <Figures>{waitWords(wait)}</Figures>;
}

type AtTheFrontProps = {
  pitches: readonly PitchView[];
  line: LineView;
  raising: Raising;
  hosting: readonly string[];
  beside?: ((pitch: PitchView) => ReactNode) | undefined;
};

export function AtTheFront({ pitches, line, raising, hosting, beside }: AtTheFrontProps) {
  const { current, since, waiting, said, total } = lineToPitch(pitches, line);
  const more = waiting.length - SHOWN;
  const own = useLeading(hosting, since);
  return (
    <>
      <Heading
        {...(current && { above: words.now.pitching.said(said, total) })}
        title={titleOf(since !== null, waiting.length, said)}
      >
        {since && !current ? words.now.pitching.unlisted : null}
        {!since && isThrough(waiting.length, said) ? words.now.pitching.throughHow : null}
      </Heading>
      {current ? (
        <Stack as="ul">
          <PitchCard pitch={current} raising={raising} action={beside?.(current)} />
        </Stack>
      ) : null}
      {waiting.length > 0 ? (
        <section className={styles.section}>
          <h2>{words.now.pitching.upNext}</h2>
          <Stack as="ol">
            {ownFirst(waiting, own)
              .slice(0, SHOWN)
              .map((pitch) => (
                <Card
                  as="li"
                  level={3}
                  key={pitch.id}
                  title={pitch.title}
                  pin={hosting.includes(pitch.id) ? pitchWords.yours : null}
                  above={own.includes(pitch.id) ? waitFor(line, pitch.id) : null}
                >
                  <p>
                    <Meta pitch={pitch} />
                  </p>
                  <Ands merged={pitch.merged} />
                </Card>
              ))}
          </Stack>
          {more > 0 ? <p className={styles.note}>{count(more, words.now.more, readerLocale())}</p> : null}
        </section>
      ) : null}
    </>
  );
}

/** Whether everybody who has pitched has had their go, so that the next round is open. */
const isThrough = (waiting: number, said: number) => waiting === 0 && said > 0;

function titleOf(there: boolean, waiting: number, said: number): string {
  const { title, through, between, wait } = words.now.pitching;
  if (there) return title;
  if (isThrough(waiting, said)) return through;
  return said > 0 ? between : wait;
}
