/** Letters on a wall are as large as they can be, and what would be too small to read from the back takes turns. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  asManyAsFit,
  COLUMNS,
  type Columns,
  cut,
  FITS,
  heightOfSaid,
  layCards,
  READABLE,
} from "#components/wall/fit.ts";

const card = (title: string) => ({ title, room: "Committee room", remarks: [] });
const usual = (n: number) =>
  Array.from({ length: n }, (_, at) =>
    card(
      [
        "Crowd-sourcing a comms plan",
        "AI: what are we actually allowed to do?",
        "What gritters taught us about being funny",
        "Photography walk",
      ][at % 4]!,
    ),
  );

/** What is left of a screen under its head, above a band of two lines, and above one with two changes. */
const [ALONE, UNDER_SESSIONS, UNDER_CHANGES] = [49, 42.6, 38.3];

test("eight usual titles are larger than a wall's must be, also over two changes, and short ones half as large again", () => {
  expect(layCards(usual(8), UNDER_SESSIONS)).toMatchObject({ columns: 4, pages: [expect.anything()] });
  expect(layCards(usual(8), UNDER_CHANGES).fit).toBeGreaterThanOrEqual(1.05);
  const short = Array.from({ length: 8 }, () => card("Podcasts for nobody"));
  expect(layCards(short, UNDER_SESSIONS).fit).toBeGreaterThanOrEqual(1.5);
});

test("few sessions get wide cards", () => {
  expect(layCards(usual(1), ALONE)).toMatchObject({ fit: 2.4, columns: 1 });
  expect(layCards(usual(4), ALONE).columns).toBe(2);
});

test("what would be too small to read takes turns, and every card has one", () => {
  const { fit, pages } = layCards(usual(24), UNDER_CHANGES);
  expect(fit).toBeGreaterThanOrEqual(READABLE);
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.flat().map((it) => it.card)).toEqual(usual(24));
});

test("whatever the words, a size and columns are found, every card is shown once, and nothing turns while all can be read", () => {
  const cards = fc.array(fc.string({ maxLength: 90 }).map(card), { maxLength: 24 });
  fc.assert(
    fc.property(cards, (some) => {
      const { fit, columns, pages } = layCards(some, 36);
      expect(FITS).toContain(fit);
      expect(COLUMNS).toContain<Columns>(columns);
      expect(pages.flat().map((it) => it.card)).toEqual(some);
      expect(pages.flat().every((it) => it.fit >= fit)).toBe(true);
      if (pages.length === 1 && some.length > 1) expect(fit).toBeGreaterThanOrEqual(READABLE);
    }),
  );
});

test("a card with few words has larger letters than one with many beside it", () => {
  const [{ fit: short } = { fit: 0 }, { fit: long } = { fit: 0 }] = layCards(
    [card("Podcasts"), ...usual(7)],
    UNDER_CHANGES,
  ).pages[0]!.slice(0, 3);
  expect(short).toBeGreaterThan(long);
});

test("a list is cut before its words are", () => {
  expect(asManyAsFit(["one", "two", "three"], String, 18)).toEqual(["one", "two"]);
  expect(asManyAsFit(["one", "two"], String, 100)).toEqual(["one", "two"]);
});

test("a title is cut after a word, and a word without an end anywhere", () => {
  expect(cut("What gritters taught us about being funny", 24)).toBe("What gritters taught us…");
  expect(cut("Photography walk", 24)).toBe("Photography walk");
  expect(cut("x".repeat(40), 12)).toBe(`${"x".repeat(11)}…`);
});

test("leaves an announcement as much of the head as it takes: measured at 1920 px, one line 100, two 129, a word of 140 letters 177", () => {
  const pixels = (text: string) => heightOfSaid(text) * 19.2;
  const long =
    "Lunch is in the dye house, and those who asked for gluten-free food find it at the small table. ".repeat(
      2,
    );
  for (const [text, tall] of [
    ["Lunch is in the dye house", 100],
    [long.slice(0, 140), 129],
    [`W${"o".repeat(139)}`, 177],
  ] as const) {
    expect(pixels(text)).toBeGreaterThanOrEqual(tall);
    expect(pixels(text)).toBeLessThan(tall + 70);
  }
});
