import { PLACEHOLDERS, type Placeholder } from "#domain/placeholder.ts";
import { wordsOf } from "#messages/words.ts";

const { begin } = wordsOf("groupMail");

export const BEGINNINGS = ["joining", "venue", "reminder", "thanks"] as const;

export const braced = (name: Placeholder) => `{${name}}`;

/** As the page names them. */
export const allBraced = () => PLACEHOLDERS.map(braced).join(", ");

/** What a mail to a group can begin with, in the language of whoever writes it. */
export function beginningOf(name: (typeof BEGINNINGS)[number]): { subject: string; body: string } {
  return begin.texts[name]({
    ...{ day: braced("day"), doors: braced("doors"), place: braced("place"), camp: braced("camp") },
    page: braced("my page"),
  });
}
