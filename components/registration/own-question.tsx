import { Choice } from "#components/ui/choice.tsx";
import { TextArea } from "#components/ui/field.tsx";
import { LONGEST } from "#domain/limits.ts";
import { type CampQuestion, fieldOf, YES_NO } from "#domain/question.ts";
import { ASKED } from "#domain/registration/answers.ts";
import { wordsOf } from "#messages/words.ts";
import { idOf } from "./question.tsx";

const words = wordsOf("registration");

/** Where an error or a list of answers links to. */
export function idOfOwn({ id, kind }: Pick<CampQuestion, "id" | "kind">): string {
  return kind === "text" ? fieldOf(id) : `${fieldOf(id)}-first`;
}

/** Where the errors of a form with these questions of a camp lead, by the names of its fields. */
export function idsWith(questions: readonly CampQuestion[]): (name: string) => string {
  const ids = new Map([
    ...ASKED.map((name) => [name as string, idOf(name)] as const),
    ...questions.map((question) => [fieldOf(question.id), idOfOwn(question)] as const),
  ]);
  return (name) => ids.get(name) ?? name;
}

type OwnQuestionProps = { question: CampQuestion; value?: string | undefined; error?: string | undefined };

/** One of the camp's own questions, with why it is asked, who sees the answer and when it is deleted. */
export function OwnQuestion({ question, value, error }: OwnQuestionProps) {
  const { id, kind, label, choices, purpose, seenBy, keepUntil, required } = question;
  const hint = words.more.why(purpose, seenBy, keepUntil);
  const asked = { name: fieldOf(id), hint, error, required };
  if (kind === "text")
    return (
      <TextArea
        {...asked}
        label={label}
        optional={required ? null : words.optional}
        defaultValue={value}
        maxLength={LONGEST.answer}
      />
    );
  const options =
    kind === "yes_no"
      ? YES_NO.map((it) => ({ value: it, label: words.more.yes_no[it] }))
      : choices.map((it) => ({ value: it, label: it }));
  const legend = required ? label : `${label} ${words.optional}`;
  return <Choice {...asked} legend={legend} options={options} chosen={value ? [value] : []} />;
}

/** What somebody answered, in words. */
export function saidIn({ kind }: Pick<CampQuestion, "kind">, answer: string): string {
  return kind === "yes_no" && (answer === "yes" || answer === "no") ? words.more.yes_no[answer] : answer;
}
