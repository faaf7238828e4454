"use client";

import { useState } from "react";
import { placeOf } from "#components/event/place.ts";
import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { useSnapshot } from "#components/live/provider.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Link } from "#components/ui/link.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { permits } from "#domain/event.ts";
import { timeAway } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./versions.module.css";

const words = wordsOf("editor").versions;

type VersionsProps = {
  /** When the page was made, milliseconds since 1970. */
  now: number;
  /** Null for whoever may not. */
  takeBack: FormAction | null;
};

/** The version that everybody sees, what changed in each, and taking this one back. Nothing before the first. */
export function Versions({ now, takeBack }: VersionsProps) {
  const { grid, event } = useSnapshot();
  const latest = useLatest(grid?.number ?? 0);
  if (!grid) return null;
  const { number, publishedAt } = grid;
  return (
    <section className={styles.versions} data-print="no">
      <h2>{words.title}</h2>
      <p>
        <Figures>{words.out(number, timeAway(publishedAt, now, placeOf(event)))}</Figures>{" "}
        <Link href={`/e/${event.slug}/changes`}>{words.log}</Link>
      </p>
      {takeBack && permits(event.phase, "publish") ? (
        <Form
          // What was said of taking one back is over once another is out.
          key={latest}
          action={takeBack}
          facts={String(number)}
          anyway={words.takeBack(number)}
          pendingWords={words.takingBack}
        >
          {(fields) => (
            <>
              <input type="hidden" name="number" value={number} />
              {fields.asked ? null : (
                <Submit kind="quiet" pendingWords={words.takingBack}>
                  {words.takeBack(number)}
                </Submit>
              )}
            </>
          )}
        </Form>
      ) : null}
    </section>
  );
}

/** The highest number there was: taking a version back shows a lower one. */
function useLatest(number: number): number {
  const [latest, setLatest] = useState(number);
  if (number > latest) setLatest(number);
  return Math.max(number, latest);
}
