import { wall as words } from "#messages/en/wall.ts";
import { type Qr, QrCode } from "./qr.tsx";
import styles from "./wall.module.css";

/** How a phone gets here: what to type, and the square that types it. */
export type Join = { address: string; qr: Qr };

/** The line at the top of every wall. */
export function JoinLine({ says, join }: { says: string; join: Join }) {
  return (
    <span className={styles.join}>
      <span>
        {says} <strong className={styles.address}>{join.address}</strong>
      </span>
      <QrCode qr={join.qr} label={words.qr(join.address)} />
    </span>
  );
}

/** The square large, while there is nothing more important to show. */
export function JoinBig({ join }: { join: Join }) {
  return (
    <div className={styles.big}>
      <QrCode qr={join.qr} label={words.qr(join.address)} />
      <p>
        {words.scan} <strong className={styles.address}>{join.address}</strong>
      </p>
    </div>
  );
}
