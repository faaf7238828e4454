import { describe, expect, it } from "vitest";
import { accented, accentedWords } from "#messages/accented/accent.ts";
import { en } from "#messages/en.ts";
import { englishIn } from "#tests/support/english.ts";

/** Every text of the words that needs no facts, by where it stands. */
function texts(words: object, at = ""): [string, string][] {
  return Object.entries(words).flatMap(([name, part]): [string, string][] => {
    if (typeof part === "string") return [[`${at}.${name}`, part]];
    return typeof part === "object" && part !== null ? texts(part, `${at}.${name}`) : [];
  });
}

describe("the accented language", () => {
  const before = new Map(texts(en));
  const after = texts(accentedWords(en));

  it("has every text of English", () => {
    expect(after.map(([at]) => at)).toEqual([...before.keys()]);
  });

  it("has no plain letter in any of them", () => {
    expect(after.flatMap(([, text]) => englishIn(text))).toEqual([]);
  });

  it("has the numbers and the signs that are filled in where they were", () => {
    const kept = (text: string) => text.replace(/\p{L}/gu, "");
    expect(after.map(([, text]) => kept(text))).toEqual([...before.values()].map(kept));
  });

  it("is a third longer, all in all", () => {
    const length = (all: Iterable<string>) => [...all].join("").length;
    expect(length(after.map(([, text]) => text)) / length(before.values())).toBeGreaterThan(1.33);
  });

  it("leaves addresses alone, and what is so already", () => {
    const link = "https://camp.example/e/x";
    expect(accented(`Open ${link} now`)).toBe(`${accented("Open")} ${link} ${accented("now")}`);
    expect(accented(accented("Welcome"))).toBe(accented("Welcome"));
    const mail = accentedWords({ link: "A link", body: () => ({ link: "/e/x", says: "Go" }) });
    expect([mail.link, mail.body()]).toEqual([accented("A link"), { link: "/e/x", says: accented("Go") }]);
  });
});
