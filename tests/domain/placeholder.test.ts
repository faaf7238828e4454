import { expect, it } from "vitest";
import { readMarkdown } from "#domain/markdown.ts";
import {
  endOf,
  filled,
  filledLine,
  leadsToPage,
  missingIn,
  unknownIn,
  type Values,
} from "#domain/placeholder.ts";
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

it("fills in what only some mails know where it is known, and leaves it standing where it is not", () => {
  expect(filledLine("{code} until {until}", values)).toBe("{code} until {until}");
  expect(filledLine("{Code} until {until}", { ...values, code: "123456", until: "4pm" })).toBe(
    "123456 until 4pm",
  );
  expect(unknownIn("{code} {name} {toString}", ["code", "name"])).toEqual(["toString"]);
  expect(filledLine("{toString} {constructor}", values)).toBe("{toString} {constructor}");
});

it("knows which of some are missing, however they are spelt", () => {
  expect(missingIn("{My Page} and { code }", ["my page", "code", "until"])).toEqual(["until"]);
});

it("reads a line that ends with a placeholder, and no other", () => {
  expect(endOf("Say yes or no: {my page}")).toEqual({ before: "Say yes or no", name: "my page" });
  expect(endOf(" {CODE} ")).toEqual({ before: "", name: "code" });
  for (const line of ["{my page} is yours", "At {place}: {my page}", "plain", "{my page"])
    expect(endOf(line), line).toBeNull();
});
