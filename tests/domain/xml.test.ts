import { expect, test } from "vitest";
import { element, xmlText } from "#domain/xml.ts";

test("text for XML has no sign that XML may not have", () => {
  expect(xmlText("a\u0000\u0008\ufffe\ud800b\n<&>\"'")).toBe("ab\n&lt;&amp;&gt;&quot;&#39;");
});

test("an element holds text alone", () => {
  expect(element("title", "Tea & cake")).toBe("<title>Tea &amp; cake</title>");
});
