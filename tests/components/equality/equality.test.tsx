/** What organisers read of the equality questions. */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { EqualityTables } from "#components/equality/counts.tsx";
import { EqualityForm } from "#components/equality/form.tsx";
import { sayAnswer } from "#components/equality/words.ts";
import { answersTo, EQUALITY_QUESTIONS } from "#domain/equality.ts";
import { equality } from "#messages/en/equality.ts";

vi.mock("next/navigation", () => ({ useRouter: () => null }));

const shown = (counts: Parameters<typeof EqualityTables>[0]["counts"]) =>
  renderToStaticMarkup(<EqualityTables counts={counts} keepDays={30} settings="/settings#equality" />);
const cells = (html: string) =>
  [...html.matchAll(/<t[hd] [^>]*(?:scope="row"|data-figures)[^>]*>(.*?)<\/t[hd]>/g)].map(([, text]) =>
    text!.replace(/<[^>]*>/g, ""),
  );

it("is a table a question, with counts as at least so many, and no total", () => {
  const html = shown([
    {
      question: "sex",
      answers: [
        { answer: "female", people: 20 },
        { answer: "male", people: 5 },
        { answer: "unsaid", people: 0 },
      ],
    },
  ]);
  expect(html).toContain("<caption");
  expect(cells(html)).toEqual([
    ...["Female", "20 or more", "Male", "5 or more"],
    ...["Prefer not to say", "fewer than 5"],
  ]);
  expect(html).toContain("deleted 30 days after the camp");
});

it("says that nothing is asked, or that there is nothing to show yet, instead of a table of nothing", () => {
  expect(shown([])).toContain('href="/settings#equality"');
  const none = shown([{ question: "partnership", answers: [{ answer: "yes", people: 0 }] }]);
  expect(none).toContain(equality.desk.early);
  expect(none).not.toContain("<table");
});

it("has words for every answer, each another, and a form that asks for one of them without asking for any", () => {
  const html = renderToStaticMarkup(
    <EqualityForm
      camp="Testcamp"
      asked={EQUALITY_QUESTIONS}
      page="/e/camp/r/token"
      token="token"
      action={async () => {
        throw new Error("nobody presses");
      }}
    />,
  );
  for (const question of EQUALITY_QUESTIONS) {
    const answers = answersTo(question);
    const said = answers.map((it) => sayAnswer(question, it));
    expect(new Set(said).size, question).toBe(answers.length);
    expect(said.at(-1)).toBe(equality.unsaid);
    const radios = html.match(new RegExp(`<input type="radio"[^>]* name="${question}"`, "g"));
    expect(radios, question).toHaveLength(answers.length);
    for (const label of said) expect(html).toContain(label);
  }
  expect(html).not.toMatch(/ required| checked/);
  expect(html).toContain('autoComplete="off"');
});
