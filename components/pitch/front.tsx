import { Card, Stack } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/phone.tsx";
import type { Raising } from "#components/voting/raising.ts";
import { type LineView, lineToPitch } from "#domain/pitch/line.ts";
import type { PitchView } from "#domain/pitch.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { PitchCard } from "./card.tsx";
import { Ands, Meta } from "./meta.tsx";
import styles from "./pitch.module.css";

const words = wordsOf("event");

const SHOWN = 4;

type AtTheFrontProps = { pitches: readonly PitchView[]; line: LineView; raising: Raising };

export function AtTheFront({ pitches, line, raising }: AtTheFrontProps) {
  const { current, since, waiting, said, total } = lineToPitch(pitches, line);
  const more = waiting.length - SHOWN;
  return (
    <>
      <Heading
        {...(current && { above: words.now.pitching.said(said, total) })}
        title={
          since ? words.now.pitching.title : said > 0 ? words.now.pitching.between : words.now.pitching.wait
        }
      >
        {since && !current ? words.now.pitching.unlisted : null}
      </Heading>
      {current ? (
        <Stack as="ul">
          <PitchCard pitch={current} raising={raising} />
        </Stack>
      ) : null}
      {waiting.length > 0 ? (
        <section className={styles.section}>
          <h2>{words.now.pitching.upNext}</h2>
          <Stack as="ol">
            {waiting.slice(0, SHOWN).map((pitch) => (
              <Card as="li" level={3} key={pitch.id} title={pitch.title}>
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
