"use client";

import { Banner } from "#components/ui/banner.tsx";
import { Check } from "#components/ui/check.tsx";
import { Spotlight } from "#components/ui/spotlight.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "./asked.module.css";

const words = wordsOf("asked");

/** What saving would do, in words, and the agreement that is sent back to do it. */
export type Asked = {
  points: readonly string[];
  agreement: string;
  /** Whether to mail people; null where there is nobody to mail. */
  tell: boolean | null;
};

type AskedFirstProps = {
  asked: Asked;
  anyway: string;
  pendingWords: string;
};

export function AskedFirst({ asked, anyway, pendingWords }: AskedFirstProps) {
  const saves = anyway === words.anyway;
  return (
    <Spotlight>
      <Banner tone="wait" title={saves ? words.title : words.does.title}>
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
        <p className={styles.next}>{saves ? words.next : words.does.next(anyway)}</p>
        <input type="hidden" name="agreed" value={asked.agreement} />
        <Submit pendingWords={pendingWords}>{anyway}</Submit>
      </Banner>
    </Spotlight>
  );
}
