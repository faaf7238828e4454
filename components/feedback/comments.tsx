"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "./feedback.module.css";

const { desk: words } = wordsOf("feedback");

type CommentsProps = {
  comments: readonly { id: string; words: string; open: boolean; hidden: boolean }[];
  /** Hides a comment, or shows it again. */
  decide: FormAction;
};

/** All that was written, for the organisers. */
export function AllComments({ comments, decide }: CommentsProps) {
  return (
    <section className={styles.words}>
      <h2>{words.all}</h2>
      <p>{comments.length === 0 ? words.none : words.allWhy}</p>
      <ul className={styles.comments}>
        {comments.map((comment) => (
          <li key={comment.id}>
            <blockquote className={styles.said} dir="auto">
              {comment.words}
            </blockquote>
            <div className={styles.decide}>
              <Tag>{comment.hidden ? words.isHidden : comment.open ? words.open : words.closed}</Tag>
              {comment.open || comment.hidden ? <Decide comment={comment} action={decide} /> : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Decide({
  comment: { id, words: said, hidden },
  action,
}: {
  comment: CommentsProps["comments"][number];
  action: FormAction;
}) {
  return (
    <Form action={action} pendingWords={words.pending}>
      {() => (
        <>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="to" value={hidden ? "show" : "hide"} />
          <Submit kind="quiet" pendingWords={words.pending}>
            {hidden ? words.show : words.hide}
            <span className="visually-hidden">: {said}</span>
          </Submit>
        </>
      )}
    </Form>
  );
}
