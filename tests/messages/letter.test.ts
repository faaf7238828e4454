/** Our own words, given out to be changed and filled in again, say what they said before. */
import { afterEach, expect, it } from "vitest";
import { knownIn, LETTERS, mailOf, problemsOf } from "#domain/mail-words.ts";
import { type LetterValues, ourLetter, sampleValues, writeLetter } from "#messages/letter.ts";
import type { Block, Written } from "#messages/mail-facts.ts";
import { haveLanguages, inLanguage, messagesIn } from "#messages/words.ts";

afterEach(() => haveLanguages([]));

const values: LetterValues = {
  ...{ name: "Ama", camp: "Brum Camp", day: "Tuesday 14 July", doors: "9am", place: "The Bond" },
  ...{
    until: "4pm on Tuesday",
    code: "123456",
    reason: "You *asked* us {to}",
    page: "https://camp.example/r/1",
  },
};

const text = ({ subject, body }: Written) => [subject, ...body.map(said)].join("\n");
function said(block: Block): string {
  if (typeof block === "string") return block;
  if ("rich" in block)
    return block.rich.map((it) => (it.kind === "paragraph" ? lineOf(it.of) : it.kind)).join("\n");
  return JSON.stringify(block);
}
const lineOf = (of: readonly { kind: string; text?: string }[]) =>
  of.map((it) => (it.kind === "text" ? it.text : `<${it.kind}>`)).join("");

/** In no Latin script, which the language of the tests would change. */
const elsewhere: LetterValues = {
  ...{ name: "美", camp: "野営", day: "火曜日", doors: "9", place: "京都" },
  ...{ until: "四時", code: "123456", reason: "雨", page: values.page },
};

const ours = (locale: string, letter: (typeof LETTERS)[number], told = values) => {
  const { mail } = messagesIn(locale);
  const { kind, status } = mailOf(letter);
  return mail[kind]({ ...told, status, proven: false, heldUntil: told.until, over: false, passOn: "" });
};

it.each(LETTERS)(
  "of %s: every word is the same, a code and a button stand out, and nothing is refused",
  (letter) => {
    const begun = ourLetter(letter);
    expect(problemsOf(letter, begun)).toEqual([]);
    expect(text(writeLetter(begun, values))).toBe(text(ours("en-GB", letter)));
  },
);

it.each(LETTERS)("of %s, in another language too", (letter) => {
  haveLanguages(["en-GB", "el-x-accented"]);
  inLanguage("el-x-accented", () => {
    const begun = ourLetter(letter);
    expect(problemsOf(letter, begun)).toEqual([]);
    expect(text(writeLetter(begun, elsewhere))).toBe(text(ours("el-x-accented", letter, elsewhere)));
  });
});

it("makes a button of a line that ends with the page, and a link of one within words", () => {
  const { body } = writeLetter(
    { subject: "s", body: "Go: {my page}\n\n{my page}\n\nSee {my page} today\n\n{code}\n\n**{code}** now" },
    values,
  );
  expect(body.slice(0, 2)).toEqual([
    { link: values.page, says: "Go" },
    { link: values.page, says: "Open your page" },
  ]);
  expect(body[2]).toMatchObject({
    rich: [{ of: [{ text: "See " }, { kind: "link", to: values.page }, { text: " today" }] }],
  });
  expect(body[3]).toEqual({ code: "123456" });
  expect(body[4]).toHaveProperty("rich");
});

it("has an example for everything that a letter may say", () => {
  const camp = {
    ...{ name: "Brum Camp", place: "The Bond", zone: "Europe/London" },
    days: [{ id: "d", date: "2026-07-14", startsAt: "2026-07-14T08:00:00.000Z", phase: "doors" as const }],
  };
  const sample = sampleValues(camp, new Date("2026-06-24T11:00:00Z"), "https://camp.example");
  for (const letter of LETTERS) {
    const all = knownIn(letter).filter((name) => name !== "my page");
    const { body } = writeLetter(
      { subject: "s", body: all.map((name) => `x {${name}} x`).join("\n\n") },
      sample,
    );
    expect(text({ subject: "", body })).not.toMatch(/[{}]/);
  }
  // As an offer made at that hour would have it: the night does not count.
  expect(sample.until).toBe("6pm on Saturday 27 June");
  const late = sampleValues(camp, new Date("2026-07-14T21:00:00Z"), "https://camp.example");
  expect(late.until).toContain("July");
});
