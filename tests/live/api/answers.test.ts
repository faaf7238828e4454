import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changelogOf } from "#domain/changelog.ts";
import { keyOf } from "#domain/run.ts";
import { changesAnswer, eventAnswer, roomsAnswer, sessionsAnswer, slotsAnswer } from "#live/api/answers.ts";
import { API } from "#live/api/schema.ts";
import { anyGrid } from "#tests/support/any-grid.ts";
import { camp, ORIGIN, PROGRAMMES, shownOf, versionsOf } from "#tests/support/programmes.ts";

const seen = (name: string) => ({ event: PROGRAMMES[name]!.event, grid: shownOf(PROGRAMMES[name]!) });

describe("every answer is what it is said to be, and nothing more", () => {
  test.each(Object.keys(PROGRAMMES))("%s", (name) => {
    const of = seen(name);
    const changes = changesAnswer(of, changelogOf(versionsOf(PROGRAMMES[name]!), false), false);
    const answers = { Event: eventAnswer(of, ORIGIN), Sessions: sessionsAnswer(of), Rooms: roomsAnswer(of) };
    const all = { ...answers, Slots: slotsAnswer(of), Changes: changes };
    for (const [schema, answer] of Object.entries(all))
      expect(API[schema as keyof typeof all].strict().parse(answer)).toEqual(answer);
    expect(JSON.stringify(all)).not.toContain("SECRET");
  });

  test("before anything is published", () => {
    const none = { event: camp(["2026-07-14"]), grid: null };
    expect([
      sessionsAnswer(none),
      roomsAnswer(none),
      slotsAnswer(none),
      changesAnswer(none, [], false),
    ]).toEqual([
      { event: "brum", version: null, sessions: [] },
      { event: "brum", version: null, rooms: [] },
      { event: "brum", version: null, slots: [] },
      { event: "brum", version: null, older: false, versions: [] },
    ]);
    expect(API.Event.strict().parse(eventAnswer(none, ORIGIN)).grid).toBeNull();
  });
});

test("of a place where nobody knows how many fit, no number says it", () => {
  const { event, grid } = seen(Object.keys(PROGRAMMES)[0]!);
  const [first, ...others] = grid!.rooms;
  const rooms = [{ ...first!, unofficial: true as const }, ...others];
  const told = roomsAnswer({ event, grid: { ...grid!, rooms } });
  expect(API.Rooms.parse(told).rooms.map(({ capacity }) => capacity)).toEqual([
    null,
    ...others.map(({ capacity }) => capacity),
  ]);
});

test("a session says when and where it runs, and one that is not listed nothing else", () => {
  const [swaps, closed] = sessionsAnswer(seen("not listed")).sessions;
  expect(swaps).toEqual({
    ...{ id: "01a2140c-000c-7ccc-9585-000000000001", listed: true, title: "Job swaps", kind: "discuss" },
    ...{ line: "Why Job swaps?", hosts: ["Ama", "Rhys"], noteLevel: "no_names", needs: [], merged: [] },
    runs: [
      {
        ...{ key: "01a2140c-000c-7ccc-9585-000000000001", room: "A" },
        slot: "01a2140c-000b-7ccc-9585-000000000000",
        ...{ startsAt: "2026-07-14T09:00:00.000Z", endsAt: "2026-07-14T09:45:00.000Z" },
      },
    ],
  });
  expect(closed).toMatchObject({
    ...{ listed: false, title: "A session for people at the camp", line: "", hosts: [], kind: null },
    runs: [{ room: "B" }],
  });
});

test("what a version changed says from where and to where", () => {
  const versions = changelogOf(versionsOf(PROGRAMMES.cancelled!), false);
  const [last, first] = changesAnswer(seen("cancelled"), versions, true).versions;
  expect(first).toMatchObject({ version: 1, since: null, changes: [] });
  expect(last!.changes.map(({ kind, title, from, to }) => [kind, title, from?.room, to?.room])).toEqual([
    ["moved", "Job swaps", "Main hall", "Den"],
    ["taken_off", 'Forms & <tables> "work"; don\'t they?', "Den", undefined],
  ]);
});

test("a draft is nobody's to read", () => {
  expect(() =>
    eventAnswer({ event: { ...camp(["2026-07-14"]), phase: "draft" }, grid: null }, ORIGIN),
  ).toThrow();
});

test("whatever is published, each session that is in a cell is there once with all its runs, and is what it is said to be", () => {
  fc.assert(
    fc.property(anyGrid, (grid) => {
      const { sessions } = API.Sessions.strict().parse(sessionsAnswer({ event: camp(["2026-07-14"]), grid }));
      const placed = new Set(grid.placements.map(({ pitchId }) => pitchId));
      expect(sessions.map(({ id }) => id).sort()).toEqual([...placed].sort());
      const runs = sessions.flatMap(({ id, runs }) => runs.map(({ key }) => [id, key].join()));
      expect(runs.sort()).toEqual(grid.placements.map((it) => [it.pitchId, keyOf(it)].join()).sort());
    }),
  );
});
