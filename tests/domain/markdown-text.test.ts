/** Text with a few marks, written back as Markdown. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMarkdown } from "#domain/markdown.ts";
import { markdownText } from "#domain/markdown-text.ts";
import { richHtml } from "#domain/rich-text.ts";

const again = (text: string) => markdownText(readMarkdown(text));

describe("what was read", () => {
  it.each([
    "## A heading with *stars*",
    "One line\nand the next, **bold** and *soft*",
    "- one\n- two\n\n  and more of two\n- three",
    "3. three\n4. four",
    "> said by *somebody*\n>\n> twice",
    "Before\n\n***\n\nafter",
    "[where it leads](https://example.org/a_b?c=d&e=(f)) and <https://example.org/_x_>",
    "Write to [us](mailto:camp@example.org)",
    "- a list\n\nand another after words\n\n1. one",
  ])("is read as the same: %j", (text) => {
    expect(richHtml(readMarkdown(again(text)))).toBe(richHtml(readMarkdown(text)));
  });

  it("keeps signs that would be marks, as signs", () => {
    const typed = "1\\. no list, \\*no star\\*, a_b_c, \\[no link](x), <b>, &amp;amp; \\# no heading";
    expect(richHtml(readMarkdown(again(typed)))).toBe(richHtml(readMarkdown(typed)));
    expect(again("\\# one\n\n\\- two\n\n\\> three\n\n2\\) four")).toBe(
      "\\# one\n\n\\- two\n\n\\> three\n\n2\\) four",
    );
  });

  it("leaves out what nobody reads", () => {
    expect(again("[//]: # (a remark)\n\nWords ![a picture](https://example.org/x.png)")).toBe(
      "Words a picture",
    );
  });
});

const PIECES = [
  ...[
    "word",
    " ",
    "\n",
    "\n\n",
    "*",
    "**",
    "_",
    "- ",
    "1. ",
    "> ",
    "# ",
    "[",
    "]",
    "\\",
    "`",
    "<b>",
    "&amp;",
    "!",
  ],
  ...[
    "[a](https://x.org/a_b)",
    "https://gov.uk/x.",
    "<https://a.org>",
    "---",
    "***",
    "    ",
    "é",
    "10) ",
    "~~~",
  ],
  "[x]: https://s.org 'remark'\n",
];

it("changes nothing any more once it was written, whatever it was written from", () => {
  const typed = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(typed, (text) => {
      const written = again(text);
      expect(again(written)).toBe(written);
    }),
    { numRuns: 300 },
  );
});
