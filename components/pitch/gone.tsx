import type { ReactNode } from "react";
import { Words } from "#components/ui/words.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "./looking.module.css";

const words = wordsOf("pitchList");

type Why = {
  title: string;
  /** The title of the pitch that it is a part of now; null where it was withdrawn or hidden, which no phone is told apart. */
  into: string | null;
};

/** Why a pitch is gone, in words. */
export function WhyGone({ title, into }: Why) {
  return into === null ? words.gone : <Words>{words.partOf(title, into)}</Words>;
}

/** What stands in the place of a pitch that is gone: as tall as its card, so that nothing moves. */
export function GonePitch({ children, ...why }: Why & { children: ReactNode }) {
  return (
    <li className={styles.gone}>
      <div className={styles.was} inert aria-hidden="true">
        {children}
      </div>
      <p className={styles.why}>
        <WhyGone {...why} />
      </p>
    </li>
  );
}
