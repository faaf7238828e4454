import type { ReactNode } from "react";
import { Empty } from "#components/ui/empty.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Table } from "#components/ui/table.tsx";
import { FEEDBACK_ANSWERS, type FeedbackShown } from "#domain/feedback.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./feedback.module.css";

const words = wordsOf("feedback");

/** What everybody may read: how many answered what, and comments. @param comments those that may be read by whoever reads it */
export function FeedbackResults({ shown, comments }: { shown: FeedbackShown; comments: ReactNode }) {
  const { results } = words;
  if (shown.people === 0) return <Empty title={results.few}>{results.fewWhy}</Empty>;
  return (
    <>
      <p className={styles.lede}>
        <Figures>{results.lede(shown.people)}</Figures> {results.how}
      </p>
      <Table
        caption={results.title}
        rows={shown.questions}
        rowId={({ question }) => question}
        columns={[
          {
            id: "question",
            label: results.question,
            header: true,
            cell: ({ question }) => words.questions[question],
          },
          ...FEEDBACK_ANSWERS.map((answer) => ({
            id: answer,
            label: words.answers[answer],
            figures: true,
            cell: ({ answers }: FeedbackShown["questions"][number]) =>
              atLeast(answers.find((it) => it.answer === answer)?.people ?? 0),
          })),
        ]}
      />
      {comments}
    </>
  );
}

const atLeast = (people: number) => (people > 0 ? words.results.atLeast(people) : words.results.fewer);

/** Words that everybody may read. */
export function OpenComments({ comments }: { comments: readonly { id: string; words: string }[] }) {
  const { results } = words;
  return (
    <section className={styles.words}>
      <h2>{results.comments}</h2>
      {comments.length === 0 ? (
        <p>{results.noComments}</p>
      ) : (
        <ul className={styles.comments}>
          {comments.map((comment) => (
            <li key={comment.id}>
              <blockquote className={styles.said} dir="auto">
                {comment.words}
              </blockquote>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
