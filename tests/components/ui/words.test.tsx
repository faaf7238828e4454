/** People's words: nothing added, nothing lost, and a line may end at the joints of a long one. */
import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Words } from "#components/ui/words.tsx";
import { WORST } from "#tests/support/worst.ts";

const html = (text: string) => renderToStaticMarkup(<Words>{text}</Words>);
const read = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");

describe("words", () => {
  test("are read as they were written, whatever was written", () => {
    const joint = fc.constantFrom("/", ".", "@", " ", "-", "s", "communication", "&", "<b>", "é", "ก");
    fc.assert(
      fc.property(
        fc.array(joint).map((parts) => parts.join("")),
        fc.string(),
        (joined, free) => {
          for (const text of [joined, free, ...WORST]) expect(read(html(text))).toBe(text);
        },
      ),
    );
  });

  test("break at the joints of a long word, which stays one word", () => {
    expect(html("the communication/s team")).toBe(
      '<bdi>the <span class="joined longer-word">communication/<wbr/>s</span> team</bdi>',
    );
  });

  test("can be told from others where they are long, so that a narrow card writes them smaller", () => {
    expect(html("Safe neighbourhood")).toBe('<bdi>Safe <span class="long-word">neighbourhood</span></bdi>');
    expect(html("Safe communications")).toBe(
      '<bdi>Safe <span class="longer-word">communications</span></bdi>',
    );
  });

  test("are not long in a script that breaks between any two signs", () => {
    expect(html("地方自治体の職員が集まる会議")).toBe("<bdi>地方自治体の職員が集まる会議</bdi>");
  });

  test("that are short are left alone", () => {
    for (const text of ["and/or, 24/7, 1.30pm", "Job swaps: how do we start?", ""])
      expect(html(text)).not.toContain("wbr");
  });
});
