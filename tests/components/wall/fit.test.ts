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

/** The smallest letters on any of its pages. */
const least = (pages: ReturnType<typeof layCards>) =>
  Math.min(...pages.flatMap(({ cards }) => cards.map(({ fit }) => fit)));

test("eight usual titles are larger than a wall's must be, also over two changes, and short ones half as large again", () => {
  expect(layCards(usual(8), UNDER_SESSIONS)).toHaveLength(1);
  expect(layCards(usual(8), UNDER_CHANGES)).toHaveLength(1);
  expect(least(layCards(usual(8), UNDER_CHANGES))).toBeGreaterThanOrEqual(1.05);
  const short = Array.from({ length: 8 }, () => card("Podcasts for nobody"));
  expect(least(layCards(short, UNDER_SESSIONS))).toBeGreaterThanOrEqual(1.5);
});

test("few sessions get wide cards and large letters", () => {
  expect(layCards(usual(1), ALONE)).toMatchObject([{ columns: 1, cards: [{ fit: 2.4 }] }]);
  expect(layCards(usual(4), ALONE)[0]!.columns).toBe(2);
});

test("what would be too small to read takes turns, and every card has one", () => {
  const pages = layCards(usual(24), UNDER_CHANGES);
  expect(pages.length).toBeGreaterThan(1);
  expect(least(pages)).toBeGreaterThanOrEqual(READABLE);
  expect(pages.flatMap(({ cards }) => cards.map((it) => it.card))).toEqual(usual(24));
});

test("whatever the words, a size and columns are found, every card is shown once, and nothing turns while all can be read", () => {
  const cards = fc.array(fc.string({ maxLength: 90 }).map(card), { maxLength: 24 });
  fc.assert(
    fc.property(cards, (some) => {
      const pages = layCards(some, 36);
      expect(pages.flatMap(({ cards }) => cards.map((it) => it.card))).toEqual(some);
      for (const { columns, cards } of pages) {
        expect(COLUMNS).toContain<Columns>(columns);
        for (const { fit } of cards) expect(FITS).toContain(fit);
      }
      if (some.length > 1 && pages.length < some.length)
        expect(least(pages)).toBeGreaterThanOrEqual(READABLE);
    }),
  );
});

test("a card with few words has larger letters than one with many beside it", () => {
  const { cards } = layCards([card("Podcasts"), ...usual(7)], UNDER_CHANGES)[0]!;
  expect(cards[0]!.fit).toBeGreaterThan(cards[2]!.fit);
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
