import type { ReactNode } from "react";
import styles from "./hand.module.css";
import { Icon, type IconName } from "./icon.tsx";

/** `sending` is on its way, `queued` waits on this phone for a network, `closed` can no longer be changed. */
export type HandState = "saved" | "sending" | "queued" | "closed";

type HandProps = {
  up: boolean;
  icon?: IconName;
  state?: HandState;
  /** "I'd come". */
  label: ReactNode;
  /** "41 hands". */
  count?: ReactNode;
  /** The words for the state, where it needs any: "Sends when online". In the place of the count, so nothing moves. */
  note?: ReactNode;
  /** The id of what the hand is about: a screen reader says "I'd come, What gritters taught us". */
  about?: string;
  /** What its taps are about where they are kept until the page is alive (domain/early-tap.ts), and the word for that. */
  early?: { about: string; note: string };
  id?: string;
  onToggle?: (up: boolean) => void;
};

/** A vote, or another mark of one's own: filled is up, outline is down, pressing it again takes it down. Without `onToggle` it submits its form. */
export function Hand({
  up,
  icon = "hand",
  state = "saved",
  label,
  count,
  note,
  about,
  early,
  id,
  onToggle,
}: HandProps) {
  const closed = state === "closed";
  return (
    <div className={styles.hand}>
      <button
        type={onToggle || closed ? "button" : "submit"}
        id={id}
        className={styles.button}
        aria-pressed={up}
        aria-describedby={about}
        aria-disabled={closed || undefined}
        data-state={state}
        data-early={early?.about}
        suppressHydrationWarning={early && true}
        onClick={onToggle && !closed ? () => onToggle(!up) : undefined}
      >
        <Icon name={icon} />
        {label}
      </button>
      <span className={styles.beside} data-note={early?.note} data-counts={count !== undefined}>
        {count ? <span className={styles.count}>{count}</span> : null}
        {note && !closed ? (
          <span className={state === "sending" ? `${styles.over} ${styles.late}` : styles.over}>
            <Icon name={state === "queued" ? "offline" : "sending"} />
            {note}
          </span>
        ) : null}
      </span>
      {note && closed ? (
        <span className={styles.note}>
          <Icon name="info" />
          {note}
        </span>
      ) : null}
    </div>
  );
}
