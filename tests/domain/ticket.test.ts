import fc from "fast-check";
import { expect, it } from "vitest";
import { codeIn, firstNameOf, isHandedOn, saidCode, TICKET_LENGTH, TICKET_SIGNS } from "#domain/ticket.ts";

it("has no signs that look or sound alike, and no vowel of which words are made", () => {
  expect(new Set(TICKET_SIGNS).size).toBe(TICKET_SIGNS.length);
  expect(TICKET_SIGNS).not.toMatch(/[AEIOU01L2Z5S8BDPCGVN3]/);
});

it("says a code in two halves, and nothing of none", () => {
  expect(saidCode("KWT4H7")).toBe("KWT 4H7");
  expect(saidCode("")).toBe("");
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(...TICKET_SIGNS),
        minLength: TICKET_LENGTH,
        maxLength: TICKET_LENGTH,
      }),
      (code) => saidCode(code).replace(" ", "") === code && saidCode(code).length === code.length + 1,
    ),
  );
});

it("calls people by the first word of their name that is no title", () => {
  const named: [string, string][] = [
    ["Ama Mensah", "Ama"],
    ["Dr. Ama Mensah", "Ama"],
    ["Prof Dame Ama Mensah", "Ama"],
    ["  Zoë ", "Zoë"],
    ["Dr", "Dr"],
    ["किरण देसाई", "किरण"],
  ];
  for (const [name, first] of named) expect(firstNameOf(name)).toBe(first);
});

it("takes a phone for handed on once it acts for another, or for nobody where it acted for its owner", () => {
  expect(isHandedOn({ owner: "ama", held: true }, "ama")).toBe(false);
  expect(isHandedOn({ owner: "ama", held: false }, "ama")).toBe(false);
  expect(isHandedOn({ owner: "ama", held: true }, "ben")).toBe(true);
  expect(isHandedOn({ owner: "ama", held: false }, "ben")).toBe(true);
  expect(isHandedOn({ owner: "ama", held: true }, null)).toBe(true);
  // Opened by the link of a mail, on a phone that never acted for anybody.
  expect(isHandedOn({ owner: "ama", held: false }, null)).toBe(false);
});

it("a code is heard with gaps, hyphens and in either case, and only whole", () => {
  expect(["KWT4H7", "kwt 4h7", " K-W-T 4 h 7 "].map(codeIn)).toEqual(["KWT4H7", "KWT4H7", "KWT4H7"]);
  expect(["KWT4H", "KWT4H77", "KWT4H0", "", "camper 4999"].map(codeIn)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});
