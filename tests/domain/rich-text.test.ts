import { expect, it } from "vitest";
import { isLinkable, type Rich, richHtml, richText } from "#domain/rich-text.ts";

const text = (words: string) => ({ kind: "text", text: words }) as const;

it("leads to the web and to mailboxes, and nowhere else", () => {
  const leads = ["https://a.example/x?y", "http://a.example", "mailto:a@b.example"];
  const stay = ["javascript:alert(1)", "data:text/html,x", "ftp://a.example", "/e/camp", "//a.example", "x"];
  expect([...leads, ...stay].filter(isLinkable)).toEqual(leads);
});

it("escapes whatever was typed, in words and in addresses", () => {
  const link = { kind: "link", to: 'https://a.example/"><b>', of: [text("<b>")] } as const;
  expect(richHtml([{ kind: "paragraph", of: [text("<script>"), link] }])).toBe(
    '<p>&lt;script&gt;<a href="https://a.example/&quot;&gt;&lt;b&gt;">&lt;b&gt;</a></p>',
  );
});

it("says in plain text where a link leads, once", () => {
  const links: Rich[] = [
    { kind: "paragraph", of: [{ kind: "link", to: "https://a.example", of: [text("the map")] }] },
    { kind: "paragraph", of: [{ kind: "link", to: "https://a.example", of: [text("https://a.example")] }] },
    { kind: "paragraph", of: [{ kind: "link", to: "mailto:a@b.example", of: [text("a@b.example")] }] },
  ];
  expect(richText(links)).toBe("the map <https://a.example>\n\nhttps://a.example\n\na@b.example");
});

it("numbers and indents lists and quotes alike in both", () => {
  const one = [{ kind: "paragraph", of: [text("one")] }] as const;
  const list = {
    kind: "list",
    from: 3,
    items: [one, [...one, { kind: "list", from: null, items: [one] }]],
  } as const;
  expect(richText([list])).toBe("3. one\n4. one\n   - one");
  expect(richHtml([list])).toBe('<ol start="3"><li>one</li><li>one\n<ul><li>one</li></ul></li></ol>');
  expect(richText([{ kind: "quote", of: [...one, { kind: "rule" }] }])).toBe("> one\n>\n> * * *");
});
