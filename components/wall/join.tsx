import { type Qr, QrCode } from "#components/ui/qr.tsx";
import { worded } from "#components/ui/words.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "./wall.module.css";

const words = wordsOf("wall");

/** The address to type and QR codes: of the camp's front page, for the day of the page with the hands, and at its end of the feedback. */
export type Join = { address: string; front: Qr; now: Qr; feedback: Qr };

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

/** Large enough for a seat at the back. @param says why, above the address */
export function JoinBig({
  says = words.scan,
  join,
  to = "now",
}: {
  says?: string;
  join: Join;
  to?: Exclude<keyof Join, "address">;
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
