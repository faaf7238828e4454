/** Reads the questions of the settings form, and says how they begin. */
import { z } from "zod";
import type { QuestionRow } from "#components/camp/questions.tsx";
import type { listAllQuestions, QuestionInput } from "#db/question.ts";
import { date, text } from "#domain/fields.ts";
import { LONGEST, MOST } from "#domain/limits.ts";
import { usualKeepUntil } from "#domain/purge.ts";
import { QUESTION_KINDS, SEEN_BY } from "#domain/question.ts";
import { oneLine } from "#domain/text.ts";
import { wordsOf } from "#messages/words.ts";
import { collect, idOrNew, measure, numbered, type Read, UNSAID } from "./read.ts";

const words = wordsOf("camp").questions;

/** Those there are, and one more to be filled in. @param lastDay of the camp */
export function questionRows(
  questions: Awaited<ReturnType<typeof listAllQuestions>>,
  lastDay: string,
): QuestionRow[] {
  const rows = questions.map((row) => ({ ...row, choices: row.choices.join("\n") }));
  const fresh = { id: "", kind: "text", label: "", choices: "", purpose: "", seenBy: "organisers" } as const;
  return [...rows, { ...fresh, keepUntil: usualKeepUntil(lastDay), required: false, emptied: false }];
}

const ticked = z
  .string()
  .nullish()
  .transform((value) => value === "yes");

const lines = (typed: string) => [
  ...new Set(
    typed
      .split(/\r\n?|\n/)
      .map(oneLine)
      .filter(Boolean),
  ),
];

const question = (n: number, lastDay: string) =>
  z
    .object({
      id: idOrNew,
      kind: z.enum(QUESTION_KINDS),
      label: text("questionLabel", words.labelWrong(n)),
      choices: z.string().transform(lines),
      purpose: text("questionPurpose", words.purposeWrong(n)),
      seenBy: z.enum(SEEN_BY),
      keepUntil: date(words.keepUntilWrong(n)),
      required: ticked,
      position: z.string().transform((typed) => Number.parseInt(typed, 10) || n),
    })
    .refine(({ keepUntil }) => keepUntil >= lastDay, {
      path: ["keepUntil"],
      error: words.keepUntilEarly(n),
    })
    .refine(({ kind, choices }) => kind !== "choice" || choices.length > 1, {
      path: ["choices"],
      error: words.choicesFew(n),
    })
    .refine(({ choices }) => choices.length <= MOST.choices, {
      path: ["choices"],
      error: words.choicesMany(n),
    })
    .refine(({ choices }) => choices.every((choice) => choice.length <= LONGEST.choice), {
      path: ["choices"],
      error: words.choicesLong(n),
    });

/** In the order of their numbers; a question that has the number of another goes before it. @param lastDay of the camp */
export function readQuestions(form: FormData, lastDay: string): Read<QuestionInput> {
  const errors: Record<string, string> = {};
  const read: { row: QuestionInput; at: number }[] = [];
  const numbers = numbered(form, "question", ["label", "purpose", "choices"]);
  measure(numbers, MOST.questions, "label", errors);
  for (const { index, names } of numbers) {
    const parts = ["id", "kind", "label", "choices", "purpose", "seenBy", "keepUntil", "position"];
    const typed = Object.fromEntries(parts.map((part) => [part, form.get(names(part)) ?? ""]));
    const row = question(index + 1, lastDay).safeParse(
      { ...typed, required: form.get(names("required")) },
      UNSAID,
    );
    if (!row.success) collect(row.error, names, errors);
    else {
      const { position, ...asked } = row.data;
      const choices = asked.kind === "choice" ? asked.choices : [];
      // Typed over another's number, it takes that place: moved up before whoever has it, moved down behind.
      const moved = position === index + 1 ? 0 : position < index + 1 ? -0.5 : 0.5;
      read.push({ row: { ...asked, choices }, at: position + moved });
    }
  }
  return { rows: read.sort((a, b) => a.at - b.at).map(({ row }) => row), errors };
}
