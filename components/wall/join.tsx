import { worded } from "#components/ui/words.tsx";
import { wordsOf } from "#messages/words.ts";
import { type Qr, QrCode } from "./qr.tsx";
import styles from "./wall.module.css";

const words = wordsOf("wall");

/**
 * How a phone gets here: what to type, and the square that opens the camp's front page, or on the day the
 * page with the hands, because a pitch is over in half a minute.
 */
export type Join = { address: string; front: Qr; now: Qr };

/** The line at the top of every wall. */
export function JoinLine({ says, join }: { says: string; join: Join }) {
  return (
    <span className={styles.join}>
      <span>
        {says} <strong className={styles.address}>{worded(join.address)}</strong>
      </span>
      <QrCode qr={join.now} label={words.qr(join.address)} />
    </span>
  );
}

/** The square large enough for a seat at the back. @param says why, above the address */
export function JoinBig({
  says = words.scan,
  join,
  to = "now",
}: {
  says?: string;
  join: Join;
  to?: "front" | "now";
}) {
  return (
    <div className={styles.big}>
      <QrCode qr={join[to]} label={words.qr(join.address)} />
      <p>
        {says} <strong className={styles.address}>{worded(join.address)}</strong>
      </p>
    </div>
  );
}
