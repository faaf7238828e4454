import { describe, expect, test } from "vitest";
import { en, type Messages } from "#messages/en.ts";

/** Every message with its path; of a function, the words inside it, without what it puts between them. */
function words(messages: object, path: string): [path: string, text: string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] => {
    const at = `${path}.${key}`;
    if (typeof value === "string") return [[at, value]];
    if (typeof value === "function")
      return [
        ...String(value)
          .replace(/\$\{[^{}]*\}/g, "#")
          .matchAll(/["'`]([^"'`]{2,})["'`]/g),
      ].map((m) => [at, m[1] ?? ""]);
    return value && typeof value === "object" ? words(value, at) : [];
  });
}

const all = words(en, "en");

test("there are words to read", () => {
  expect(all.length).toBeGreaterThan(50);
});

/** The forms of every counted sentence, with their path. */
function forms(messages: object, path: string): [path: string, one: string][] {
  if ("one" in messages && typeof messages.one === "string") return [[path, messages.one]];
  return Object.entries(messages).flatMap(([key, value]) =>
    value && typeof value === "object" ? forms(value, `${path}.${key}`) : [],
  );
}

describe("English", () => {
  test("speaks of one thing as of one", () => {
    const plural = /\b(are|were|them|these|those|each)\b/;
    expect(forms(en, "en").length).toBeGreaterThan(30);
    expect(forms(en, "en").filter(([, one]) => plural.test(one))).toEqual([]);
  });

  test("no message is empty", () => {
    expect(all.filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  test("speaks of campers, never of delegates, users or proposals", () => {
    expect(all.filter(([, text]) => /\b(delegates?|users?|proposals?|attendees?)\b/i.test(text))).toEqual([]);
  });

  test("has no emoji and does not shout", () => {
    expect(all.filter(([, text]) => /\p{Emoji_Presentation}|[A-Z]{6,}|!!/u.test(text))).toEqual([]);
  });

  test("writes apostrophes as typographers do", () => {
    expect(all.filter(([, text]) => /\w'\w/.test(text))).toEqual([]);
  });
});

test("another language fits the same shape", () => {
  // The proof is that this compiles: had a message been typed as its own text, no translation could take its place.
  const welsh: Messages = { ...en, common: { ...en.common, skip: "Neidio i’r cynnwys" } };
  expect(welsh.common.skip).not.toBe(en.common.skip);
});
