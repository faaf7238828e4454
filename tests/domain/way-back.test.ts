import { expect, test } from "vitest";
import { wayBack } from "#domain/way-back.ts";

test.each([
  "/e/canalcamp",
  "/e/canalcamp/me",
  "/e/canalcamp/pitches",
  "/e/canalcamp/desk",
  "/sign-in/passkeys",
])("%s is a page", (path) => {
  expect(wayBack(path)).toBe(path);
});

test.each([
  ...["", "/", "//evil.example", "/e/canalcamp/r/secret", "/e/canalcamp/r", "/e/canalcamp/me/", "/e//me"],
  ...["https://evil.example/e/canalcamp", "/e/canalcamp\\@evil.example", "/e/canalcamp/me?x=1", "/e/a\n/me"],
  ...["/desk", undefined, null, ["/e/canalcamp"]],
])("%j is none", (path) => {
  expect(wayBack(path)).toBe(null);
});
