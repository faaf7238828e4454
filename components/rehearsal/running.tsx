import type { FormAction } from "#components/form/answer.ts";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import { PARTS, type Part } from "#domain/rehearsal.ts";
import { wordsOf } from "#messages/words.ts";
import { FollowRehearsal } from "./follow.tsx";
import { Press } from "./press.tsx";
import styles from "./rehearsal.module.css";

const words = wordsOf("rehearsal");

type RunningProps = {
  part: Part | null;
  stopping: boolean;
  /** The copy's address, once there is one. */
  slug: string | null;
  stop: FormAction;
};

/** How far it is, and the way to end it. */
export function RunningRehearsal({ part, stopping, slug, stop }: RunningProps) {
  const nth = part === null ? 0 : PARTS.indexOf(part) + 1;
  return (
    <Card title={words.running} tone="wait">
      <div className={styles.part}>
        <p role="status">
          {stopping
            ? words.isStopping
            : part === null
              ? words.waiting
              : words.step(nth, PARTS.length, words.parts[part])}
        </p>
        <progress className={styles.progress} max={PARTS.length} value={nth} aria-label={words.running} />
        <p className={styles.small}>{words.reload}</p>
        {slug ? (
          <p>
            <Link href={`/e/${slug}/desk`}>{words.look}</Link>
          </p>
        ) : null}
        {stopping ? null : <Press action={stop} kind="danger" says={words.stop} pending={words.stopping} />}
        <FollowRehearsal />
      </div>
    </Card>
  );
}
