import { registration as words } from "#messages/en/registration.ts";
import { ASKED, type Sector, STEPS } from "./questions.tsx";
import styles from "./steps.module.css";

/** What was answered, by the name of the field. */
export type Answers = Readonly<Record<string, string>>;

const { labels, none, yes, no } = words.check;

function said(name: string, answers: Answers, sectors: readonly Sector[]): string {
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
        const label = labels[name as keyof typeof labels];
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
