import { expect, it } from "vitest";
import { CAMP_PAGES, FACTS_OF_PAGES, gapsIn, isReviewed } from "#domain/camp-page.ts";
import { LONGEST } from "#domain/limits.ts";
import { unknownIn } from "#domain/placeholder.ts";
import { richHtml, richText } from "#domain/rich-text.ts";
import { ourPage, writePage } from "#messages/camp-page.ts";
import { LANGUAGES } from "#messages/languages.ts";
import { haveLanguages, inLanguage } from "#messages/words.ts";

const CAMP = {
  ...{ name: "Star*camp <b>", place: "The [Mill](x), Leeds", zone: "Europe/London", keepDays: 30 },
  days: [{ id: "d", date: "2026-07-14", startsAt: "2026-07-14T07:30:00Z", phase: "doors" as const }],
};

it.each(CAMP_PAGES)("has words of the page %s from the start, in every language", (page) => {
  haveLanguages(Object.keys(LANGUAGES));
  for (const locale of Object.keys(LANGUAGES)) {
    const ours = inLanguage(locale, () => ourPage(page));
    expect(ours.length).toBeGreaterThan(150);
    expect(ours.length).toBeLessThanOrEqual(LONGEST.pageBody);
    expect(unknownIn(ours, FACTS_OF_PAGES)).toEqual([]);
    expect(gapsIn(ours).length > 0).toBe(isReviewed(page));
  }
  haveLanguages([]);
  const shown = richText(writePage(page, null, CAMP));
  expect(shown).not.toMatch(/[[\]{}]{2}|undefined|[\ue000-\ue0ff]/);
});

it("fills in what the camp has set, whatever marks are in it", () => {
  const html = richHtml(
    writePage("travel", "**{camp}**, {place}, {day}, {doors}, {days kept}, {what}", CAMP),
  );
  expect(html).toBe(
    "<p><strong>Star*camp &lt;b&gt;</strong>, The [Mill](x), Leeds, Tuesday 14 July, 8.30am, 30, {what}</p>",
  );
});

it("shows no HTML, no picture and no script", () => {
  const html = richHtml(
    writePage("food", "<script>x</script> ![p](https://x.org/p.png) [a](javascript:x) <b>", CAMP),
  );
  expect(html).not.toMatch(/<script|<img|href|<b>/);
});
