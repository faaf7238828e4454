import { expect, test } from "vitest";
import { makePeople, NOWHERE, SECTORS } from "#domain/demo/people.ts";

const people = makePeople(342, 130);
const share = (wanted: (person: (typeof people)[number]) => boolean) =>
  (100 * people.filter(wanted).length) / people.length;

test("the same seed gives the same people, another seed gives others", () => {
  expect(makePeople(342, 130)).toEqual(people);
  expect(makePeople(342, 131)).not.toEqual(people);
});

test("nobody is there twice, by name or by address, and no address can receive mail", () => {
  expect(new Set(people.map((person) => person.name)).size).toBe(342);
  expect(new Set(people.map((person) => person.email)).size).toBe(342);
  for (const { email } of people) expect(email).toMatch(/^[a-z0-9.-]+@[a-z.]+$/);
  expect(people.every((person) => person.email.endsWith(`@${NOWHERE}`))).toBe(true);
});

test("sectors are those of real camps: 46 % local, 31 % central, 15 % health and blue light", () => {
  const shares = SECTORS.map((_, sector) => share((person) => person.sector === sector));
  expect(shares[0]).toBeCloseTo(46, 0);
  expect(shares[1]).toBeCloseTo(31, 0);
  expect(shares[2]).toBeCloseTo(15, 0);
});

test("70 to 80 % come for the first time", () => {
  expect(share((person) => person.firstTime)).toBeGreaterThanOrEqual(70);
  expect(share((person) => person.firstTime)).toBeLessThanOrEqual(80);
});

test("people work where their sector works", () => {
  for (const { organisation, sector } of people) {
    expect(SECTORS[sector]!.organisations.split(", ")).toContain(organisation);
  }
});
