/** The feeds of a round-up, as feed readers hold them against RFC 4287 and RSS 2.0. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { escaped } from "#domain/html.ts";
import { FEED_LINKS, type RoundUpFeed, roundUpAtom, roundUpRss } from "#domain/round-up-feed.ts";

const SELF = "https://camp.example.org/e/tea/round-up.atom";
const ID = "0190a3b0-0000-7000-8000-000000000001";

const at = (minute: number) => new Date(Date.UTC(2026, 6, 14, 12, minute)).toISOString();
const one = (minute: number, rest = {}) => ({
  ...{ id: ID, url: "https://example.org/a?b=1&c=2", kind: "post" as const, title: "Tea & <cake>" },
  ...{ author: "Ama", pitchId: null, addedAt: at(minute) },
  ...rest,
});
const feed = (links: ReturnType<typeof one>[], title: string | null = null): RoundUpFeed => ({
  title: "The round-up of Teacamp",
  page: "https://camp.example.org/e/tea/round-up",
  author: "People at Teacamp",
  language: "en-GB",
  groups: [{ topic: title === null ? null : { id: "x", title, noteLevel: "open" }, links }],
  since: at(0),
});

const faults = async (xml: string) =>
  (await validateXML({ xml: [{ fileName: "feed.xml", contents: xml }], normalization: "format" })).errors.map(
    ({ message }) => message,
  );
const all = (xml: string, part: string) =>
  [...xml.matchAll(new RegExp(`<${part}>([^<]*)</${part}>`, "g"))].map(([, text]) => text);

const FORMS = { atom: roundUpAtom, rss: roundUpRss };

describe.each(["atom", "rss"] as const)("%s", (form) => {
  const written = (it: RoundUpFeed) => FORMS[form](it, SELF);

  test("is XML whatever somebody typed", async () => {
    const words = fc.string({ unit: "binary", maxLength: 80 });
    const some = fc.sample(fc.tuple(words, words, words), { numRuns: 15, seed: 7 });
    for (const [title, author, about] of some)
      expect([title, await faults(written(feed([one(1, { title, author })], about)))]).toEqual([title, []]);
    expect(await faults(written({ ...feed([]), groups: [] }))).toEqual([]);
  });

  test("leads to what is linked, with its name, and says itself where it is", () => {
    const xml = written(feed([one(1)]));
    expect(xml).toContain(escaped("https://example.org/a?b=1&c=2"));
    expect(xml).toContain("Tea &amp; &lt;cake&gt;");
    expect(xml).toMatch(new RegExp(`rel="self" type="application/${form}\\+xml" href="${SELF}"`));
  });

  test("has the newest first, and as many as there may be", () => {
    const links = Array.from({ length: FEED_LINKS + 5 }, (_, n) => one(n, { title: `No ${n}` }));
    const titles = all(written(feed(links)), "title").filter((title) => title!.startsWith("No "));
    expect([titles.length, titles[0], titles.at(-1)]).toEqual([FEED_LINKS, `No ${FEED_LINKS + 4}`, "No 5"]);
  });

  test("says the session a link is about", () => {
    expect(written(feed([one(1)], "Swaps"))).toContain("Swaps");
  });
});

describe("Atom", () => {
  test("has what RFC 4287 asks of a feed and of an entry, each once", () => {
    const xml = roundUpAtom(feed([one(1, { author: "" }), one(2)]), SELF);
    const [head, ...entries] = xml.split("<entry>");
    for (const part of ["id", "title", "updated"]) expect([part, all(head!, part).length]).toEqual([part, 1]);
    // An entry without an author takes the feed's.
    expect(all(head!, "name")).toEqual(["People at Teacamp"]);
    for (const entry of entries)
      for (const part of ["id", "title", "updated"])
        expect([part, all(entry, part).length]).toEqual([part, 1]);
    expect(entries.map((entry) => all(entry, "name"))).toEqual([["Ama"], []]);
    expect(entries[0]).toContain(`urn:uuid:${ID}`);
    expect(all(head!, "updated")).toEqual([at(2)]);
  });

  test("of nothing was last changed when the camp began", () => {
    expect(all(roundUpAtom({ ...feed([]), groups: [] }, SELF), "updated")).toEqual([at(0)]);
  });
});

test("RSS dates are those of RFC 822, with four figures of the year", () => {
  expect(all(roundUpRss(feed([one(1)]), SELF), "pubDate")).toEqual(["Tue, 14 Jul 2026 12:01:00 +0000"]);
});
