import type { ReactNode } from "react";
import { Empty } from "#components/ui/empty.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Table } from "#components/ui/table.tsx";
import type { FeedbackShown } from "#domain/feedback.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./feedback.module.css";

const words = wordsOf("feedback");

/** What everybody may read: a table a question, and comments. @param comments those that may be read by whoever reads it */
export function FeedbackResults({ shown, comments }: { shown: FeedbackShown; comments: ReactNode }) {
  const { results } = words;
  if (shown.people === 0) return <Empty title={results.few}>{results.fewWhy}</Empty>;
  return (
    <>
      <p>
        <Figures>{results.lede(shown.people)}</Figures> {results.how}
      </p>
      <div className={styles.tables}>
        {shown.questions.map(({ question, answers }) => (
          <Table
            key={question}
            caption={words.questions[question]}
            captionShown
            rows={answers}
            rowId={({ answer }) => `${question}-${answer}`}
            columns={[
              {
                id: "answer",
                label: results.answer,
                header: true,
                cell: ({ answer }) => words.answers[answer],
              },
              {
                id: "people",
                label: results.people,
                figures: true,
                end: true,
                cell: ({ people }) => (people > 0 ? results.atLeast(people) : results.fewer),
              },
            ]}
          />
        ))}
      </div>
      {comments}
    </>
  );
}

/** Words that everybody may read. */
export function OpenComments({ comments }: { comments: readonly { id: string; words: string }[] }) {
  const { results } = words;
  return (
    <section>
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
