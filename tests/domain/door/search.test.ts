import { expect, test } from "vitest";
import type { Guest } from "#domain/door/guest.ts";
import { findGuests, MOST_FOUND, searchable } from "#domain/door/search.ts";

const guest = (name: string, out: Guest["out"] = null): Guest => ({
  ...{ id: name, name, code: "", firstTime: false, photos: true, badge: false, out, here: null },
});
const known = searchable(
  ["Siobhán O’Neill", "Mary MacDonald", "Jo Anne-Marie Smith", "Rhŷs ap Gwilym", "Neil Oakes"].map((name) =>
    guest(name),
  ),
);
const names = (typed: string) => findGuests(known, typed).found.map(({ name }) => name);

test("three letters find somebody, whatever accents and hyphens their name has", () => {
  expect(names("sio")).toEqual(["Siobhán O’Neill"]);
  expect(names("one")).toEqual(["Siobhán O’Neill"]);
  expect(names("mcdon")).toEqual(["Mary MacDonald"]);
  expect(names("anne marie")).toEqual(["Jo Anne-Marie Smith"]);
  expect(names("rhys")).toEqual(["Rhŷs ap Gwilym"]);
});

test("whose name begins so comes first, and who has no place last", () => {
  const all = searchable([guest("Oneil Grant", "waiting"), guest("Siobhán O’Neill"), guest("Neil Oakes")]);
  expect(findGuests(all, "nei").found.map(({ name }) => name)).toEqual([
    "Neil Oakes",
    "Siobhán O’Neill",
    "Oneil Grant",
  ]);
});

test("nothing typed finds nobody, and a common beginning says how many more there are", () => {
  expect(names(" ")).toEqual([]);
  const many = searchable(Array.from({ length: 20 }, (_, n) => guest(`Sam ${n}`)));
  expect(findGuests(many, "sam")).toMatchObject({ more: 20 - MOST_FOUND });
});
