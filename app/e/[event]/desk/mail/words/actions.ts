"use server";
/** The words of a mail about a place: looked at, sent to oneself, used, or ours again. */
import { z } from "zod";
import { complain, FRESH, formOf, read, refuse, textOf, typed } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import type { LetterAnswer } from "#components/mail-words/form.tsx";
import { database } from "#db/connection.ts";
import { changeMailWords, tryMailWords } from "#db/mail-words.ts";
import { maybeLongText, maybeText } from "#domain/fields.ts";
import { knownIn, LETTERS, type Letter, type LetterProblem, problemsOf } from "#domain/mail-words.ts";
import { languages, perLanguage, wordsOf } from "#messages/words.ts";
import { answerAt } from "../../said.ts";
import { allBraced, previewOf } from "./preview.ts";

const words = wordsOf("letterWords");

const written = perLanguage(() =>
  z.object({
    mark: z.string().max(40),
    letter: z.enum(LETTERS),
    language: z.string().max(40),
    subject: maybeText("mailSubject", words.subjectLong),
    body: maybeLongText("mailBody", words.bodyLong),
  }),
);

export async function changeLetter(
  slug: string,
  _before: LetterAnswer,
  form: FormData,
): Promise<LetterAnswer> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { event, may } = asker.value;
  const input = read(written(), form);
  if (!input.success) return complain(form, input.error);
  const { mark, letter, language, ...own } = input.data;
  const locale = languages().find((tag) => tag === language);
  if (!locale) return refuse(form, "not_found");
  const [key, now] = [{ letter, locale }, new Date()];
  const step = textOf(formOf(form).get("step"));
  const page = `/e/${slug}/desk/mail/words/${letter}`;
  const keep = { language: locale };
  if (step === "reset") {
    const ours = await changeMailWords(database(), may, key, mark, null, now);
    return ours.ok ? answerAt(page, "reset", [], { keep }) : refuse(form, ours.refusal);
  }
  const problems = problemsOf(letter, own);
  if (problems.length > 0) return { ...FRESH, values: typed(form), errors: errorsOf(letter, problems) };
  const seen = previewOf(event, locale, own);
  if (step === "trial") {
    const tried = await tryMailWords(database(), may, key, own, now);
    if (!tried.ok) return { ...refuse(form, tried.refusal), seen };
    return { ...FRESH, values: typed(form), seen, done: words.tried };
  }
  if (step !== "keep") return { ...FRESH, values: typed(form), seen };
  const kept = await changeMailWords(database(), may, key, mark, own, now);
  return kept.ok ? answerAt(page, "kept", [], { keep }) : { ...refuse(form, kept.refusal), seen };
}

/** What is to be mended, by field. */
function errorsOf(letter: Letter, problems: readonly LetterProblem[]): Record<string, string> {
  return Object.fromEntries(problems.map((problem) => [problem.field, say(letter, problem)]));
}

function say(letter: Letter, problem: LetterProblem): string {
  switch (problem.why) {
    case "missing":
      return problem.field === "subject" ? words.subjectMissing : words.bodyMissing;
    case "unknown":
      return words.unknown(
        problem.unknown.map((name) => `{${name}}`),
        allBraced(knownIn(letter)),
      );
    case "link":
      return words.subjectLink;
    case "lacks":
      return words.lacks(problem.lacks.map((name) => `{${name}}`));
  }
}
