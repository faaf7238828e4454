/** Letters: the list of what was sent, and one of them opened. */
import Link from "next/link";
import { Card } from "#components/ui/card.tsx";
import { type LetterView, type Piece, piecesOf } from "#domain/mailbox.ts";
import { mailbox } from "#messages/en/mailbox.ts";
import { day, time } from "#messages/format.ts";
import styles from "./letter.module.css";

// The mailbox belongs to no camp, and so to no camp's zone.
const HOUSE = { locale: "en-GB", zone: "Europe/London" };

export function LetterList({ letters }: { letters: readonly LetterView[] }) {
  return (
    <ul className={styles.list} aria-label={mailbox.list}>
      {letters.map((letter) => (
        <li key={letter.id} className={styles.row}>
          <Link className={styles.subject} href={`/mailbox/${letter.id}`} prefetch={false}>
            {letter.subject}
          </Link>
          <p className={styles.facts}>
            {mailbox.to(letter.recipient)} · <Sent at={letter.sentAt} />
          </p>
        </li>
      ))}
    </ul>
  );
}

export function Letter({ letter }: { letter: LetterView }) {
  return (
    <article className={styles.letter}>
      <h1>{letter.subject}</h1>
      <p className={styles.facts}>
        {mailbox.to(letter.recipient)} · <Sent at={letter.sentAt} />
      </p>
      <Card>
        <div className={styles.text}>
          {piecesOf(letter.text).map((piece, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a sent letter never changes
            <Paragraph key={index} piece={piece} />
          ))}
        </div>
      </Card>
    </article>
  );
}

function Paragraph({ piece }: { piece: Piece }) {
  if ("code" in piece) {
    return (
      <p>
        <span className="visually-hidden">{mailbox.code} </span>
        <span className={styles.code}>{piece.code}</span>
      </p>
    );
  }
  if ("link" in piece) {
    return (
      <p>
        <a href={piece.link}>{piece.says}</a>
      </p>
    );
  }
  return <p className={styles.words}>{piece.words}</p>;
}

function Sent({ at }: { at: string }) {
  return <time dateTime={at}>{mailbox.sent(time(at, HOUSE), day(at, HOUSE))}</time>;
}
