/** What somebody copies for where they work: their own words, as text and as HTML that is nothing else. */
import { expect, it } from "vitest";
import { copiedFrom, pageAround } from "#components/write-up/copied.ts";
import { writeUp as words } from "#messages/en/write-up.ts";

const PLACE = { locale: "en-GB", zone: "Europe/London" } as const;
const OF = { pitchId: "01a2140c-08fe-7ccc-9585-bd7a1bdcaab6", day: null };
const own = (rest = {}) => ({
  ...{ of: OF, title: "Maps <for> all", unlisted: false },
  ...{ learned: "One & two\n\nThree\nfour", doing: "", readers: "Planners", ...rest },
});

it("says what was answered under what was asked, and leaves out what was not", () => {
  const { text } = copiedFrom("Brum Camp", [own()], PLACE);
  expect(text.split("\n").filter(Boolean)).toEqual([
    words.copy.heading("Brum Camp"),
    "Maps <for> all",
    `${words.questions.learned}:`,
    ...["One & two", "Three", "four"],
    `${words.questions.readers}:`,
    "Planners",
  ]);
});

it("is HTML of headings and paragraphs, in which what was typed is text", () => {
  const { html } = copiedFrom("Brum & Camp", [own()], PLACE);
  expect(html).toContain("<h2>Maps &lt;for&gt; all</h2>");
  expect(html).toContain("<p>One &amp; two</p>\n<p>Three<br>\nfour</p>");
  expect(new Set(html.match(/<\/?[a-z0-9]+/g))).toEqual(
    new Set(["<h1", "</h1", "<h2", "</h2", "<h3", "</h3", "<p", "</p", "<br"]),
  );
  expect(pageAround(html, "A <title>", "en-GB")).toContain("<title>A &lt;title&gt;</title>");
});

it("leaves the title of a session that is not listed at the camp, and names a day by its date", () => {
  const { text, html } = copiedFrom(
    "Brum Camp",
    [
      own({ unlisted: true, title: "Secret" }),
      own({ of: { pitchId: null, day: "2026-07-14" }, title: null }),
    ],
    PLACE,
  );
  expect(text + html).not.toContain("Secret");
  expect(text).toContain(words.untitled);
  expect(text).toContain("14 July");
});
