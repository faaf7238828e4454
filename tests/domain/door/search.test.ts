import fc from "fast-check";
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

test.each([
  ["mcd", "Flora Mac Donald"],
  ["macdonald", "Flora Mc Donald"],
  ["mac donald", "Flora McDonald"],
  ["mcdon", "Flora MacDonald"],
  ["oneill", "Siobhán O Neill"],
  ["o neill", "Siobhán O’Neill"],
  ["neill", "Siobhán O'Neill"],
  ["vanderberg", "Jo van der Berg"],
  ["van der", "Jo van der Berg"],
  ["derberg", "Jo van der Berg"],
  ["berg", "Jo van der Berg"],
  ["delacruz", "María de la Cruz"],
  ["apgwilym", "Rhŷs ap Gwilym"],
  ["marie", "Jo Anne-Marie Smith"],
  ["annemarie", "Jo Anne-Marie Smith"],
  ["احمد", "أحمد الخطيب"],
  ["مصطفي", "مُصْطَفَى"],
  ["فاطمه", "فاطمة الزهراء"],
  ["李", "李小龍"],
  ["小龍", "李 小龍"],
  ["李小龍", "李 小龍"],
  ["李小龍", "小龍 李"],
  ["김", "김민준"],
  ["ßa", "Jo Ssa"],
])("%j finds %s", (typed, name) => {
  expect(findGuests(searchable([guest(name)]), typed).found).toHaveLength(1);
});

test("what is not in a name does not find it, though the door is not strict", () => {
  for (const typed of ["mcb", "vanberg", "احمت", "王"])
    expect(
      findGuests(searchable([guest("Jo van der Berg"), guest("أحمد"), guest("李小龍")]), typed).found,
    ).toEqual([]);
});

const part = fc.constantFrom(
  "Siobhán",
  "O’Neill",
  "MacDonald",
  "McKay",
  "van",
  "der",
  "Berg",
  "Anne-Marie",
  "ap",
  "Łódź",
  "أحمد",
  "李",
  "小龍",
  "किरण",
  "Σίσυφος",
);
const parts = fc.array(part, { minLength: 1, maxLength: 4 });

/** What people type of a name they heard or read. */
const typing = fc.constantFrom<((text: string) => string)[]>(
  (text) => text.toUpperCase(),
  (text) => text.normalize("NFD").replace(/(\p{Script=Latin})\p{M}+/gu, "$1"),
  (text) => text.replace(/[’']/gu, ""),
  (text) => text.replace(/[’'-]/gu, " "),
  (text) => text.replace(/-/gu, ""),
  (text) => text.replaceAll("Mac", "Mc"),
  (text) => text.replace(/Mc(?=\p{Lu})/gu, "Mac"),
  (text) => text.replaceAll("أ", "ا"),
  (text) => text.split(" ").toReversed().join(" "),
);

test("somebody is found by their whole name, by any part of it and by how any part begins, however it is typed", () => {
  fc.assert(
    fc.property(parts, typing, typing, fc.nat(3), fc.nat(), (words, one, other, at, cut) => {
      const known = searchable([guest(words.join(" "))]);
      const found = (typed: string) => findGuests(known, typed).found.length;
      expect(found(other(one(words.join(" "))))).toBe(1);
      const some = other(one(words[at % words.length]!));
      expect(found(some)).toBe(1);
      const signs = [...new Intl.Segmenter("en").segment(some)].map(({ segment }) => segment);
      expect(found(signs.slice(0, 1 + (cut % signs.length)).join(""))).toBe(1);
    }),
    { numRuns: 500 },
  );
});

test("of five thousand the first few are shown, and how many more there are", () => {
  const all = searchable(Array.from({ length: 5_000 }, (_, n) => guest(`Sam van der Camper-${n}`)));
  expect(findGuests(all, "vanderc").more).toBe(5_000 - MOST_FOUND);
});

test("who is called comes before who may not come in", () => {
  const ama = { ...guest("Ama Owusu"), id: "out", out: "waiting" as const };
  const called = { ...guest("Ama Zulu"), id: "called", out: "offered" as const, called: 100 };
  expect(findGuests(searchable([ama, called]), "ama").found.map(({ id }) => id)).toEqual(["called", "out"]);
});
