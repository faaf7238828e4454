import { expect, it } from "vitest";
import {
  agreementOf,
  isBlank,
  type MailWords,
  membersOf,
  NO_WORDS,
  problemsOf,
  willGet,
} from "#domain/group-mail.ts";

const words: MailWords = {
  group: "places",
  sectorId: null,
  subject: "The way in",
  body: "By the canal, {name}",
};

it("can be sent once everything is there", () => {
  expect(problemsOf(words)).toEqual([]);
  expect(problemsOf(NO_WORDS)).toEqual([
    { field: "subject", why: "missing" },
    { field: "body", why: "missing" },
  ]);
  expect(problemsOf({ ...words, group: "sector" })).toEqual([{ field: "sector", why: "missing" }]);
});

it("says which braces it cannot fill in", () => {
  expect(problemsOf({ ...words, subject: "{nmae}", body: "{give back} {x}" })).toEqual([
    { field: "subject", why: "unknown", unknown: ["nmae"] },
    { field: "body", why: "unknown", unknown: ["give back", "x"] },
  ]);
});

it("has no link in a subject, and none to a page for a crew without one", () => {
  expect(problemsOf({ ...words, subject: "{my page}" })).toEqual([{ field: "subject", why: "link" }]);
  expect(problemsOf({ ...words, group: "crew", body: "{my page}" })).toEqual([
    { field: "body", why: "no_page" },
  ]);
});

it("is blank until something is written", () => {
  expect([NO_WORDS, words, { ...NO_WORDS, body: "x" }].map(isBlank)).toEqual([true, false, false]);
});

it("goes to those who have a place, not to those for whom one is held, and to the line as the list of people has it", () => {
  expect(membersOf("places")?.statuses).toEqual(["confirmed"]);
  expect(membersOf("line")?.statuses).toEqual(["waiting", "entered", "offered"]);
  expect(membersOf("crew")).toBeNull();
});

it("goes to everybody but those to whom mail came back and those who want none", () => {
  const reach = { all: 128, bounced: 3, unwilling: 1 };
  expect(willGet(reach)).toBe(124);
  const others = [
    { ...reach, all: 129 },
    { ...reach, bounced: 2 },
    { ...reach, unwilling: 2 },
  ];
  const agreed = [reach, ...others].map((it) => agreementOf("m", it));
  expect(new Set([...agreed, agreementOf("n", reach)]).size).toBe(5);
});
