import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  emailAddress,
  isReachable,
  sameAddress,
  shownAddress,
  standInAddress,
} from "#domain/email-address.ts";

describe("an email address", () => {
  test("is kept as it is compared: lower case, its domain in ASCII", () => {
    const same = {
      "r&d@example.org": "r&d@example.org",
      "info@xn--d1abbgf6aiiy.xn--p1ai": "info@xn--d1abbgf6aiiy.xn--p1ai",
      "info@президент.рф": "info@xn--d1abbgf6aiiy.xn--p1ai",
      "max@müller.de": "max@xn--mller-kva.de",
      "max@mu\u0308ller.de": "max@xn--mller-kva.de",
      " Ama.Mensah@Example.GOV.UK\u200b": "ama.mensah@example.gov.uk",
      "o'brien+camp@example.org": "o'brien+camp@example.org",
      "a..b@docomo.example": "a..b@docomo.example",
      "name@faß.de": "name@xn--fa-hia.de",
      "x@1and1.com": "x@1and1.com",
    };
    expect(Object.fromEntries(Object.keys(same).map((typed) => [typed, emailAddress(typed)]))).toEqual(same);
  });
  test("is none where no mail server could be found, or two could be meant", () => {
    const none = [
      "",
      "ama",
      "@example.org",
      "ama@",
      "ama@localhost",
      "ama@gmail",
      "ama@127.0.0.1",
      "ama@0x7f.1",
      "ama@[::1]",
      "ama@exam ple.org",
      "ama@example.org.",
      "ama@-example.org",
      "ama@exa_mple.org",
      "ama@example.org:25",
      "ama@example.org/path",
      "ama@exam%70le.org",
      "ama@user@example.org",
      "jörg@example.org",
      '"ama"@example.org',
      "Ama <ama@example.org>",
      "ama@example.org, bo@example.org",
      `${"a".repeat(65)}@example.org`,
      `a@${"b".repeat(64)}.org`,
      `${"a".repeat(60)}@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.${"e".repeat(10)}.org`,
    ];
    expect(none.map(emailAddress)).toEqual(none.map(() => null));
  });
  test("is left alone once it is kept, whatever was typed, and no text makes it throw", () => {
    const typed = fc.oneof(
      fc.uint16Array({ maxLength: 20 }).map((units) => String.fromCharCode(...units)),
      fc
        .tuple(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }))
        .map((parts) => parts.join("@")),
      fc
        .tuple(fc.constantFrom("ama", "r&d"), fc.string({ unit: "grapheme", minLength: 1 }))
        .map(([a, b]) => `${a}@${b}.org`),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const address = emailAddress(text);
        expect(address === null ? null : emailAddress(address)).toBe(address);
        expect(address ?? "a@b.c").toMatch(/^[\x21-\x7e]+@[a-z0-9.-]+$/);
        expect(address && emailAddress(address.toUpperCase())).toBe(address);
      }),
    );
  });
});

test("texts are compared by the address they are, and what is no address still without capitals and spaces", () => {
  expect(sameAddress(" Max@Müller.de ")).toBe("max@xn--mller-kva.de");
  expect(sameAddress(" Siân.Morgan@Cardiff.gov.uk ")).toBe("siân.morgan@cardiff.gov.uk");
  fc.assert(fc.property(fc.string(), (text) => sameAddress(sameAddress(text)) === sameAddress(text)));
});

test("whoever has no address has one that stands in for it, to which nothing is sent and which nobody reads", () => {
  const id = "01a21dc0-2626-7a3c-a151-ccd73dad0675";
  const address = standInAddress(id);
  expect(emailAddress(address)).toBe(address);
  expect([isReachable(address), shownAddress(address)]).toEqual([false, ""]);
  expect([isReachable("ama@example.org"), shownAddress("ama@example.org")]).toEqual([
    true,
    "ama@example.org",
  ]);
});
