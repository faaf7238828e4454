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
import { ASKED, questionOf } from "#domain/answers.ts";
import type { RegistrationView } from "#domain/registration.ts";
import { mistakePage } from "#live/mistake.ts";
import { registration as words } from "#messages/en/registration.ts";
import { typedForm } from "#tests/support/form.ts";

const sectors = [
  { id: "s1", name: "Local government" },
  { id: "s2", name: "Charity" },
];
const html = (part: ReactNode) =>
  renderToStaticMarkup(
    <AppRouterContext.Provider value={{} as AppRouterInstance}>{part}</AppRouterContext.Provider>,
  );
const asked = (page: string) => ASKED.filter((name) => page.includes(` name="${name}"`));
const escaped = (text: string) => renderToStaticMarkup(<i title={text} />).slice(10, -6);

it("is asked whole, each question where the list of answers leads", () => {
  const page = html(<RegistrationForm slug="c" camp="Camp" action="/x" sectors={sectors} />);
  expect(asked(page)).toEqual(ASKED);
  for (const name of ASKED) expect(page).toContain(`id="${idOf(name)}"`);
});

it("is asked again on the private page, but for the address, with what was answered", () => {
  const told = typedForm({ organisation: "Sandwell", access: "A loop", sectorId: "s2", firstTime: true });
  const view = { ...told, status: "waiting" } as unknown as RegistrationView;
  const page = html(
    <Details registration={view} sectors={sectors} token="t" change={async (before) => before} />,
  );
  expect(asked(page)).toEqual(ASKED.filter((name) => name !== "email"));
  for (const name of ASKED.filter((one) => one !== "email"))
    expect(page).toContain(
      html(<Question name={name} value={told[name]} sectors={sectors} hint={name !== "name"} />),
    );
});

it("is asked once more where something in it is wrong, and keeps all the rest", () => {
  fc.assert(
    fc.property(
      fc.subarray(ASKED),
      fc.array(fc.string({ maxLength: 12 }), { minLength: 7, maxLength: 7 }),
      (wrong, texts) => {
        const typed = Object.fromEntries(ASKED.map((name, index) => [name, texts[index]!]));
        const mistakes = Object.fromEntries(wrong.map((name) => [name, `${name} is wrong`]));
        const { body } = mistakePage({ name: "Camp", slug: "c" }, typed, mistakes, sectors);
        expect(asked(body)).toEqual(ASKED);
        for (const name of ASKED) {
          const mended = wrong.includes(name) && questionOf(name).kind !== "tick";
          expect(body.includes(`<input type="hidden" name="${name}"`)).toBe(!mended);
          if (mended) expect(body).toContain(escaped(words.questions[name]));
        }
      },
    ),
  );
});
