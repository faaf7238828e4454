import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST } from "#domain/limits.ts";
import { type CampQuestion, fieldOf, isFieldOfQuestion, readMore, seenBy } from "#domain/question.ts";

const base = { label: "?", purpose: "Because.", keepUntil: "2026-08-13", choices: [] as string[] };
const asked = (more: Partial<CampQuestion>): CampQuestion => ({
  ...base,
  id: "01a2140c-08fe-7ccc-9585-bd7a1bdcaab6",
  kind: "text",
  seenBy: "organisers",
  required: false,
  ...more,
});
const said = (question: CampQuestion, answer: string, before = {}) =>
  readMore([question], { [fieldOf(question.id)]: answer }, before);

describe("an answer to a camp's own question", () => {
  it("is a text of some length, cleaned as every text is", () => {
    const text = asked({});
    expect(said(text, "  A lift,\r\nplease ").more).toEqual({ [text.id]: "A lift,\nplease" });
    expect(said(text, "x".repeat(LONGEST.answer)).wrong).toEqual({});
    expect(said(text, "x".repeat(LONGEST.answer + 1)).wrong).toEqual({
      [fieldOf(text.id)]: { why: "long", label: "?" },
    });
  });

  it("is one of those that can be chosen, or what somebody chose while it could be", () => {
    const tshirt = asked({ kind: "choice", choices: ["S", "M"] });
    expect(said(tshirt, "M").more).toEqual({ [tshirt.id]: "M" });
    expect(said(tshirt, "XL").wrong).toEqual({ [fieldOf(tshirt.id)]: { why: "no_choice", label: "?" } });
    expect(said(tshirt, "XL", { [tshirt.id]: "XL" })).toEqual({ more: { [tshirt.id]: "XL" }, wrong: {} });
    expect(said(asked({ kind: "yes_no" }), "perhaps").wrong).toEqual({
      [fieldOf(tshirt.id)]: { why: "no_choice", label: "?" },
    });
  });

  it("is missed only where it must be given, and empty ones are left out", () => {
    expect(said(asked({}), " \n ")).toEqual({ more: {}, wrong: {} });
    const must = asked({ required: true });
    expect(readMore([must], {}).wrong).toEqual({ [fieldOf(must.id)]: { why: "missing", label: "?" } });
  });

  it("is left out where nobody asks it, whatever else is sent", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (typed) => {
        expect(readMore([], typed)).toEqual({ more: {}, wrong: {} });
      }),
      { numRuns: 50 },
    );
  });
});

it("knows the fields of questions from those of ours", () => {
  const fields = [
    "q.01a2140c-08fe-7ccc-9585-bd7a1bdcaab6",
    "q.x",
    "id",
    "name",
    "xq.01a2140c-08fe-7ccc-9585-bd7a1bdcaab6",
  ];
  expect(fields.filter(isFieldOfQuestion)).toEqual(fields.slice(0, 1));
});

it("shows organisers all answers, and the crew those that are meant for it", () => {
  const both = [asked({ seenBy: "organisers" }), asked({ seenBy: "crew" })];
  expect(seenBy(both, true)).toEqual(both);
  expect(seenBy(both, false)).toEqual(both.slice(1));
});
