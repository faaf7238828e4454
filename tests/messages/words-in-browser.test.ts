import { expect, it } from "vitest";
import { en } from "#messages/en.ts";
import { bring, readerLocale, wordsOf } from "#messages/words-in-browser.ts";

it("has the words of the areas a page brought, and says which are missing", () => {
  const words = wordsOf("voting");
  expect(() => words.come).toThrow("No area of this page has the words of voting.");
  bring("en-GB", { voting: en.voting });
  bring("en-GB", { wall: en.wall });
  expect(words.come).toBe(en.voting.come);
  expect(readerLocale()).toBe("en-GB");
});
