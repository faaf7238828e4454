/** A round-up in plain text, to be sent by mail or put on an intranet. */
import type { RoundUpFeed } from "#domain/round-up-feed.ts";
import { wordsOf } from "./words.ts";

const words = wordsOf("roundUp");

export function roundUpText({ title, page, groups }: Pick<RoundUpFeed, "title" | "page" | "groups">): string {
  const parts = groups.map(({ topic, links }) => {
    const lines = links.map(({ title: name, author, url }) => {
      return `- ${author ? `${name}, ${words.by(author)}` : name}\n  ${url}`;
    });
    return [topic?.title ?? words.whole, "", ...lines].join("\n");
  });
  return `${[title, ...(parts.length > 0 ? parts : [words.none.title]), page].join("\n\n")}\n`;
}
