import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { en } from "#messages/en.ts";
import { bring, readerLocale, wordsOf } from "#messages/words-in-browser.ts";

it("has the words of the areas a page brought, and says which are missing", () => {
  const words = wordsOf("voting");
  // As a module does when it begins: the words come later.
  const { mine } = wordsOf("voting");
  expect(() => `${words.come}`).toThrow("The words of voting.come are not there");
  expect(() => renderToStaticMarkup(createElement("p", null, words.come))).toThrow("are not there");
  expect(() => ({ ...words })).toThrow("are not there");
  bring("en-GB", { voting: en.voting });
  bring("en-GB", { wall: en.wall });
  expect(words.come).toBe(en.voting.come);
  expect(mine.title).toBe(en.voting.mine.title);
  expect(readerLocale()).toBe("en-GB");
});
