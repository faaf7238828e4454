import { expect, test } from "vitest";
import { findPeople } from "#domain/import/people.ts";
import { NOWHERE, placeholderAddress } from "#domain/import/person.ts";

const called = { person: "Person #", session: "Session #" };
const ballots = (...people: string[]) =>
  people.map((person, index) => ({ row: index + 2, person, pitch: "A", up: true }));
const find = (
  people: string[],
  known: { name: string; email: string }[] = [],
  same: string[] = [],
  room = 100,
) => findPeople(ballots(...people), known, called, new Set(same), room);
const old = { name: "Zoë", email: `zoe@${NOWHERE}` };

test("spaces, case and composition make nobody new; a mark does, and is asked about", () => {
  const { newcomers, asked } = find(["Zoë", "ZOE\u0308 ", "Zoe", "किरण", "करण"]);
  expect(newcomers.map(({ name }) => name)).toEqual(["Zoë", "Zoe", "किरण", "करण"]);
  expect(asked.map(({ name, other, same }) => [name, other, same])).toEqual([
    ["Zoe", "Zoë", false],
    ["करण", "किरण", false],
  ]);
});

test("who is said to be the same is", () => {
  const [question] = find(["Zoë", "Zoe"]).asked;
  const { newcomers, emails } = find(["Zoë", "Zoe"], [], [question!.id]);
  expect(newcomers).toHaveLength(1);
  expect(new Set(emails.values()).size).toBe(1);
});

test("somebody an earlier import brought is found by their name, whatever their address looks like", () => {
  expect(find(["Zoë"], [old]).newcomers).toEqual([]);
  expect(find(["2"], [{ name: "Person 2", email: `2@${NOWHERE}` }]).newcomers).toEqual([]);
});

test("an address that an earlier import gave to somebody who only looks alike is nobody else's", () => {
  const { newcomers, asked } = find(["Zoe"], [old]);
  expect(asked).toMatchObject([{ name: "Zoe", other: "Zoë", otherRow: null, same: false }]);
  expect(newcomers.map(({ email }) => email)).toEqual([`zoe-0-@${NOWHERE}`]);
  expect(find(["Zoe"], [old, ...newcomers]).newcomers).toEqual([]);
});

test("somebody whose name was mended since is asked about, and a mere key stays theirs", () => {
  const renamed = { name: "Ama Boateng-Lee", email: placeholderAddress("Ama Boateng") };
  expect(find(["Ama Boateng"], [renamed]).asked).toMatchObject([{ other: "Ama Boateng-Lee" }]);
  expect(find(["2"], [{ name: "Ama", email: `2@${NOWHERE}` }]).newcomers).toEqual([]);
});

test("beyond the places a camp can have nobody has an address", () => {
  const { newcomers, emails } = find(["Ama", "Rhys", "Siân"], [], [], 2);
  expect(newcomers.map(({ name }) => name)).toEqual(["Ama", "Rhys"]);
  expect(emails.has("siân")).toBe(false);
});
