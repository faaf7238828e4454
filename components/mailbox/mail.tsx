import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import { type MailView, type Piece, piecesOf } from "#domain/mailbox.ts";
import { day, time } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./mail.module.css";

const mailbox = wordsOf("mailbox");

// The mailbox belongs to no camp, and so to no camp's zone.
const where = () => ({ locale: readerLocale(), zone: "Europe/London" });

export function MailList({ mails }: { mails: readonly MailView[] }) {
  return (
    <ul className={styles.list} aria-label={mailbox.list}>
      {mails.map((mail) => (
        <li key={mail.id} className={styles.row}>
          <Link className={styles.subject} href={`/mailbox/${mail.id}`}>
            {mail.subject}
          </Link>
          <p className={styles.facts}>
            {mailbox.to(mail.recipient)} · <Sent at={mail.sentAt} />
          </p>
        </li>
      ))}
    </ul>
  );
}

export function Mail({ mail }: { mail: MailView }) {
  return (
    <article className={styles.mail}>
      <h1>{mail.subject}</h1>
      <p className={styles.facts}>
        {mailbox.to(mail.recipient)} · <Sent at={mail.sentAt} />
      </p>
      <Card>
        <div className={styles.text}>
          {mail.text === "" ? <p>{mailbox.alone}</p> : null}
          {piecesOf(mail.text).map((piece, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a sent mail never changes
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
  return <time dateTime={at}>{mailbox.sent(time(at, where()), day(at, where()))}</time>;
}
