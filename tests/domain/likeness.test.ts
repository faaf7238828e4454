import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allLike, likenessTo, pairsAlike } from "#domain/likeness.ts";

const titled = (...titles: string[]) => titles.map((title) => ({ title }));
const find = (typed: string, ...titles: string[]) => likenessTo(titled(...titles))(typed);
const alike = { same: false };

describe("the same title", () => {
  test.each([
    ["Short video on no budget", "short  video, on no budget!"],
    ["What’s next?", "Whats next"],
    ["Café communications", "cafe communications"],
    ["AI", "ai"],
    ["???", "???"],
    ["'", "'"],
  ])("%s is the same as %s", (title, typed) => {
    expect(find(typed, title)).toMatchObject({ pitch: { title }, same: true });
  });

  test("is found before one that is only like it, whichever came first", () => {
    expect(find("Video on a budget", "Videos on a budget", "Video on a budget")).toMatchObject({
      pitch: { title: "Video on a budget" },
      same: true,
    });
  });

  test("is found whatever anybody typed", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", minLength: 1 })), fc.nat(), (titles, at) => {
        const typed = titles[at % titles.length];
        if (!typed?.trim()) return;
        expect(find(typed, ...titles)?.same).toBe(true);
      }),
    );
  });
});

describe("a title like it", () => {
  test.each([
    ["Short video on no budget", "Making short videos without a budget"],
    ["Short video on no budget", "Short videos"],
    ["How do you brief a nervous chief executive?", "Briefing nervous chief executives"],
    ["Running a newsroom", "How we run our newsrooms"],
    ["Getting councillors onto TikTok", "Councillors on TikTok"],
    ["Accesibility of PDFs", "Accessibility of PDFs"],
    ["Ymgyrchoedd dwyieithog", "Ymgyrch ddwyieithog"],
    ["Policies for social media", "A policy for social media"],
  ])("%s is like %s", (title, typed) => {
    expect(find(typed, "Lunch", title)).toMatchObject({ pitch: { title }, ...alike });
    expect(find(title, "Lunch", typed)).toMatchObject({ pitch: { title: typed }, ...alike });
  });

  test.each([
    ["Short video on no budget", "Short stories"],
    ["How do you brief a nervous chief executive?", "How do you write a newsletter?"],
    ["What should we do about AI?", "What should we do about housing?"],
    ["Internal communications", "Crisis communications"],
    ["Getting the best out of Canva", "Getting the best out of WhatsApp"],
    ["Rest", "Res"],
  ])("%s is not like %s", (title, typed) => {
    expect(find(typed, title)).toBe(null);
    expect(find(title, typed)).toBe(null);
  });

  test("is the likest of several, and of two as like the one that came first", () => {
    const titles = ["Video with no money", "Short video on no budget", "No budget: short video"];
    expect(find("A short video on a budget", ...titles)?.pitch.title).toBe("Short video on no budget");
    const [first, second] = titled("Short video budgets", "Short video budgets");
    expect(likenessTo([first!, second!])("Short video, budgeted")?.pitch).toBe(first);
  });

  test("is nothing before there is something to compare", () => {
    expect(find("", "Video", "")).toBe(null);
    expect(find("  ", "Video")).toBe(null);
    expect(find("Vide", "Video")).toBe(null);
    expect(find("Video on a budget")).toBe(null);
  });
});

describe("all that are alike", () => {
  const TITLES = ["Short videos", "Lunch", "Short video on no budget", "short  videos!", "Res", "Rest"];

  test("are found for a title, the same before the likest, and of those as like the earlier", () => {
    const found = (title: string) => allLike(titled(...TITLES), title).map((pitch) => pitch.title);
    expect(found("Short videos")).toEqual(["Short videos", "short  videos!", "Short video on no budget"]);
    expect(found("Rest")).toEqual(["Rest"]);
    expect(found("Breakfast")).toEqual([]);
    expect(found(" ")).toEqual([]);
  });

  test("are found two by two, each two once", () => {
    const pairs = pairsAlike(titled(...TITLES)).map((pair) => pair.map(({ title }) => title));
    expect(pairs).toEqual([
      ["Short videos", "short  videos!"],
      ["Short videos", "Short video on no budget"],
      ["Short video on no budget", "short  videos!"],
    ]);
    expect(pairsAlike(titled("", "", "Lunch"))).toEqual([]);
  });
});
