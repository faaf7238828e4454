/** What somebody wrote up, as text and as HTML that any intranet takes: no names, no styles, nothing from elsewhere. */
import { type OwnWriteUp, WRITE_UP_QUESTIONS } from "#domain/write-up.ts";
import type { Place } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import { nameOf } from "./about.ts";

const words = wordsOf("writeUp");

type Own = Pick<OwnWriteUp, "of" | "title" | "unlisted" | (typeof WRITE_UP_QUESTIONS)[number]>;
type Part = { heading: string; answers: { question: string; answer: string }[] };
export type Copied = { text: string; html: string };

/** @param place in which the days are named. The title of a session that is not listed stays at the camp. */
export function copiedFrom(camp: string, own: readonly Own[], place: Place): Copied {
  const parts = own.map((each) => partOf(each, place));
  const title = words.copy.heading(camp);
  return { text: textOf(title, parts), html: htmlOf(title, parts) };
}

function partOf(own: Own, place: Place): Part {
  const heading = nameOf({ of: own.of, title: own.unlisted ? null : own.title }, place);
  const answered = WRITE_UP_QUESTIONS.filter((question) => own[question] !== "");
  return {
    heading,
    answers: answered.map((question) => ({ question: words.questions[question], answer: own[question] })),
  };
}

function textOf(title: string, parts: readonly Part[]): string {
  const said = parts.map(({ heading, answers }) =>
    [heading, ...answers.map(({ question, answer }) => `${question}:\n${answer}`)].join("\n\n"),
  );
  return `${[title, ...said].join("\n\n\n")}\n`;
}

function htmlOf(title: string, parts: readonly Part[]): string {
  const said = parts.map(({ heading, answers }) =>
    [
      `<h2>${escaped(heading)}</h2>`,
      ...answers.map(({ question, answer }) => `<h3>${escaped(question)}</h3>\n${paragraphs(answer)}`),
    ].join("\n"),
  );
  return `${[`<h1>${escaped(title)}</h1>`, ...said].join("\n")}\n`;
}

const paragraphs = (text: string) =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escaped(paragraph).replaceAll("\n", "<br>\n")}</p>`)
    .join("\n");

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign]!);

/** A page of its own around that. @param locale as BCP 47 has it */
export function pageAround(html: string, title: string, locale: string): string {
  const head = `<meta charset="utf-8">\n<title>${escaped(title)}</title>`;
  return `<!doctype html>\n<html lang="${escaped(locale)}">\n<head>\n${head}\n</head>\n<body>\n${html}</body>\n</html>\n`;
}
