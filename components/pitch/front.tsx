"use client";

import { type ReactNode, useState } from "react";
import { Card, Stack } from "#components/ui/card.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Heading } from "#components/ui/phone.tsx";
import type { Raising } from "#components/voting/raising.ts";
import { ownFirst, turnOf } from "#domain/pitch/turn.ts";
import { lineToPitch, type PitchView } from "#domain/pitch.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { PitchCard } from "./card.tsx";
import { Ands, Meta } from "./meta.tsx";
import styles from "./pitch.module.css";
import { turnWords } from "./turn.tsx";

const words = wordsOf("event");
const pitchWords = wordsOf("pitch");

const SHOWN = 4;

/**
 * Whose pitches lead the line: those that are known to be the reader's as the page is opened or the next pitch is
 * called, when all of it moves anyway.
 */
function useLeading(hosting: readonly string[], at: string | undefined): readonly string[] {
  const [leading, setLeading] = useState({ hosting, at });
  if (leading.at !== at) setLeading({ hosting, at });
  return leading.at === at ? leading.hosting : hosting;
}

function turnFor(pitches: readonly PitchView[], pitchId: string): ReactNode {
  const turn = turnOf(pitches, pitchId, true);
  return turn && <Figures>{turnWords(turn)}</Figures>;
}

type AtTheFrontProps = { pitches: readonly PitchView[]; raising: Raising; hosting: readonly string[] };

export function AtTheFront({ pitches, raising, hosting }: AtTheFrontProps) {
  const { current, waiting, said, total } = lineToPitch(pitches);
  const more = waiting.length - SHOWN;
  const own = useLeading(hosting, current?.id);
  return (
    <>
      <Heading
        {...(current && { above: words.now.pitching.said(said, total) })}
        title={current ? words.now.pitching.title : words.now.pitching.wait}
      />
      {current ? (
        <Stack as="ul">
          <PitchCard pitch={current} raising={raising} />
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
                  above={own.includes(pitch.id) ? turnFor(pitches, pitch.id) : null}
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
