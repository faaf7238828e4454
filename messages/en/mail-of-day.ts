/** Somebody's own day, for which they asked. */
import type { WordFacts, Written } from "#messages/mail-facts.ts";

export function myDayMail({ camp, name, lines, link }: WordFacts["my_day"]): Written {
  return {
    subject: `Your day at ${camp}`,
    body: [
      `Hello ${name},`,
      `This is your day at ${camp}, as the grid is now:`,
      ...lines,
      "The grid may still change. This page always has the latest:",
      { link, says: "Open my day" },
    ],
  };
}
