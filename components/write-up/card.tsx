import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import { Words } from "#components/ui/words.tsx";
import { WRITE_UP_QUESTIONS, type WriteUpQuestion } from "#domain/write-up.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./write-up.module.css";

const words = wordsOf("writeUp");

type WriteUpCardProps = {
  answers: Record<WriteUpQuestion, string>;
  /** What it is of, and whether that leads anywhere. */
  about: string;
  href?: string | null;
  /** Above it: for whom it is, where that is not plain. */
  above?: ReactNode;
  /** Empty where nobody is named. */
  name?: string;
  foot?: ReactNode;
};

/** What somebody takes home, in answer to what was asked; what they left out is left out. */
export function WriteUpCard({ answers, about, href, above, name = "", foot }: WriteUpCardProps) {
  return (
    <Card as="li" above={above} title={href ? <a href={href}>{about}</a> : about} foot={foot}>
      <dl className={styles.answers}>
        {WRITE_UP_QUESTIONS.filter((question) => answers[question] !== "").map((question) => (
          <div key={question}>
            <dt>{words.questions[question]}</dt>
            <dd dir="auto">{answers[question]}</dd>
          </div>
        ))}
      </dl>
      {name ? (
        <p>
          <Words>{words.by(name)}</Words>
        </p>
      ) : null}
    </Card>
  );
}
