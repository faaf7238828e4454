import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHANGES_TOLD, changelogOf } from "#domain/changelog.ts";
import type { Version } from "#domain/version.ts";

const at = (hour: number) => new Date(Date.UTC(2026, 6, 14, hour)).toISOString();
const room = (id: string, name = `The ${id}`) => ({ id, letter: id, name, capacity: 40, features: [] });
const slot = (id: string, hour: number) => {
  return {
    id,
    kind: "session" as const,
    title: "",
    startsAt: at(hour),
    endsAt: at(hour + 1),
    hour: 1,
    number: 1,
  };
};
const rooms = [room("A"), room("B")];
const slots = [slot("one", 9), slot("two", 10)].map((it, n) => ({ ...it, number: n + 1 }));

/** Sessions by "id title", in cells as "slot room"; one whose title begins with a lock is not listed. */
function version(number: number, cells: Record<string, string>, rest: Partial<Version> = {}): Version {
  const all = Object.entries(cells).map(([said, cell]) => {
    const [id = "", title = id] = said.split(" ");
    const [slotId = "", roomId = ""] = cell.split(" ");
    return { id, title: title.replace("🔒", ""), unlisted: title.startsWith("🔒"), slotId, roomId };
  });
  return {
    ...{ number, publishedAt: at(number), takenBackAt: null, rooms, slots },
    placements: all.map(({ id, slotId, roomId }) => ({
      pitchId: id,
      slotId,
      roomId,
      copy: 0,
      length: 1 as const,
      pinned: false,
    })),
    sessions: new Map(all.map(({ id, title, unlisted }) => [id, { title, line: "", hosts: [], unlisted }])),
    ...rest,
  };
}
const told = (versions: readonly Version[], cut = false) =>
  changelogOf(versions, cut).map(({ number, since, told }) => [
    number,
    since,
    told.map((one) => [one.kind, one.title, "was" in one ? one.was : null].filter(Boolean).join(" ")),
  ]);

test("each version says what it added, moved, renamed and took off since the one before, the newest first", () => {
  const versions = [
    version(1, { a: "one A", b: "one B", c: "two A", d: "two B" }),
    version(2, { a: "one B", b: "two B", "c Cats": "two A", e: "one A" }),
    version(3, { a: "one B", b: "two B", "c Cats": "two A", e: "one A" }),
  ];
  expect(told(versions)).toEqual([
    [3, 2, []],
    [2, 1, ["room a", "moved b", "added e", "taken_off d", "renamed Cats c"]],
    [1, null, []],
  ]);
  const [, second, first] = changelogOf(versions, false);
  expect(second!.told[0]).toMatchObject({ from: { room: "The A", startsAt: at(9) }, to: { room: "The B" } });
  expect([first!.sessions, second!.sessions]).toEqual([4, 4]);
});

test("a slot at another time tells it of each session in it, a room of another name of the room alone", () => {
  const later = { slots: [slot("one", 11), slots[1]!], rooms: [room("A", "Attic"), rooms[1]!] };
  expect(told([version(1, { a: "one A" }), version(2, { a: "one A" }, later)])[0]).toEqual([
    2,
    1,
    ["retimed a", "room_renamed Attic The A"],
  ]);
});

test("of one that was taken back nothing is told, and the next is compared with what was seen instead", () => {
  const versions = [
    version(1, { a: "one A" }),
    version(2, { a: "two A" }, { takenBackAt: at(12) }),
    version(3, { a: "one B" }),
  ];
  expect(told(versions)).toEqual([
    [3, 1, ["room a"]],
    [2, 1, []],
    [1, null, []],
  ]);
  expect(told([version(1, { a: "one A" }, { takenBackAt: at(12) }), version(2, { a: "one A" })])[0]).toEqual([
    2,
    null,
    [],
  ]);
});

describe("of what is not listed", () => {
  test("nothing is told, nor of what is listed since: its title may be of then", () => {
    const versions = [
      version(1, { "a 🔒secret": "one A", b: "one B" }),
      version(2, { "a 🔒secret": "two A" }),
      version(3, { "a open": "two B" }),
      version(4, { "a open": "one B" }),
      version(5, { "a 🔒secret": "one A", "c 🔒other": "two B" }),
    ];
    expect(told(versions)).toEqual([
      [5, 4, []],
      [4, 3, ["moved open"]],
      [3, 2, []],
      [2, 1, ["taken_off b"]],
      [1, null, []],
    ]);
    expect(changelogOf(versions, false).map(({ sessions }) => sessions)).toEqual([0, 1, 1, 0, 1]);
  });

  test("and of what the crew hid, which is in no version any more but may still stand in a cell", () => {
    const hidden = version(2, { a: "one A", h: "two A" });
    const without = { ...hidden, sessions: new Map([...hidden.sessions].filter(([id]) => id === "a")) };
    expect(told([version(1, { a: "one A" }), without])[0]).toEqual([2, 1, []]);
  });
});

test("the oldest of many is only what the next is compared with", () => {
  const versions = [version(7, { a: "one A" }), version(8, { a: "two A" })];
  expect(told(versions, true)).toEqual([[8, 7, ["moved a"]]]);
});

test("so many changes of a version are told, and the rest counted", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 * CHANGES_TOLD }), (many) => {
      const cells = Object.fromEntries(Array.from({ length: many }, (_, n) => [`s${n}`, "one A"]));
      const [entry] = changelogOf([version(1, {}), version(2, cells)], false);
      expect([entry!.told.length, entry!.more]).toEqual([
        Math.min(many, CHANGES_TOLD),
        Math.max(0, many - CHANGES_TOLD),
      ]);
    }),
    { numRuns: 20 },
  );
});

test("a session that goes on for longer from where it was says so, and its other runs are told by themselves", () => {
  const [before, after] = [version(1, { a: "one A" }), version(2, { a: "one A" })];
  const [first] = after.placements;
  const [longer, again] = [
    { ...first!, length: 2 as const },
    { ...first!, copy: 1, roomId: "B" },
  ];
  const [entry] = changelogOf([before, { ...after, placements: [longer, again] }], false);
  expect(entry!.told).toMatchObject([
    { kind: "lasts", id: "a", to: { endsAt: slots[1]!.endsAt } },
    { kind: "added", id: "a-1", to: { roomId: "B" } },
  ]);
  expect(entry!.sessions).toBe(1);
});
