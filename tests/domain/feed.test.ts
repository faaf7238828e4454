import fc from "fast-check";
import { expect, test } from "vitest";
import { feedOf } from "#domain/feed.ts";
import { spotsOf } from "#domain/grid.ts";
import { shownSince, type Version } from "#domain/version.ts";

const at = (minutes: number) => new Date(Date.UTC(2026, 6, 14, 9, minutes)).toISOString();
const rooms = ["A", "B"].map((id) => ({ id, letter: id, name: `Room ${id}`, capacity: 40, features: [] }));
const slots = ["one", "two"].map((id, n) => ({
  ...{ id, kind: "session" as const, title: "", hour: 1, number: n + 1 },
  ...{ startsAt: at(60 * n), endsAt: at(60 * n + 45) },
}));

/** Sessions in cells as "slot room", published so many minutes after nine. */
function version(number: number, cells: Record<string, string>, takenBack?: number): Version {
  const ids = Object.keys(cells);
  return {
    ...{ number, publishedAt: at(10 * number), takenBackAt: takenBack === undefined ? null : at(takenBack) },
    ...{ rooms, slots },
    placements: ids.map((pitchId) => {
      const [slotId = "", roomId = ""] = cells[pitchId]!.split(" ");
      return { pitchId, slotId, roomId, copy: 0, length: 1 as const, pinned: false };
    }),
    sessions: new Map(ids.map((id) => [id, { title: id, line: "", hosts: ["Ama"], unlisted: false }])),
  };
}
const told = (...versions: Version[]) =>
  feedOf(versions).map(({ key, spot, revision, revisedAt, cancelled }) => {
    return `${key} ${spot.slotId} ${spot.roomId} ${revision} ${revisedAt.slice(14, 16)}${cancelled ? " off" : ""}`;
  });

test("a session has the number of the version in which it changed last, and one taken off says so where it was", () => {
  expect(
    told(
      version(1, { a: "one A", b: "one B" }),
      version(2, { a: "two A", b: "one B" }),
      version(3, { a: "two A" }),
    ),
  ).toEqual(["a two A 2 20", "b one B 3 30 off"]);
});

test("taking a version back is one more revision of what it had moved, and so is the next version", () => {
  const [first, second] = [
    version(1, { a: "one A", b: "one B" }),
    version(2, { a: "two A", b: "one B" }, 25),
  ];
  expect(told(first, second)).toEqual(["a one A 3 25", "b one B 1 10"]);
  expect(told(first, second, version(3, { a: "two A", c: "one A" }))).toEqual([
    "a two A 4 30",
    "b one B 4 30 off",
    "c one A 4 30",
  ]);
  expect(told(version(1, { a: "one A" }, 15))).toEqual(["a one A 2 15 off"]);
});

test("no revision falls as a version that was taken back is no longer read", () => {
  const versions = [
    version(1, { a: "one A" }, 15),
    version(2, { a: "one A" }),
    version(3, { a: "two A" }),
    version(4, { a: "one B" }),
  ];
  const revisionOf = (all: Version[]) => feedOf(all).find(({ key }) => key === "a")!.revision;
  expect(revisionOf(versions.slice(1))).toBeGreaterThan(revisionOf(versions.slice(0, 3)));
});

test("other words, other hosts and another title are a revision, and coming back is one too", () => {
  const first = version(1, { a: "one A" });
  const say = (number: number, said: object) => {
    const next = version(number, { a: "one A" });
    return { ...next, sessions: new Map([["a", { ...next.sessions.get("a")!, ...said }]]) };
  };
  for (const said of [{ title: "A" }, { line: "More" }, { hosts: [] }, { unlisted: true }])
    expect(feedOf([first, say(2, said)])[0]).toMatchObject({ revision: 2, ...said });
  expect(told(first, version(2, {}), version(3, { a: "one A" }))).toEqual(["a one A 3 30"]);
});

const cells = fc.dictionary(
  fc.constantFrom("a", "b", "c"),
  fc.constantFrom("one A", "one B", "two A", "two B"),
);

test("whatever is published, a revision rises with every change and never falls, also where the oldest are not read", () => {
  fc.assert(
    fc.property(fc.array(cells, { minLength: 1, maxLength: 8 }), fc.nat(7), (all, from) => {
      const versions = all.map((it, n) => version(n + 1, it));
      for (const n of versions.keys()) {
        const [before, now] = [feedOf(versions.slice(0, n)), feedOf(versions.slice(0, n + 1))];
        for (const was of before) {
          const is = now.find(({ key }) => key === was.key)!;
          const same = JSON.stringify({ ...was, revisedAt: "" }) === JSON.stringify({ ...is, revisedAt: "" });
          expect(same || is.revision > was.revision).toBe(true);
        }
      }
      const cut = versions.slice(Math.min(from, versions.length - 1));
      for (const is of feedOf(cut))
        expect(is.revision).toBeGreaterThanOrEqual(
          feedOf(versions).find(({ key }) => key === is.key)!.revision,
        );
      const shown = shownSince(versions).at(-1)!.version!;
      const on = feedOf(versions).filter(({ cancelled }) => !cancelled);
      expect(new Map(on.map(({ key, spot }) => [key, spot]))).toEqual(spotsOf(shown));
    }),
  );
});

test("each run is an entry of its own, and ends when its last slot does", () => {
  const [first, second] = [version(1, { a: "one A" }), version(2, { a: "one A" })];
  const [it] = second.placements;
  const placements = [
    { ...it!, length: 2 as const },
    { ...it!, copy: 1, roomId: "B" },
  ];
  const feed = feedOf([first, { ...second, placements }]);
  expect(feed.map(({ key, spot, revision }) => [key, spot.roomId, spot.endsAt, revision])).toEqual([
    ["a", "A", slots[1]!.endsAt, 2],
    ["a-1", "B", slots[0]!.endsAt, 2],
  ]);
});

test("of one room there is what happens in it, and what left it is off there", () => {
  const versions = [
    version(1, { a: "one A", b: "one B" }),
    version(2, { a: "two B", b: "one B" }),
    version(3, { a: "two A", b: "one B" }),
  ];
  const inRoom = (letter: string, most = 3) =>
    feedOf(versions.slice(0, most), letter).map(
      ({ key, spot, revision, cancelled }) => `${key} ${spot.slotId} ${revision}${cancelled ? " off" : ""}`,
    );
  expect([inRoom("A", 1), inRoom("A", 2), inRoom("A")]).toEqual([["a one 1"], ["a one 2 off"], ["a two 3"]]);
  expect([inRoom("B", 2), inRoom("B")]).toEqual([
    ["b one 1", "a two 2"],
    ["b one 1", "a two 3 off"],
  ]);
  expect(inRoom("Z")).toEqual([]);
});
