/** A camp's own pages: our words of them, and what a camp wrote with what it has set filled in. */
import { type CampPage, FACTS_OF_PAGES, type PageFact, withoutGaps } from "#domain/camp-page.ts";
import type { EventView } from "#domain/event.ts";
import { readMarkdown } from "#domain/markdown.ts";
import { filled } from "#domain/placeholder.ts";
import type { Rich } from "#domain/rich-text.ts";
import { dates, doors } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const words = wordsOf("campPage");
const texts = wordsOf("campPageTexts");

/** A sign that no language has a word for, in the place of each fact. */
const SIGN = Object.fromEntries(
  FACTS_OF_PAGES.map((name, at) => [name, String.fromCharCode(0xe000 + at)]),
) as Record<PageFact, string>;

/** Our own words of a page, with what can be filled in in braces. */
export function ourPage(page: CampPage): string {
  const { camp, day, doors: opens, place, "days kept": keep } = SIGN;
  const text = texts[page]({ camp, day, doors: opens, place, keep });
  return FACTS_OF_PAGES.reduce((all, name) => all.replaceAll(SIGN[name], `{${name}}`), text);
}

export type PagedCamp = Pick<EventView, "name" | "place" | "zone" | "days"> & { keepDays: number };

/** A page as its readers get it. @param body null for our own words */
export function writePage(page: CampPage, body: string | null, camp: PagedCamp): Rich[] {
  const where = { locale: readerLocale(), zone: camp.zone };
  const days = camp.days.map(({ startsAt }) => startsAt);
  const values: Record<PageFact, string> = {
    ...{ camp: camp.name, place: camp.place, day: dates(days, where), doors: doors(days, where) },
    "days kept": String(camp.keepDays),
  };
  return filled(readMarkdown(withoutGaps(body ?? ourPage(page), words.gap)), values);
}
