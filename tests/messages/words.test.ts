import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { accented } from "#messages/accented/accent.ts";
import { en } from "#messages/en.ts";
import { lookup } from "#messages/lookup.ts";
import {
  haveLanguages,
  inLanguage,
  languages,
  messagesIn,
  perLanguage,
  readerLocale,
  wordsOf,
} from "#messages/words.ts";

const ACCENTED = "el-x-accented";
const words = wordsOf("voting");
const { mine } = words;

afterEach(() => haveLanguages([]));

describe("words", () => {
  it("are those of whoever is answered, also through a constant made before, and after waiting", async () => {
    haveLanguages(["en-GB", ACCENTED]);
    const read = async () => {
      await sleep(1);
      return [readerLocale(), words.come, mine.title];
    };
    const both = await Promise.all([inLanguage("en-GB", read), inLanguage(ACCENTED, read)]);
    expect(both).toEqual([
      ["en-GB", en.voting.come, en.voting.mine.title],
      [ACCENTED, accented(en.voting.come), accented(en.voting.mine.title)],
    ]);
  });

  it("are those of the installation outside of any request, and for a language it does not have", () => {
    expect(languages()).toEqual(["en-GB"]);
    expect(words.come).toBe(en.voting.come);
    expect(inLanguage(ACCENTED, () => words.come)).toBe(en.voting.come);
    haveLanguages([ACCENTED, "tlh"]);
    expect(languages()).toEqual([ACCENTED]);
    expect(words.come).toBe(accented(en.voting.come));
    expect(inLanguage("", () => words.come)).toBe(accented(en.voting.come));
    expect(messagesIn("en-GB").voting.come).toBe(accented(en.voting.come));
  });

  it("can be walked, spread and handed on like the plain thing", () => {
    expect({ ...words.hands }).toEqual(en.voting.hands);
    expect(Object.keys(words)).toEqual(Object.keys(en.voting));
    expect(JSON.stringify(words)).toBe(JSON.stringify(en.voting));
    expect("come" in words).toBe(true);
    expect("gone" in words).toBe(false);
  });

  it("make a thing once for each language", () => {
    haveLanguages(["en-GB", ACCENTED]);
    let times = 0;
    const thing = perLanguage(() => ({ times: ++times, says: words.come }));
    const seen = ["en-GB", ACCENTED, "en-GB"].map((locale) => inLanguage(locale, thing));
    expect(seen.map((it) => it.times)).toEqual([1, 2, 1]);
    expect(seen[1]?.says).toBe(accented(en.voting.come));
  });

  it("follow a part that is made anew", () => {
    let now = { part: { text: "one" } };
    const { part } = lookup(() => now);
    now = { part: { text: "two" } };
    expect(part.text).toBe("two");
  });
});
