import { type MailWords, problemsOf, type WordsProblem } from "#domain/group-mail.ts";
import { wordsOf } from "#messages/words.ts";
import { allBraced, braced } from "./beginning.ts";

const { form: words } = wordsOf("groupMail");

/** What is to be mended before a mail can go, by field. */
export function errorsOf(draft: MailWords): Record<string, string> {
  return Object.fromEntries(
    problemsOf(draft).map((problem) => [
      problem.field === "sector" ? "sectorId" : problem.field,
      say(problem),
    ]),
  );
}

function say(problem: WordsProblem): string {
  switch (problem.why) {
    case "unknown":
      return words.unknown(
        problem.unknown.map((typed) => `{${typed}}`),
        allBraced(),
      );
    case "link":
      return words.subjectLink(braced("my page"));
    case "no_page":
      return words.noPage(braced("my page"));
    case "missing":
      return { sector: words.sectorMissing, subject: words.subjectMissing, body: words.bodyMissing }[
        problem.field
      ];
  }
}
