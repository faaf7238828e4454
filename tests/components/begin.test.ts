/** In a browser a component's module begins before the words of its page are there. */
import path from "node:path";
import { expect, test, vi } from "vitest";
import { wordsOf } from "#messages/words.ts";
import { sources } from "#tests/support/sources.ts";

vi.mock("#messages/words.ts", () => import("#messages/words-in-browser.ts"));

const browsers = sources().filter(
  ({ path: file, text }) => /^(components|app\/error)/.test(file) && text.startsWith('"use client"'),
);

test("no words are there yet", () => {
  expect(browsers.length).toBeGreaterThan(30);
  expect(() => `${wordsOf("common").skip}`).toThrow("are not there");
});

test.each(browsers.map((file) => file.path))("%s begins without them", async (file) => {
  const module = await import(/* @vite-ignore */ path.resolve(file));
  for (const thing of Object.values<unknown>(module))
    expect(["function", "object", "string"]).toContain(typeof thing);
});
