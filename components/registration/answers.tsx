import { wordsOf } from "#messages/words.ts";
import { ASKED, type Sector, STEPS } from "./questions.tsx";
import styles from "./steps.module.css";

const words = wordsOf("registration");

/** What was answered, by the name of the field. */
export type Answers = Readonly<Record<string, string>>;

function said(name: string, answers: Answers, sectors: readonly Sector[]): string {
  const { none, yes, no } = words.check;
  const answer = answers[name]?.trim() ?? "";
  if (name === "firstTime" || name === "photos") return answer ? yes : no;
  if (name === "sectorId") return sectors.find((sector) => sector.id === answer)?.name ?? none;
  return answer || none;
}

/** Every answer with the way back to its question. A plain link to the field: the step that holds it opens. */
export function AnswerList({ answers, sectors }: { answers: Answers; sectors: readonly Sector[] }) {
  return (
    <dl className={styles.answers}>
      {STEPS.flatMap((step) => ASKED[step]).map(({ name, field }) => {
        const label = words.check.labels[name as keyof typeof words.check.labels];
        return (
          <div className={styles.answer} key={name}>
            <dt>{label}</dt>
            <dd>{said(name, answers, sectors)}</dd>
            <dd className={styles.change}>
              <a href={`#${field}`} aria-label={words.check.changeWhat(label)}>
                {words.check.change}
              </a>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
