/** The form of registering exists once: every place that asks, asks the same questions, with what was answered before. */
import fc from "fast-check";
import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Details } from "#components/registration/details.tsx";
import { RegistrationForm } from "#components/registration/form.tsx";
import { idOf, Question } from "#components/registration/question.tsx";
import { type CampQuestion, fieldOf } from "#domain/question.ts";
import { ASKED, questionOf } from "#domain/registration/answers.ts";
import type { RegistrationView } from "#domain/registration.ts";
import { registration as words } from "#messages/en/registration.ts";
import { typedForm } from "#tests/support/form.ts";
import { answersIn } from "#tests/support/forms.ts";
import { pageOf } from "#tests/support/returned.tsx";
import { widest } from "#tests/support/widest.ts";

const sectors = [
  { id: "s1", name: "Local government" },
  { id: "s2", name: "Charity" },
];
const camp = { slug: "c", name: "Camp" };
const html = (part: ReactNode) =>
  renderToStaticMarkup(
    <AppRouterContext.Provider value={{} as AppRouterInstance}>{part}</AppRouterContext.Provider>,
  );
const asked = (page: string) => ASKED.filter((name) => page.includes(` name="${name}"`));
const escaped = (text: string) => renderToStaticMarkup(<i>{text}</i>).slice(3, -4);

it("is asked whole, each question where the list of answers leads", () => {
  const page = html(<RegistrationForm slug="c" camp="Camp" action="/x" sectors={sectors} questions={[]} />);
  expect(asked(page)).toEqual(ASKED);
  for (const name of ASKED) expect(page).toContain(`id="${idOf(name)}"`);
});

it("is asked again on the private page, but for the address, with what was answered", () => {
  const told = typedForm({ organisation: "Sandwell", access: "A loop", sectorId: "s2", firstTime: true });
  const view = { ...told, status: "waiting" } as unknown as RegistrationView;
  const page = html(
    <Details
      registration={view}
      sectors={sectors}
      questions={[]}
      more={{}}
      mark=""
      token="t"
      change={async (before) => before}
    />,
  );
  expect(asked(page)).toEqual(ASKED.filter((name) => name !== "email"));
  for (const name of ASKED.filter((one) => one !== "email"))
    expect(page).toContain(
      html(<Question name={name} value={told[name]} sectors={sectors} hint={name !== "name"} />),
    );
});

const LUNCH: CampQuestion = {
  ...{
    id: "01a2140c-08fe-7ccc-9585-bd7a1bdcaab6",
    kind: "choice",
    label: "Which lunch?",
    choices: ["Soup", "Salad"],
  },
  ...{ purpose: "To order.", seenBy: "organisers", keepUntil: "2026-08-13", required: false },
};

it("asks what the camp asks besides, and says why, who reads it and until when", () => {
  const page = html(
    <RegistrationForm slug="c" camp="Camp" action="/x" sectors={sectors} questions={[LUNCH]} />,
  );
  expect(page).toContain(
    "To order. Only the organisers see what you answer. Deleted after Thursday 13 August 2026.",
  );
  expect(page.split(`name="${fieldOf(LUNCH.id)}"`)).toHaveLength(3);
});

it("leaves somebody what they chose, also where it can be chosen no more", () => {
  const view = { ...typedForm({}), status: "waiting" } as unknown as RegistrationView;
  const shown = (said: string) =>
    html(
      <Details
        {...{ registration: view, sectors, mark: "", token: "t", change: async (before) => before }}
        {...{ questions: [LUNCH], more: { [LUNCH.id]: said } }}
      />,
    );
  expect(answersIn(shown("Soup"))[fieldOf(LUNCH.id)]).toBe("Soup");
  expect(answersIn(shown("Curry"))[fieldOf(LUNCH.id)]).toBe("Curry");
  expect(shown("Soup")).not.toContain("Curry");
});

/** What fields hold when people write in every script, and when they try to break out of one. */
const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  widest("personName"),
  fc.constantFrom(
    "",
    " ",
    "</textarea><script>alert(1)</script>",
    `"' onfocus=alert(1) x="`,
    "<!--",
    "&lt;&amp;",
  ),
);
const lines = fc
  .array(fc.oneof(text, fc.constant("")), { maxLength: 6 })
  .map((all) => all.join("\n").replaceAll("\r", ""));
const typedForms = fc
  .record({
    id: fc.uuid({ version: 7 }),
    ...Object.fromEntries(ASKED.map((name) => [name, questionOf(name).kind === "longText" ? lines : text])),
    sectorId: fc.constantFrom(...sectors.map(({ id }) => id)),
    firstTime: fc.constant("yes"),
    photos: fc.constant("yes"),
    companions: fc.constantFrom("0", "1", "2"),
    accessAgreed: fc.constant("yes"),
  })
  .chain((all) => fc.subarray(Object.keys(all)).map((names) => ({ all, left: new Set(names) })))
  .map(({ all, left }) => {
    const kept = Object.entries(all).filter(([name]) => name === "id" || !left.has(name));
    return Object.fromEntries(kept) as Record<string, string>;
  });

it("is given back with everything that was typed, each mistake at its question and in the summary", () => {
  fc.assert(
    fc.property(typedForms, fc.subarray(ASKED), (typed, wrong) => {
      const errors = Object.fromEntries(wrong.map((name) => [name, `${name} is <wrong>`]));
      const page = pageOf({ camp, tickets: null, questions: [], sectors, typed, errors, refused: null });
      const texts = ASKED.filter((name) => questionOf(name).kind.endsWith("ext"));
      const nothing = { ...Object.fromEntries(texts.map((name) => [name, ""])), companions: "0" };
      expect(answersIn(page)).toEqual({ ...nothing, ...typed });
      for (const name of ASKED) {
        const said = wrong.includes(name);
        expect(page.includes(`<a href="#${idOf(name)}">${escaped(errors[name] ?? "")}</a>`)).toBe(said);
        expect(page.includes(`id="${name}-error"`)).toBe(said);
      }
      expect(page).not.toContain("<script");
    }),
  );
});

it.each([
  [[], "check"],
  [["name"], "you"],
  [["organisation", "access"], "work"],
  [["access"], "day"],
  [ASKED, "you"],
] as const)(
  "given back with a mistake in %j opens at %s, and says why where it was refused",
  (wrong, first) => {
    const errors = Object.fromEntries(wrong.map((name) => [name, "wrong"]));
    const refused = wrong.length ? null : { title: "Closed", lines: ["Since noon."] };
    const page = pageOf({ camp, tickets: null, questions: [], sectors, typed: {}, errors, refused });
    expect(page).toContain(`data-first="${first}"`);
    expect(page.includes("Since noon.")).toBe(refused !== null);
    expect(page.includes(words.again.kept)).toBe(refused !== null);
    // Without a script the browser itself brings whoever sent it to what is said about it.
    expect(page.match(/autofocus=""/g)).toHaveLength(1);
  },
);

it("opens at its first step when nobody has sent it yet, with nothing said and no name of its own", () => {
  const page = html(<RegistrationForm slug="c" camp="Camp" action="/x" sectors={sectors} questions={[]} />);
  expect(page).toContain('data-first="you"');
  expect(page).not.toContain("data-returned");
  expect(page).not.toContain("autofocus");
  const empty = { id: "", name: "", email: "", organisation: "", access: "", companionsNote: "" };
  expect(answersIn(page)).toEqual({ ...empty, companions: "0" });
});
