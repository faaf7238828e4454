import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST, MOST } from "#domain/limits.ts";
import { type CampOfPeople, readPeople } from "#domain/people-import/read.ts";
import { isLive, STATUSES } from "#domain/registration.ts";
import { people as words } from "#messages/en/people.ts";

const EMPTY: CampOfPeople = { people: new Map(), sectors: [{ id: "local", name: "Local government" }] };
const read = (text: string, camp = EMPTY) => readPeople(text, {}, camp);
const exported = (name: string) =>
  read(readFileSync(new URL(`../../support/people-exports/${name}.csv`, import.meta.url), "utf8"));
const named = ({ people }: ReturnType<typeof read>) => people.map(({ name, email }) => [name, email]);
const why = ({ left }: ReturnType<typeof read>) => left.map(({ row, why, value }) => [row, why, value]);

describe("an export", () => {
  it("of Eventbrite brings whoever has an address of their own, and says of the others why not", () => {
    const list = exported("eventbrite");
    expect(named(list)).toEqual([
      ["Ama Mensah", "ama.mensah@example.org"],
      ["Zoë Müller", "zoe@example.org"],
    ]);
    expect(list.people[1]!.organisation).toBe("Fire, North");
    expect(why(list)).toEqual([
      [3, "twice", "2"],
      [5, "cancelled", "Not Attending"],
    ]);
  });

  it("of pretix takes the address of an order where a person has none", () => {
    const list = exported("pretix");
    expect(named(list)).toEqual([
      ["Ama Mensah", "ama.mensah@example.org"],
      ["Ben O'Dowd", "ben@example.org"],
    ]);
    expect(why(list)).toEqual([[4, "cancelled", "Canceled"]]);
  });

  it("of Tito does the same", () => {
    const list = exported("tito");
    expect(named(list)).toEqual([["Ama Mensah", "ama.mensah@example.org"]]);
    expect(why(list)).toEqual([
      [3, "twice", "2"],
      [4, "cancelled", "Void"],
    ]);
  });
});

describe("our own list", () => {
  it("brings whoever is in, and nobody whose status says that they are not", () => {
    for (const status of STATUSES) {
      const said = words.csv.statuses[status];
      const { people, left } = read(`Name,Email,Status\nAma,ama@example.org,${said}`);
      expect([status, people.length, left.map(({ why }) => why)]).toEqual(
        isLive(status) ? [status, 1, []] : [status, 0, ["cancelled"]],
      );
    }
  });
});

describe("a row that brings nobody", () => {
  it("says why, whatever it is", () => {
    const long = "x".repeat(LONGEST.personName + 1);
    const company = "x".repeat(LONGEST.organisation + 1);
    const camp: CampOfPeople = {
      ...EMPTY,
      people: new Map([
        ["here@example.org", true],
        ["gone@example.org", false],
      ]),
    };
    const rows = [
      ",a@example.org,",
      `${long},b@example.org,`,
      "Cy,,",
      "Di,di at example.org,",
      `Ed,ed@example.org,${company}`,
      "Fi, HERE@example.org ,",
      "Gus,gone@example.org,",
      "Hal,hal@example.org,",
      "Hal,Hal@Example.org,",
    ];
    const list = read(`Name,Email,Organisation\n${rows.join("\n")}\n`, camp);
    expect(why(list)).toEqual([
      [2, "name_missing", ""],
      [3, "name_long", long],
      [4, "email_missing", "Cy"],
      [5, "email_wrong", "di at example.org"],
      [6, "organisation_long", company],
      [7, "there", "here@example.org"],
      [8, "was_there", "gone@example.org"],
      [10, "twice", "9"],
    ]);
    expect(named(list)).toEqual([["Hal", "hal@example.org"]]);
  });

  it("takes a first row with an address in it for somebody, not for headings", () => {
    const list = readPeople("Nora,nora@n.example\nNed,ned@n.example", { 0: "name", 1: "email" }, EMPTY);
    expect([named(list), list.rows]).toEqual([
      [
        ["Nora", "nora@n.example"],
        ["Ned", "ned@n.example"],
      ],
      2,
    ]);
  });

  it("is one of more than a list may bring", () => {
    const rows = Array.from({ length: MOST.imported + 2 }, (_, at) => `P ${at},p${at}@example.org`);
    const list = read(`Name,Email\n${rows.join("\n")}`);
    expect(list.people.length).toBe(MOST.imported);
    expect(list.left.map(({ row, why }) => [row, why])).toEqual([
      [MOST.imported + 2, "over_rows"],
      [MOST.imported + 3, "over_rows"],
    ]);
  });
});

it("says of a file that cannot be read what is missing in it", () => {
  const trouble = (text: string) => read(text).trouble;
  expect(trouble("")).toBe("nothing");
  expect(trouble('Name,Email\n"Ama,a@example.org')).toBe("quote_open");
  expect(read('Name,Email\nAma,a@example.org\n"Rhys,r@example.org\nMei,m@example.org').troubleLine).toBe(3);
  expect(trouble("Name,Phone\nAma,1")).toBe("no_email");
  expect(trouble("Email,Phone\na@example.org,1")).toBe("no_name");
  expect(trouble("Name,Email")).toBeNull();
  expect(readPeople("Who,Where\nAma,a@example.org", { 0: "name", 1: "email" }, EMPTY).trouble).toBeNull();
});

it("finds sectors by name, and says which the camp has not; photos only where somebody said yes", () => {
  const list = read(
    "Name,Email,Sector,First time,Photos\nAma,a@x.org,LOCAL government,yes,Yes\nBen,b@x.org,Moon,no,no\nCy,c@x.org,moon,,\nDi,d@x.org,,x,",
  );
  expect(list.people.map(({ sectorId, firstTime, photos }) => [sectorId, firstTime, photos])).toEqual([
    ["local", true, true],
    [null, false, false],
    [null, false, false],
    [null, true, false],
  ]);
  expect(list.unknownSectors).toEqual(["Moon"]);
  expect(read("Name,Email\nAma,a@x.org").people[0]!.photos).toBe(false);
});

it("takes away the apostrophe that keeps our own list from being a formula, and no other", () => {
  const list = read("Name,Email,Organisation\n'=Ama,a@x.org,'-Works\n'Ben,b@x.org,O'Dowd");
  expect(list.people.map(({ name, organisation }) => [name, organisation])).toEqual([
    ["=Ama", "-Works"],
    ["'Ben", "O'Dowd"],
  ]);
});

it("counts every row once, brings nobody twice and nobody who is there, whatever stands in the file", () => {
  const cell = fc.constantFrom("", "Ama", "a@x.org", "A@X.org", "b@x.org", "void", "nonsense");
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 12 }), (rows) => {
      const camp = { ...EMPTY, people: new Map([["b@x.org", true]]) };
      const list = read(`Name,Email,Status\n${rows.map((row) => row.join(",")).join("\n")}`, camp);
      const emails = list.people.map(({ email }) => email);
      expect(new Set(emails).size).toBe(emails.length);
      expect(emails).not.toContain("b@x.org");
      const numbers = [...list.people, ...list.left].map(({ row }) => row);
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(numbers.length).toBe(list.rows);
    }),
  );
});
