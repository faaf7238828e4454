import fc from "fast-check";
import { expect, test } from "vitest";
import { scheduleOf } from "#domain/schedule.ts";
import { scheduleJson } from "#domain/schedule-json.ts";
import { scheduleXml } from "#domain/schedule-xml.ts";
import { anyGrid } from "#tests/support/any-grid.ts";
import { camp, grid, ORIGIN, PROGRAMMES, rooms, session, shownOf, slots } from "#tests/support/programmes.ts";

const of = (name: string) => scheduleOf(PROGRAMMES[name]!.event, shownOf(PROGRAMMES[name]!), ORIGIN);
const eventsOf = (name: string) =>
  of(name).days.flatMap(({ date, rooms }) =>
    rooms.flatMap(({ room, events }) =>
      events.map(
        ({ title, start, duration, date: at }) =>
          `${date} ${room.name[0]} ${start} ${duration} ${at} ${title}`,
      ),
    ),
  );

test("a session is an event of its room and day, with its hosts and what may be kept of it", () => {
  const { days, ...rest } = of("one day");
  expect(rest).toMatchObject({ version: "1", title: "Brum Camp", acronym: "brum", language: "en" });
  expect(days).toHaveLength(1);
  const [hall, den] = days[0]!.rooms;
  expect(days[0]).toMatchObject({ start: "2026-07-14T04:00:00+01:00", end: "2026-07-15T04:00:00+01:00" });
  expect(hall!.events).toEqual([
    {
      ...{ guid: "01a2140c-000c-7ccc-9585-000000000001", id: expect.any(Number), room: "A · Main hall" },
      slug: "brum-01a2140c-000c-7ccc-9585-000000000001",
      ...{ title: "Job swaps", line: "Why Job swaps?", type: "discussion", hosts: ["Ama", "Rhys"] },
      ...{ unrecorded: true, date: "2026-07-14T10:00:00+01:00", start: "10:00", duration: "00:45" },
      end: "2026-07-14T10:45:00+01:00",
      url: `${ORIGIN}/e/brum/grid#slot-01a2140c-000b-7ccc-9585-000000000000`,
    },
  ]);
  expect(den!.events[0]).toMatchObject({ type: "talk", unrecorded: false });
});

test("each day of a camp is there, also one with nothing on it", () => {
  expect(of("several days").days.map(({ index, date }) => [index, date])).toEqual([
    [1, "2026-07-14"],
    [2, "2026-07-15"],
    [3, "2026-07-17"],
  ]);
});

test("what begins after midnight is of the evening before, whose day ends when it does", () => {
  expect(eventsOf("past midnight")).toEqual([
    "2026-07-14 A 23:30 01:15 2026-07-14T23:30:00-03:00 Job swaps",
    '2026-07-14 A 01:00 01:15 2026-07-15T01:00:00-03:00 Forms & <tables> "work"; don\'t they?',
    "2026-07-14 B 03:50 01:15 2026-07-15T03:50:00-03:00 Until breakfast",
  ]);
  expect(of("past midnight").days.map(({ date, end }) => [date, end])).toEqual([
    ["2026-07-14", "2026-07-15T05:05:00-03:00"],
  ]);
});

test("in the hour that clocks show twice the distance from UTC tells one from the other", () => {
  expect(eventsOf("the night the clocks go back")).toEqual([
    "2026-10-24 A 01:15 00:45 2026-10-25T01:15:00+01:00 Job swaps",
    '2026-10-24 A 01:15 00:45 2026-10-25T01:15:00+00:00 Forms & <tables> "work"; don\'t they?',
  ]);
});

test("of a session that is not listed there is when and where, and no word of it", () => {
  const schedule = of("not listed");
  for (const file of [scheduleXml(schedule), scheduleJson(schedule)]) {
    expect(file).not.toContain("SECRET");
    expect(file).toContain("A session for people at the camp");
  }
  expect(schedule.days[0]!.rooms[1]!.events[0]).toMatchObject({ line: "", hosts: [], unrecorded: true });
});

test("an event keeps its guid and its number while everything else of it changes", () => {
  const frame = {
    rooms: rooms("Main hall", "Den"),
    slots: slots(["2026-07-14T09:00Z", "2026-07-14T10:00Z"]),
  };
  const first = grid(1, frame, [[session(1, "Job swaps"), [0, 0]]]);
  const later = grid(7, frame, [
    [session(9, "Before it"), [0, 0]],
    [session(1, "Swaps", { hosts: [] }), [1, 1]],
  ]);
  const namesIn = (one: typeof first) =>
    scheduleOf(camp(["2026-07-14"]), one, ORIGIN)
      .days[0]!.rooms.flatMap(({ events }) => events)
      .filter(({ guid }) => guid === session(1, "").id)
      .map(({ guid, id }) => [guid, id]);
  expect(namesIn(later)).toEqual(namesIn(first));
  expect(namesIn(first)).toHaveLength(1);
});

test("whatever is published, each event is once in it, in its day, and its numbers are its own", () => {
  fc.assert(
    fc.property(anyGrid, (grid) => {
      const schedule = scheduleOf(camp(["2026-07-14", "2026-07-15"]), grid, ORIGIN);
      const all = schedule.days.flatMap((day) => day.rooms.flatMap(({ events }) => events));
      expect(new Set(all.map(({ guid }) => guid)).size).toBe(grid.placements.length);
      expect(new Set(all.map(({ id }) => id)).size).toBe(grid.placements.length);
      for (const day of schedule.days)
        for (const { events } of day.rooms)
          for (const { date, end } of events) {
            expect(Date.parse(date)).toBeGreaterThanOrEqual(Date.parse(day.start));
            expect(Date.parse(end)).toBeLessThanOrEqual(Math.max(Date.parse(day.end), Date.parse(date)));
          }
    }),
  );
});

test("two whose numbers meet have one each, whichever comes first on the grid", () => {
  const frame = { rooms: rooms("Hall"), slots: slots(["2026-07-14T09:00Z", "2026-07-14T10:00Z"]) };
  // Found by trying: the hashes of their guids begin alike.
  const [one, other] = [session(66_913, "One"), session(72_812, "Other")];
  const idsOf = (first: typeof one, second: typeof one) => {
    const placed = grid(1, frame, [
      [first, [0, 0]],
      [second, [1, 0]],
    ]);
    const events = scheduleOf(camp(["2026-07-14"]), placed, ORIGIN).days[0]!.rooms[0]!.events;
    return Object.fromEntries(events.map(({ title, id }) => [title, id]));
  };
  expect(idsOf(one, other)).toEqual({ One: 1_504_338_010, Other: 1_504_338_011 });
  expect(idsOf(other, one)).toEqual(idsOf(one, other));
});

test("before the first grid its version is none, and each day of the camp is there", () => {
  const { version, rooms, days } = scheduleOf(camp(["2026-07-14", "2026-07-15"]), null, ORIGIN);
  expect([version, rooms, days.map(({ date }) => date)]).toEqual(["0", [], ["2026-07-14", "2026-07-15"]]);
});
