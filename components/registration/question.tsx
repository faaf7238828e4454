import { Check } from "#components/ui/check.tsx";
import { Chips, Choice } from "#components/ui/choice.tsx";
import { TextArea, TextField } from "#components/ui/field.tsx";
import { type Asked, questionOf } from "#domain/registration/answers.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("registration");

/** A kind of organisation, as this camp divides them. */
export type Sector = { id: string; name: string };

/** For autofill and a phone's keyboard. */
const TYPING = {
  name: { autoComplete: "name" },
  email: { autoComplete: "email", inputMode: "email", autoCapitalize: "none", spellCheck: false },
  organisation: { autoComplete: "organization" },
} as const;

/** Where an error or a list of answers links to. */
export function idOf(name: Asked): string {
  const { kind } = questionOf(name);
  return kind === "sector" || kind === "number" ? `${name}-first` : name;
}

type QuestionProps = {
  name: Asked;
  /** Where it is not in the words of registering. */
  label?: string;
  hint?: boolean;
  value?: string | boolean | number | undefined;
  error?: string | undefined;
  sectors?: readonly Sector[];
};

/** One question of registering, asked as `domain/registration/answers.ts` says it is answered. */
export function Question({ name, label, hint = true, value, error, sectors = [] }: QuestionProps) {
  const { kind, required = false, longest, most = 0 } = questionOf(name);
  const { hints, questions } = words;
  const said = hint && name in hints ? hints[name as keyof typeof hints] : null;
  const asked = { name, label: label ?? questions[name], hint: said, error, required };
  if (kind === "sector") {
    const options = sectors.map((sector) => ({ value: sector.id, label: sector.name }));
    return <Choice {...asked} legend={asked.label} options={options} chosen={[String(value ?? "")]} />;
  }
  if (kind === "number") {
    const options = Array.from({ length: most + 1 }, (_, n) => ({ value: String(n), label: words.along(n) }));
    return <Chips {...asked} legend={asked.label} options={options} chosen={[String(value || 0)]} />;
  }
  if (kind === "tick") return <Check {...asked} value="yes" defaultChecked={value === true} />;
  const text = {
    ...asked,
    optional: required ? null : words.optional,
    defaultValue: value === undefined ? undefined : String(value),
    maxLength: longest,
    // The sign that nothing is written (`:placeholder-shown`), by which the agreement to it is not asked for yet.
    placeholder: " ",
  };
  if (kind === "longText") return <TextArea {...text} />;
  return <TextField {...text} {...(name in TYPING ? TYPING[name as keyof typeof TYPING] : {})} />;
}
