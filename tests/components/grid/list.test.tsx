/** The grid as it is opened at a moment: what is over is folded, the rest is a table that a screen reader can ask. */
import { describe, expect, test } from "vitest";
import { GridList } from "#components/grid/list.tsx";
import type { GridView } from "#domain/grid.ts";
import { dayGrid, drawn, Going, raisingOf, said, slotOf } from "#tests/support/day-of-grid.tsx";
import { event } from "#tests/support/snapshot.ts";

const LONDON = { locale: "en-GB", zone: "Europe/London" };
const slots = [
  slotOf("one", ["2026-07-14T10:00:00Z", "2026-07-14T10:45:00Z"]),
  slotOf("two", ["2026-07-14T11:00:00Z", "2026-07-14T11:45:00Z"]),
  slotOf("lunch", ["2026-07-14T11:45:00Z", "2026-07-14T12:30:00Z"], "Lunch"),
  slotOf("three", ["2026-07-14T12:30:00Z", "2026-07-14T13:15:00Z"]),
];
const grid = dayGrid(slots, ["a one Hall", "b one Den", "c two Hall", "d three Den"]);

const element = (at: string, of: GridView = grid, camp: typeof event = event, zone = LONDON.zone) => (
  <Going runs={["c"]}>
    <GridList
      camp={camp}
      grid={of}
      now={Date.parse(at)}
      place={{ ...LONDON, zone }}
      raising={raisingOf()}
      hosting={[]}
    />
  </Going>
);

test("opens at now: what is over is folded away, with how much that is", () => {
  const html = drawn(element("2026-07-14T11:20:00Z"));
  const [before = "", folded = "", rest = ""] = html.split(/<details|<\/details>/);
  expect(before).not.toContain("<table");
  expect(folded).toMatch(/1 slot is over.*2 sessions.*Title of a.*Title of b/s);
  expect(rest).toMatch(/^.{0,40}<div[^>]*><table.*Slot 1 · 12 noon.*Now.*Title of c/s);
  expect(drawn(element("2026-07-14T09:20:00Z"))).not.toContain("<details");
});

test("leads to what is on, and in a gap to what is next", () => {
  expect(said(element("2026-07-14T11:20:00Z"))).toContain("Jump to now");
  expect(drawn(element("2026-07-14T11:20:00Z"))).toContain('href="#slot-two"');
  expect(said(element("2026-07-14T10:50:00Z"))).toContain("Jump to what’s next");
  expect(drawn(element("2026-07-14T15:00:00Z"))).not.toContain('href="#slot-');
});

test("is a table with a head for each room and each slot", () => {
  const html = drawn(element("2026-07-14T09:20:00Z"));
  expect(html.match(/<th [^>]*scope="col"/g)).toHaveLength(3);
  expect(html.match(/<th [^>]*scope="row"/g)).toHaveLength(4);
  expect(html.match(/role="cell"/g)).toHaveLength(8);
  expect(html).not.toContain("rowSpan");
});

test("what goes on beyond its slot is one cell over both, and takes no cell of another", () => {
  const long = slotOf("one", ["2026-07-14T10:00:00Z", "2026-07-14T11:45:00Z"]);
  const html = drawn(
    element("2026-07-14T09:20:00Z", dayGrid([long, slots[1]!], ["a one Hall", "c two Den"])),
  );
  expect(html.match(/rowSpan="2"|rowspan="2"/g)).toHaveLength(1);
  expect(html.match(/role="cell"/g)).toHaveLength(4);
  // In a list it is said again where it goes on; a table does not draw that cell.
  expect(html.match(/data-goes-on/g)).toHaveLength(1);
  expect(html.match(/>Title of a</g)).toHaveLength(2);
});

test("says of a slot without sessions that there is nothing yet, and of a break nothing", () => {
  const empty = dayGrid(slots, []);
  expect(said(element("2026-07-14T09:20:00Z", empty)).match(/Nothing here yet/g)).toHaveLength(3);
});

test("marks what is theirs for eye and ear", () => {
  expect(said(element("2026-07-14T09:20:00Z"))).toMatch(
    /Title of c A Hall with Ama Ask the campmakers You go here/,
  );
});

describe("over several days", () => {
  const days = [
    { id: "day", date: "2026-07-14", startsAt: "2026-07-14T08:00:00Z", phase: "sessions" as const },
    { id: "next", date: "2026-07-15", startsAt: "2026-07-15T08:00:00Z", phase: "doors" as const },
  ];
  const two = dayGrid(
    [
      ...slots,
      slotOf("late", ["2026-07-14T22:30:00Z", "2026-07-15T00:30:00Z"]),
      slotOf("next", ["2026-07-15T09:00:00Z", "2026-07-15T09:45:00Z"]),
    ],
    ["a one Hall", "b late Hall", "c next Den"],
  );

  test("each is named and a tap away, and what begins before midnight is of its evening", () => {
    const html = drawn(element("2026-07-14T11:20:00Z", two, { ...event, days }));
    for (const day of ["2026-07-14", "2026-07-15"]) {
      expect(html).toContain(`href="#day-${day}"`);
      expect(html).toContain(`id="day-${day}"`);
    }
    expect(said(element("2026-07-14T11:20:00Z", two, { ...event, days }))).toMatch(
      /Tuesday 14 July .*11.30pm Title of b .*Wednesday 15 July .*10am .*Title of c/,
    );
  });

  test("on the second, the first is folded", () => {
    const html = drawn(element("2026-07-15T09:10:00Z", two, { ...event, days }));
    const [, folded = "", rest = ""] = html.split(/<details|<\/details>/);
    expect(folded).toContain("Title of b");
    expect(rest).toContain("Title of c");
  });

  test("days are those of the camp’s zone", () => {
    expect(drawn(element("2026-07-14T11:20:00Z", two, { ...event, days }, "Pacific/Auckland"))).toContain(
      'id="day-2026-07-15"',
    );
    expect(said(element("2026-07-14T11:20:00Z", grid, event, "Pacific/Auckland"))).toContain("Slot 1 · 11pm");
  });
});
