import { expect, test } from "vitest";
import type { DoorAct } from "#domain/door/check-in.ts";
import type { Guest } from "#domain/door/guest.ts";
import type { DoorNews } from "#domain/door/news.ts";
import { alsoElsewhere, countIn, insideOf, ofDay, withNews, withTaps } from "#domain/door/phone-list.ts";

const guest = (id: string, here: Guest["here"] = null): Guest => ({
  ...{ id, name: id, code: "", firstTime: false, photos: true, badge: false, out: null, here },
});
const news = (people: Guest[], whole = true): DoorNews => ({
  ...{ taken: [], refused: [], tickets: null, whole, people, places: 2, here: 0 },
  ...{ day: { id: "friday", date: "2026-06-05" }, until: 9_000, now: 1_000, since: 900 },
});
const tap = (id: string, at: number, undoes: string[] = []): DoorAct => ({
  ...{ id, at, undoes, kind: undoes.length > 0 ? "undo" : "in" },
  ...{ registrationId: "ama", dayId: "friday", door: "Front" },
});

test("a whole list replaces what was known, and news are laid over it", () => {
  const before = withNews(null, news([guest("ama"), guest("rhys")]));
  expect([
    ...withNews(before, news([guest("rhys", { at: 5, door: "B", acts: ["x"] })], false)).guests.keys(),
  ]).toEqual(["ama", "rhys"]);
  expect([...withNews(before, news([guest("rhys")])).guests.keys()]).toEqual(["rhys"]);
});

test("on another day nobody is in whom the news do not name, nor whom a tap of the day before let in", () => {
  const friday = withNews(null, news([guest("ama", { at: 5, door: "B", acts: ["x"] }), guest("rhys")]));
  const day = { id: "saturday", date: "2026-06-06" };
  const rhys = guest("rhys", { at: 9, door: "B", acts: ["y"] });
  const saturday = withNews(friday, { ...news([rhys], false), day });
  expect([...saturday.guests.values()].map(({ here }) => here?.acts ?? null)).toEqual([null, ["y"]]);
  expect(countIn(saturday, [tap("a", 10)])).toBe(1);
  expect(ofDay([tap("a", 10)], saturday)).toEqual([]);
  expect(ofDay([tap("a", 10)], friday)).toHaveLength(1);
});

test("what was tapped here shows at once, and what was taken back too", () => {
  expect(withTaps(guest("ama"), [tap("a", 10)]).here).toEqual({ at: 10, door: "Front", acts: ["a"] });
  expect(withTaps(guest("ama"), [tap("a", 10), tap("u", 20, ["a"])]).here).toBeNull();
  const told = guest("ama", { at: 5, door: "Back", acts: ["x"] });
  expect(withTaps(told, [tap("u", 20, ["x"])]).here).toBeNull();
  expect(withTaps(told, [tap("a", 10)]).here).toEqual({ at: 5, door: "Back", acts: ["x", "a"] });
  expect(withTaps(told, [tap("a", 3)]).here).toEqual({ at: 3, door: "Front", acts: ["x", "a"] });
});

test("a tap that the server told of already counts once", () => {
  const told = guest("ama", { at: 10, door: "Front", acts: ["a"] });
  expect(withTaps(told, [tap("a", 10)]).here).toEqual(told.here);
  expect(countIn(withNews(null, news([told, guest("rhys")])), [tap("a", 10)])).toBe(1);
});

test("whom another door let in before is told, and nobody else", () => {
  const both = guest("ama", { at: 5, door: "Back", acts: ["x", "a"] });
  expect(alsoElsewhere(news([both]), [tap("a", 10)])).toEqual([both]);
  expect(
    alsoElsewhere(news([guest("ama", { at: 10, door: "Front", acts: ["a", "x"] })]), [tap("a", 10)]),
  ).toEqual([]);
  expect(alsoElsewhere(news([both]), [])).toEqual([]);
});

test("who leaves is inside no more, on this phone at once, and is again once they come back", () => {
  const told = guest("ama", { at: 5, door: "Back", acts: ["x"] });
  const out: DoorAct = { ...tap("o", 10), kind: "out" };
  expect(withTaps(told, [out]).here).toEqual({ at: 5, door: "Back", acts: ["x"], left: 10 });
  expect(withTaps(told, [out, tap("b", 20)]).here?.left).toBeUndefined();
  const list = withNews(null, news([told, guest("rhys", { at: 6, door: "Back", acts: ["y"], left: 8 })]));
  expect(insideOf(list, []).inside.map(({ id }) => id)).toEqual(["ama"]);
  expect([insideOf(list, [out]).left, countIn(list, [out])]).toEqual([2, 0]);
});

test("who came back after they left is in since then, and that alone is taken back", () => {
  const out: DoorAct = { ...tap("o", 10), kind: "out" };
  const back = { at: 20, door: "Front", acts: ["b"] };
  const gone = guest("ama", { at: 5, door: "Back", acts: ["x", "y"], left: 8 });
  expect(withTaps(gone, [tap("b", 20)]).here).toEqual(back);
  expect(withTaps(gone, [tap("b", 20), tap("u", 30, ["b"])]).here).toEqual(gone.here);
  const inside = guest("ama", { at: 5, door: "Back", acts: ["x"] });
  expect(withTaps(inside, [out, tap("b", 20)]).here).toEqual(back);
  expect(withTaps(inside, [out, tap("b", 20), tap("u", 30, ["b"])]).here).toMatchObject({ left: 10 });
  // What the server heard of it meanwhile counts once.
  expect(withTaps(guest("ama", back), [out, tap("b", 20)]).here).toEqual(back);
});
