import { ButtonLink } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Table } from "#components/ui/table.tsx";
import type { EqualityAnswer, EqualityQuestion } from "#domain/equality.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./equality.module.css";
import { sayAnswer } from "./words.ts";

const words = wordsOf("equality");

type Counted = { question: EqualityQuestion; answers: readonly { answer: EqualityAnswer; people: number }[] };

type EqualityTablesProps = {
  counts: readonly Counted[];
  keepDays: number;
  /** Of the part of the settings in which questions are chosen. */
  settings: string;
};

/** A table a question. `people` is already what may be shown (domain/equality/disclosure.ts). */
export function EqualityTables({ counts, keepDays, settings }: EqualityTablesProps) {
  const { desk } = words;
  if (counts.length === 0)
    return (
      <Empty
        title={desk.none}
        action={
          <ButtonLink kind="quiet" href={settings}>
            {desk.noneNext}
          </ButtonLink>
        }
      />
    );
  const none = counts.every(({ answers }) => answers.every(({ people }) => people === 0));
  return (
    <>
      <p className={styles.lede}>{desk.lede}</p>
      {none ? (
        <Empty title={desk.early}>{desk.earlyWhy}</Empty>
      ) : (
        <div className={styles.tables}>
          {counts.map(({ question, answers }) => (
            <Table
              key={question}
              caption={words.questions[question].name}
              captionShown
              rows={answers}
              rowId={({ answer }) => `${question}-${answer}`}
              columns={[
                {
                  id: "answer",
                  label: desk.answer,
                  header: true,
                  cell: ({ answer }) => sayAnswer(question, answer),
                },
                {
                  id: "people",
                  label: desk.people,
                  figures: true,
                  end: true,
                  cell: ({ people }) => (
                    <span className={styles.count}>{people > 0 ? desk.atLeast(people) : desk.fewer}</span>
                  ),
                },
              ]}
            />
          ))}
        </div>
      )}
      <p className={styles.how}>
        {desk.how} {desk.kept(keepDays)}
      </p>
    </>
  );
}
