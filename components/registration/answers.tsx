import { type CampQuestion, fieldOf } from "#domain/question.ts";
import { ASKED, type Asked, type Needs, questionOf, saysNeeds } from "#domain/registration/answers.ts";
import { wordsOf } from "#messages/words.ts";
import { needsIn } from "./needs.ts";
import { idOfOwn, saidIn } from "./own-question.tsx";
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
  if (kind === "number") return words.along(Number(answer));
  if (kind === "sector") return sectors.find((sector) => sector.id === answer)?.name ?? none;
  return answer || none;
}

/** What is asked only where something is needed is listed only then. */
function isShown(name: Asked, needs: Needs): boolean {
  if (name === "companionsNote") return needs.companions > 0 || needs.companionsNote !== "";
  return name !== "accessAgreed" || saysNeeds(needs);
}

type AnswerListProps = {
  answers: Answers;
  sectors: readonly Sector[];
  /** The camp's own. */
  questions: readonly CampQuestion[];
};

/** Every answer with a plain link to its field: the step that holds it opens. */
export function AnswerList({ answers, sectors, questions }: AnswerListProps) {
  return (
    <dl className={styles.answers}>
      {ASKED.filter((name) => isShown(name, needsIn(answers))).map((name) => (
        <Answered
          key={name}
          label={words.check.labels[name]}
          said={said(name, answers, sectors)}
          field={idOf(name)}
        />
      ))}
      {questions.map((question) => (
        <Answered
          key={question.id}
          label={question.label}
          said={saidIn(question, answers[fieldOf(question.id)]?.trim() ?? "") || words.check.none}
          field={idOfOwn(question)}
        />
      ))}
    </dl>
  );
}

function Answered({ label, said, field }: { label: string; said: string; field: string }) {
  return (
    <div className={styles.answer}>
      <dt>{label}</dt>
      <dd>{said}</dd>
      <dd className={styles.change}>
        <a href={`#${field}`} aria-label={words.check.changeWhat(label)}>
          {words.check.change}
        </a>
      </dd>
    </div>
  );
}
