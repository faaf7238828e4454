import { expect, test } from "vitest";
import { publicUrl } from "#domain/public-url.ts";

test("an address of a server of the internet is taken in one spelling", () => {
  expect(publicUrl("HTTPS://Hooks.Example.ORG/a?b=c#d", 100)).toBe("https://hooks.example.org/a?b=c");
  expect(publicUrl("https://hooks.example.org:443/", 100)).toBe("https://hooks.example.org/");
});

test.each([
  ...["http://hooks.example.org/", "https://hooks.example.org:8443/", "https://me:x@hooks.example.org/"],
  ...[
    "https://127.0.0.1/",
    "https://2130706433/",
    "https://[::1]/",
    "https://localhost/",
    "https://nas.local/",
  ],
  ...["https://printer.lan/", "https://x.internal/", "ftp://hooks.example.org/", "hooks.example.org", ""],
  `https://hooks.example.org/${"x".repeat(100)}`,
])("%s is none", (text) => {
  expect(publicUrl(text, 100)).toBeNull();
});
