/** A mail as its reader will see it: the same pieces that the mail itself is made of. */
import { RichBlocks } from "#components/rich-text/rich-text.tsx";
import { Banner } from "#components/ui/banner.tsx";
import type { DeadLink } from "#domain/markdown.ts";
import type { Block, Written } from "#messages/mail-facts.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./group-mail.module.css";

const { preview: words } = wordsOf("groupMail");

/** A mail before it goes, with what of it a reader will not get as it was meant. */
export type LetterPreview = Written & { dead: readonly DeadLink[] };

/** @property language said where the frame is in another than the page, else null @property answers where they go */
export type LetterView = LetterPreview & { title: string; language: string | null; answers: string | null };

export function Letter({ letter: { subject, body } }: { letter: Written }) {
  return (
    <article className={styles.letter}>
      <h3 className={styles.subject}>{subject}</h3>
      {body.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the words of a mail never reorder
        <Piece key={index} block={block} />
      ))}
    </article>
  );
}

/** Says which links are none. */
export function DeadLinks({ dead }: { dead: readonly DeadLink[] }) {
  if (dead.length === 0) return null;
  return (
    <Banner tone="wait" title={words.dead.title(dead.length)}>
      <ul className={styles.dead}>
        {dead.map(({ words: said, to }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the words of a mail never reorder
          <li key={index}>{words.dead.link(said, to)}</li>
        ))}
      </ul>
      <p>{words.dead.next}</p>
    </Banner>
  );
}

/** With whose it is, and what is so about it. @param settings where to say where answers go; null for whoever may not */
export function Preview({ letter, settings }: { letter: LetterView; settings: string | null }) {
  return (
    <section className={styles.preview}>
      <h2>{letter.title}</h2>
      <DeadLinks dead={letter.dead} />
      <Letter letter={letter} />
      <p className={styles.hint}>
        {letter.answers ? words.answers(letter.answers) : words.noAnswers}{" "}
        {letter.answers === null && settings ? <a href={settings}>{words.setAnswers}</a> : null}
      </p>
      {letter.language ? <p className={styles.hint}>{letter.language}</p> : null}
    </section>
  );
}

function Piece({ block }: { block: Block }) {
  if (typeof block === "string") return <p>{block}</p>;
  if ("rich" in block) return <RichBlocks blocks={block.rich} heading="h4" />;
  if ("code" in block) return <p className={styles.code}>{block.code}</p>;
  // Links that are made for each reader lead nowhere here.
  if ("link" in block)
    return (
      <p>
        <span className={styles.button}>{block.says}</span>
      </p>
    );
  return <p className={styles.own}>{block.says}</p>;
}
