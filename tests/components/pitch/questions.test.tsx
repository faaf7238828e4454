import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Questions } from "#components/pitch/questions.tsx";
import { valuesOf } from "#components/pitch/state.ts";
import { BLANK_PITCH } from "#domain/pitch.ts";

test("the form asks everything that is kept of a pitch", () => {
  const values = valuesOf(BLANK_PITCH);
  const state = { values, errors: {}, refusal: null, unsent: null, sent: null };
  const html = renderToStaticMarkup(<Questions state={state} />);
  const asked = new Set([...html.matchAll(/ name="(\w+)"/g)].map(([, name]) => name!));
  expect([...asked].sort()).toEqual(Object.keys(BLANK_PITCH).sort());
});
