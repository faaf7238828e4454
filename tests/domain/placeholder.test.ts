import { expect, it } from "vitest";
import { readMarkdown } from "#domain/markdown.ts";
import { filled, filledLine, leadsToPage, unknownIn, type Values } from "#domain/placeholder.ts";
import { richHtml } from "#domain/rich-text.ts";

const values: Values = {
  ...{ name: "*Ama* {place} [x](https://x.example)", camp: "Brum Camp", day: "Friday 14 July", doors: "9am" },
  place: "The Bond",
  "my page": { says: "your page", to: "https://camp.example/r/1" },
};

it("fills in each reader's own, however it is spelt", () => {
  expect(filledLine("{Camp} at { place }, { MY  page }", values)).toBe("Brum Camp at The Bond, your page");
  expect(richHtml(filled(readMarkdown("**{day}**: {my page}, {doors}"), values))).toBe(
    '<p><strong>Friday 14 July</strong>: <a href="https://camp.example/r/1">your page</a>, 9am</p>',
  );
});

it("reads no marks and no braces in what somebody is called", () => {
  expect(richHtml(filled(readMarkdown("Dear {name}"), values))).toBe(
    "<p>Dear *Ama* {place} [x](https://x.example)</p>",
  );
});

it("puts no link into a link", () => {
  expect(richHtml(filled(readMarkdown("[{my page} here](https://y.example)"), values))).toBe(
    '<p><a href="https://y.example">your page here</a></p>',
  );
});

it("fills in lists and quotes too", () => {
  expect(richHtml(filled(readMarkdown("- {day}\n\n> {place}"), values))).toBe(
    "<ul><li>Friday 14 July</li></ul>\n<blockquote><p>The Bond</p></blockquote>",
  );
});

it("knows what it cannot fill in, and what leads to a page", () => {
  expect(unknownIn("{nmae} {name} {} {give back} {nmae}")).toEqual(["nmae", "", "give back"]);
  expect(["{My Page}", "{page}", "my page"].map(leadsToPage)).toEqual([true, false, false]);
});
