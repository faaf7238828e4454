"use client";

import { Banner } from "#components/ui/banner.tsx";
import { Check } from "#components/ui/check.tsx";
import { Spotlight } from "#components/ui/spotlight.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "./asked.module.css";

const words = wordsOf("consequence");

/** What saving would do, in words, and what is sent back to say yes to it. */
export type Asked = {
  points: readonly string[];
  agreement: string;
  /** Whether people are told by mail, where there is somebody to tell; else null. */
  tell: boolean | null;
};

type AskedFirstProps = {
  asked: Asked;
  /** What the button says that does it. */
  anyway: string;
  pendingWords: string;
};

/** The question inside its form: what would happen, to whom, and the button that does it anyway. */
export function AskedFirst({ asked, anyway, pendingWords }: AskedFirstProps) {
  return (
    <Spotlight>
      <Banner tone="wait" title={words.title}>
        <ul className={styles.points}>
          {asked.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        {asked.tell === null ? null : (
          <Check
            name="tell"
            value="yes"
            label={words.tell}
            hint={words.tellHint}
            defaultChecked={asked.tell}
          />
        )}
        <p className={styles.next}>{words.next}</p>
        <input type="hidden" name="agreed" value={asked.agreement} />
        <Submit pendingWords={pendingWords}>{anyway}</Submit>
      </Banner>
    </Spotlight>
  );
}
