import { ASKED, type Asked, questionOf } from "#domain/registration/answers.ts";
import { wordsOf } from "#messages/words.ts";
import { idOf, type Sector } from "./question.tsx";
import styles from "./steps.module.css";

const words = wordsOf("registration");

/** By field name. */
export type Answers = Readonly<Record<string, string>>;

function said(name: Asked, answers: Answers, sectors: readonly Sector[]): string {
  const { none, yes, no } = words.check;
  const answer = answers[name]?.trim() ?? "";
  const { kind } = questionOf(name);
  if (kind === "tick") return answer ? yes : no;
  if (kind === "sector") return sectors.find((sector) => sector.id === answer)?.name ?? none;
  return answer || none;
}

/** Every answer with a plain link to its field: the step that holds it opens. */
export function AnswerList({ answers, sectors }: { answers: Answers; sectors: readonly Sector[] }) {
  return (
    <dl className={styles.answers}>
      {ASKED.map((name) => {
        const label = words.check.labels[name];
        return (
          <div className={styles.answer} key={name}>
            <dt>{label}</dt>
            <dd>{said(name, answers, sectors)}</dd>
            <dd className={styles.change}>
              <a href={`#${idOf(name)}`} aria-label={words.check.changeWhat(label)}>
                {words.check.change}
              </a>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
