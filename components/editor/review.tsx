"use client";

/** What publishing changes for people: group by group, with whom of those concerned to tell. */
import { useEffect, useState } from "react";
import { useLive } from "#components/live/provider.tsx";
import { readReview } from "#components/queries.ts";
import { Check } from "#components/ui/check.tsx";
import { Words } from "#components/ui/words.tsx";
import {
  type Concern,
  REVIEWED,
  type Review,
  type Reviewed,
  type SessionChange,
  type Tells,
  tellingAll,
  tellsOf,
} from "#domain/review.ts";
import type { Showing } from "#domain/telling.ts";
import { count, list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./review.module.css";
import { useEditor } from "./state.tsx";
import { timeIn } from "./words.ts";

const editor = wordsOf("editor");

const words = editor.publish;

/** As many as are read before a decision; of more the list is opened by whoever wants it. */
const SHOWN = 8;

type SessionsReviewProps = {
  changes: readonly SessionChange[];
  titleOf: (pitchId: string) => string;
  /** The draft as it would be published, as a text to compare: other cells concern other people. */
  asked: string;
  tells: Tells;
  onTell: (tells: Tells) => void;
};

/** Nothing where no session changes. */
export function SessionsReview({ changes, titleOf, asked, tells, onTell }: SessionsReviewProps) {
  const review = useReview(asked);
  const kinds = REVIEWED.filter((kind) => changes.some((change) => change.kind === kind));
  if (kinds.length === 0) return null;
  const told = tellsOf(tells, kinds);
  const tell = (kind: Reviewed, concern: Partial<Concern>) =>
    onTell({ ...tells, [kind]: { ...tells[kind], ...concern } });
  return (
    <div className={styles.review}>
      <Check
        name="tell-all"
        label={words.tell.all}
        hint={review === "unanswered" ? words.uncounted : words.tell.help}
        checked={told === "all"}
        ref={(box) => {
          if (box) box.indeterminate = told === "some";
        }}
        onChange={({ currentTarget }) => onTell(tellingAll(tells, kinds, currentTarget.checked))}
      />
      {kinds.map((kind) => (
        <Group
          key={kind}
          {...{ kind, titleOf }}
          changes={changes.filter((change) => change.kind === kind)}
          review={typeof review === "string" ? null : review}
          told={tells[kind]}
          onTell={(concern) => tell(kind, concern)}
        />
      ))}
      <p className="visually-hidden" aria-live="polite">
        {review === "counting" ? words.counting : null}
      </p>
    </div>
  );
}

type GroupProps = Pick<SessionsReviewProps, "changes" | "titleOf"> & {
  kind: Reviewed;
  /** Null before it is known. */
  review: Review | null;
  told: Concern;
  onTell: (concern: Partial<Concern>) => void;
};

function Group({ kind, changes, titleOf, review, told, onTell }: GroupProps) {
  const title = count(changes.length, words.kinds[kind], readerLocale());
  const about = <span className="visually-hidden"> {words.tell.about(title)}</span>;
  return (
    <section className={styles.group} aria-label={title}>
      <details open={changes.length <= SHOWN}>
        <summary>{title}</summary>
        <ul className={styles.sessions}>
          {changes.map((change) => (
            <Session
              key={change.pitchId}
              change={change}
              title={titleOf(change.pitchId)}
              people={review?.sessions[change.pitchId]?.people ?? null}
            />
          ))}
        </ul>
      </details>
      {(["hosts", "hands"] as const).map((whom) => (
        <Check
          key={whom}
          name={`tell-${kind}-${whom}`}
          label={
            <>
              {whomWords(whom, review?.kinds[kind][whom] ?? null)}
              {about}
            </>
          }
          checked={told[whom]}
          onChange={({ currentTarget }) => onTell({ [whom]: currentTarget.checked })}
        />
      ))}
    </section>
  );
}

function whomWords(whom: "hosts" | "hands", people: number | null): string {
  return people === null ? words.tell[whom] : count(people, words.tell[`${whom}Of`], readerLocale());
}

function Session({
  change: { was, is, kind },
  title,
  people,
}: {
  change: SessionChange;
  title: string;
  people: number | null;
}) {
  const { board, zone } = useEditor();
  const where = (some: readonly Showing[]) =>
    list(
      some.map(({ room, startsAt }) => editor.said.cell(room, timeIn(startsAt, board, zone))),
      readerLocale(),
    );
  const said =
    kind === "added"
      ? where(is)
      : kind === "taken_off"
        ? words.from(where(was))
        : words.fromTo(where(was), where(is));
  return (
    <li>
      <strong>
        <Words>{title}</Words>
      </strong>{" "}
      {said}
      {people === null ? null : <> · {count(people, words.concerns, readerLocale())}</>}
    </li>
  );
}

/** Counted when it is looked at: only the server knows whom it concerns. */
function useReview(asked: string): Review | "counting" | "unanswered" {
  const { slug } = useLive();
  const [known, setKnown] = useState<{ asked: string; review: Review | "unanswered" } | null>(null);
  useEffect(() => {
    const left = new AbortController();
    const learn = (review: Review | "unanswered") => left.signal.aborted || setKnown({ asked, review });
    readReview(slug, left.signal).then(learn, () => learn("unanswered"));
    return () => left.abort();
  }, [slug, asked]);
  return known?.asked === asked ? known.review : "counting";
}
