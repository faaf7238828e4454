import { expect, test } from "vitest";
import { Html, html } from "#live/plain/html.ts";

test("whatever was typed is escaped, in text and in attributes", () => {
  const typed = `"><script>alert('x')</script>&`;
  expect(html`<a href="/${typed}">${typed}</a>`.text).toBe(
    '<a href="/&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">' +
      "&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</a>",
  );
});

test("parts that are HTML stay so, lists are joined, null is nothing", () => {
  expect(
    html`<ul>${["a", "<b>"].map((item) => html`<li>${item}`)}${null}${new Html("<hr>")}${7}</ul>`.text,
  ).toBe("<ul><li>a<li>&lt;b&gt;<hr>7</ul>");
});
