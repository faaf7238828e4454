/** A round-up for feed readers, the newest link first: Atom (RFC 4287) and RSS 2.0 (rssboard.org/rss-specification). */
import type { RoundUpGroup, RoundUpLink } from "#domain/round-up.ts";
import { element, xmlText } from "#domain/xml.ts";

/** Links a feed has at most: whoever reads it has read those before. */
export const FEED_LINKS = 50;

export type RoundUpFeed = {
  title: string;
  /** The address of the page with all of it. */
  page: string;
  /** Of what nobody is named as the author of. */
  author: string;
  /** BCP 47. */
  language: string;
  groups: readonly RoundUpGroup[];
  /** When it was changed last where nothing is in it: ISO 8601. */
  since: string;
};

type Entry = RoundUpLink & { about: string | null };

function entriesOf({ groups }: RoundUpFeed): Entry[] {
  return groups
    .flatMap(({ topic, links }) => links.map((link) => ({ ...link, about: topic?.title ?? null })))
    .sort((a, b) => (a.addedAt === b.addedAt ? order(a.id, b.id) : order(b.addedAt, a.addedAt)))
    .slice(0, FEED_LINKS);
}

const order = (a: string, b: string) => Number(a > b) - Number(a < b);

/** @param self the feed's own address */
export function roundUpAtom(feed: RoundUpFeed, self: string): string {
  const entries = entriesOf(feed);
  const inside = entries.map(({ id, url, title, author, about, addedAt }) => {
    return [
      "<entry>",
      element("id", `urn:uuid:${id}`),
      element("title", title),
      `<link rel="alternate" href="${xmlText(url)}"/>`,
      element("updated", addedAt),
      element("published", addedAt),
      ...(author === "" ? [] : [`<author>${element("name", author)}</author>`]),
      ...(about === null ? [] : [`<category term="${xmlText(about)}"/>`, element("summary", about)]),
      "</entry>",
    ].join("\n");
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(feed.language)}">`,
    element("id", feed.page),
    element("title", feed.title),
    `<link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(feed.page)}"/>`,
    element("updated", entries[0]?.addedAt ?? feed.since),
    // An entry without an author takes the feed's, and one of the two it must have.
    `<author>${element("name", feed.author)}</author>`,
    ...inside,
    "</feed>",
    "",
  ].join("\n");
}

/** As RFC 822 has it, with four figures of the year. */
const dated = (instant: string) => new Date(instant).toUTCString().replace("GMT", "+0000");

/** @param self the feed's own address */
export function roundUpRss(feed: RoundUpFeed, self: string): string {
  const inside = entriesOf(feed).map(({ id, url, title, author, about, addedAt }) => {
    return [
      "<item>",
      element("title", title),
      element("link", url),
      `<guid isPermaLink="false">urn:uuid:${id}</guid>`,
      element("pubDate", dated(addedAt)),
      // The author of RSS itself is an address of mail, which nobody gave us for this.
      ...(author === "" ? [] : [element("dc:creator", author)]),
      ...(about === null ? [] : [element("category", about)]),
      "</item>",
    ].join("\n");
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    "<channel>",
    element("title", feed.title),
    element("link", feed.page),
    element("description", feed.title),
    element("language", feed.language),
    `<atom:link rel="self" type="application/rss+xml" href="${xmlText(self)}"/>`,
    ...inside,
    "</channel>",
    "</rss>",
    "",
  ].join("\n");
}
