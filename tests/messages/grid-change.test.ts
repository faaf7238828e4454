import { describe, expect, test } from "vitest";
import type { GridChange, GridView } from "#domain/grid.ts";
import { changeSentences, changeTag, goneFrom } from "#messages/grid-change.ts";

const MORNING = Date.parse("2026-07-14T08:00:00Z");
const LONDON = { locale: "en-GB", zone: "Europe/London" };

const room = (id: string, name: string) => ({ id, letter: "A", name, capacity: 40, features: [] });
const slot = (id: string, hour: string) => ({
  id,
  kind: "session" as const,
  title: "",
  startsAt: `2026-07-14T${hour}:00:00.000Z`,
  endsAt: `2026-07-14T${hour}:45:00.000Z`,
  hour: 1,
  number: 1,
});
const change = (rest: Partial<GridChange>): GridChange => ({
  pitchId: "swaps",
  copy: 0,
  title: "Job swaps",
  from: { slotId: "eleven", roomId: "hall" },
  to: { slotId: "eleven", roomId: "studio" },
  ...rest,
});
const grid = (number: number, ...changes: GridChange[]): GridView => ({
  number,
  publishedAt: "2026-07-14T10:30:00.000Z",
  rooms: [room("hall", "Main hall"), room("studio", "Studio 2")],
  slots: [slot("eleven", "10"), slot("two", "13")],
  sessions: [],
  placements: [],
  changes,
});

describe("what a moved session's tag says", () => {
  test.each([
    ["another room", change({}), "Moved from Main hall"],
    ["another slot", change({ to: { slotId: "two", roomId: "hall" } }), "Moved from 11am"],
    ["new on the grid", change({ from: null }), "New"],
    [
      "from a room that is gone",
      change({
        from: { slotId: "eleven", roomId: "tent", room: "Tent", startsAt: "2026-07-14T10:00:00.000Z" },
      }),
      "Moved from Tent",
    ],
    ["from a room nobody knows any more", change({ from: { slotId: "eleven", roomId: "tent" } }), "Moved"],
    [
      "the same slot at another time",
      change({
        from: { slotId: "eleven", roomId: "studio", room: "Studio 2", startsAt: "2026-07-14T09:30:00.000Z" },
      }),
      "Moved from 10.30am",
    ],
    [
      "a room with another name",
      change({
        from: { slotId: "eleven", roomId: "studio", room: "Shed", startsAt: "2026-07-14T10:00:00.000Z" },
      }),
      "Was called Shed",
    ],
    [
      "a slot made anew at the same time",
      change({
        from: { slotId: "old", roomId: "studio", room: "Studio 2", startsAt: "2026-07-14T10:00:00.000Z" },
      }),
      null,
    ],
    ["taken off", change({ to: null }), null],
    ["nothing moved", null, null],
  ])("%s", (_, moved, said) => {
    expect(changeTag(grid(2), moved, LONDON)).toBe(said);
  });
});

describe("changes as sentences", () => {
  const moved = change({ to: { slotId: "two", roomId: "hall" } });
  const added = change({ pitchId: "drones", copy: 0, title: "Drone films", from: null });
  const off = change({ pitchId: "likes", copy: 0, title: "Not likes", to: null });

  test("moved, new and taken off, the soonest first, in the camp's own time", () => {
    expect(
      changeSentences(grid(3, moved, added, off), LONDON, MORNING).map(({ sentence }) => sentence),
    ).toEqual([
      "New: Drone films, in Studio 2 at 11am",
      "Taken off: Not likes",
      "Job swaps is now in Main hall at 2pm",
    ]);
  });

  test("from an hour on, only what is still to come", () => {
    const sentences = changeSentences(
      grid(3, moved, added),
      LONDON,
      MORNING,
      Date.parse("2026-07-14T12:00:00Z"),
    );
    expect(sentences.map(({ id }) => id)).toEqual(["swaps"]);
  });

  test("where there are several days, each time says its own", () => {
    const other = {
      ...slot("next", "10"),
      startsAt: "2026-07-15T10:00:00.000Z",
      endsAt: "2026-07-15T10:45:00.000Z",
    };
    const days = { ...grid(3, moved), slots: [...grid(3).slots, other] };
    expect(changeSentences(days, LONDON, MORNING).map(({ sentence }) => sentence)).toEqual([
      "Job swaps is now in Main hall at 2pm on Tue 14 Jul",
    ]);
    // The slot it came from is gone, and with it the only one of that day.
    const from = { slotId: "gone", roomId: "hall", room: "Main hall", startsAt: "2026-07-13T10:00:00.000Z" };
    expect(changeTag(grid(3), change({ from }), LONDON)).toBe("Moved from 11am on Mon 13 Jul");
  });

  test("none of what has ended, where it left and where it is", () => {
    const at = (time: string) =>
      changeSentences(grid(3, moved, added, off), LONDON, Date.parse(`2026-07-14T${time}:00Z`)).map(
        ({ id }) => id,
      );
    expect(at("10:44")).toEqual(["drones", "likes", "swaps"]);
    expect(at("10:45")).toEqual(["swaps"]);
    expect(at("13:45")).toEqual([]);
  });
});

test("what was taken off says from where, as far as anybody knows", () => {
  const off = change({ to: null });
  expect(goneFrom(grid(2), off, LONDON)).toBe("Main hall");
  expect(
    goneFrom(grid(2), change({ to: null, from: { slotId: "eleven", roomId: "gone" } }), LONDON),
  ).toBeNull();
});

test("a session that goes on for longer from where it was says until when", () => {
  const spot = { slotId: "eleven", roomId: "hall", room: "Main hall", startsAt: "2026-07-14T10:00:00.000Z" };
  const longer = change({ from: spot, to: { ...spot, length: 2, endsAt: "2026-07-14T13:45:00.000Z" } });
  const [said] = changeSentences(grid(2, longer), LONDON, MORNING);
  expect(said!.sentence).toBe("Job swaps in Main hall now goes on until 2.45pm");
  expect(changeTag(grid(2, longer), longer, LONDON)).toBeNull();
});
