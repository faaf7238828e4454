import fc from "fast-check";
import { expect, it } from "vitest";
import { deadLinksIn, readMarkdown } from "#domain/markdown.ts";
import { richHtml, richText } from "#domain/rich-text.ts";

const html = (text: string) => richHtml(readMarkdown(text));

it("reads bold, lists, links and broken lines", () => {
  expect(html("**Doors** at *nine*\nby the [canal](https://map.example)\n\n- tea\n- cake")).toBe(
    '<p><strong>Doors</strong> at <em>nine</em><br>by the <a href="https://map.example">canal</a></p>\n<ul><li>tea</li><li>cake</li></ul>',
  );
});

it("makes a link of an address that was pasted, without the full stop after it", () => {
  expect(html("See https://map.example/a_b_c. Or (https://b.example).")).toBe(
    '<p>See <a href="https://map.example/a_b_c">https://map.example/a_b_c</a>. Or (<a href="https://b.example">https://b.example</a>).</p>',
  );
});

it("keeps HTML and code as the signs that were typed", () => {
  expect(html("<b onclick=x>hi</b> `a`\n\n    indented")).toBe(
    "<p>&lt;b onclick=x&gt;hi&lt;/b&gt; `a`</p>\n<p>indented</p>",
  );
});

it("takes of a picture and of a link to anywhere else its words", () => {
  expect(html("![the entrance](https://a.example/x.png) [run](javascript:alert(1)) <ftp://a.example>")).toBe(
    "<p>the entrance run ftp://a.example</p>",
  );
});

it("makes no tag and no address of its own, whatever is typed", () => {
  const signs = fc.constantFrom(
    ..."<>&\"'`*_[]()!#->~{}\n :/=",
    "https://",
    "javascript:",
    "a",
    "<img src=x>",
    "](",
  );
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 40 }), (typed) => {
      const said = html(typed.join(""));
      const tags = said.match(/<[^>]*>/g) ?? [];
      const known =
        /^<(\/?(p|strong|em|ul|ol|li|blockquote|h2|a)|br|hr|ol start="\d+"|a href="(https?:\/\/|mailto:)[^"<>]*")>$/;
      expect(tags.filter((tag) => !known.test(tag))).toEqual([]);
      richText(readMarkdown(typed.join("")));
    }),
  );
});

// Before, a link that led nowhere became words in silence.
it("names the links that go out as words alone, with where they were to lead", () => {
  const text =
    "See the [map **here**](javascript:alert(1)), [ours](www.town.gov.uk), [good](https://town.example) and <b@x.example>.\n\n- [one][a] [mine](mailto:a@b.example)\n\n[a]: https://else.example";
  expect(deadLinksIn(text)).toEqual([
    { words: "map here", to: "javascript:alert(1)" },
    { words: "ours", to: "www.town.gov.uk" },
    { words: "one", to: "https://else.example" },
  ]);
  expect(deadLinksIn("[plain] words, {my page} and https://town.example")).toEqual([]);
});
