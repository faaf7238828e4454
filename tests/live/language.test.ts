import type { IncomingMessage } from "node:http";
import { afterEach, expect, test } from "vitest";
import type { EventView } from "#domain/event.ts";
import { awayPage } from "#live/away.ts";
import { answerInLanguage } from "#live/language.ts";
import { haveLanguages, readerLocale } from "#messages/words.ts";
import { englishIn, readable } from "#tests/support/english.ts";

const ACCENTED = "el-x-accented";
afterEach(() => haveLanguages([]));

const camps: Record<string, () => Promise<EventView | null>> = {
  greek: async () => ({ locale: ACCENTED }) as EventView,
  english: async () => ({ locale: "en-GB" }) as EventView,
  old: async () => ({ locale: "tlh" }) as EventView,
  away: async () => {
    throw new Error("the database is away");
  },
};

function spoken(url: string): Promise<string> {
  const find = async (slug: string) => (await camps[slug]?.()) ?? null;
  return new Promise((resolve) =>
    answerInLanguage({ url } as IncomingMessage, find, () => resolve(readerLocale())),
  );
}

test.each([
  ["/e/greek/now", ACCENTED],
  ["/live/greek/stream", ACCENTED],
  ["/now/greek?x", ACCENTED],
  ["/e/english", "en-GB"],
  ["/e/old", "en-GB"],
  ["/e/away/now", "en-GB"],
  ["/e/nobody", "en-GB"],
  ["/sign-in", "en-GB"],
])("%s is answered in %s", async (url, locale) => {
  haveLanguages(["en-GB", ACCENTED]);
  expect(await spoken(url)).toBe(locale);
});

test("with one language no camp is looked for", async () => {
  haveLanguages([ACCENTED]);
  expect(await spoken("/e/away")).toBe(ACCENTED);
});

test("what is said while the database is away has no English left, to readers and to senders", () => {
  haveLanguages([ACCENTED]);
  for (const method of ["GET", "POST"]) {
    const html = awayPage({ url: "/e/camp", method } as IncomingMessage).html.toString();
    expect(html).toContain(`<html lang="${ACCENTED}" dir="ltr">`);
    expect(englishIn(readable(html))).toEqual([]);
  }
});
