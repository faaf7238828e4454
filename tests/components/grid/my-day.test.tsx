/** One's own day as it is drawn, with and without a script. */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FRESH } from "#components/form/answer.ts";
import { MyDay } from "#components/grid/my-day.tsx";
import { TakeDay } from "#components/grid/take-day.tsx";
import type { GridView } from "#domain/grid.ts";
import type { Whose } from "#domain/my-day.ts";
import { dayLines } from "#messages/my-day.ts";
import { readable } from "#tests/support/english.ts";
import { event, pitch } from "#tests/support/snapshot.ts";

const place = { locale: "en-GB", zone: "Europe/London" };
const at = (hour: number, day = 14) => new Date(Date.UTC(2026, 6, day, hour)).toISOString();
const slot = (id: string, hour: number, kind: "session" | "break" = "session", day = 14) => {
  return {
    id,
    kind,
    title: kind === "break" ? "Lunch" : "",
    startsAt: at(hour, day),
    endsAt: at(hour + 1, day),
    hour: 1,
    number: 1,
  };
};
const room = (id: string, letter: string) => ({ id, letter, name: id, capacity: 40, features: [] });
const placed = (pitchId: string, slotId: string, roomId: string) => {
  return { pitchId, slotId, roomId, copy: 0, length: 1 as const, pinned: false };
};
const grid: GridView = {
  ...{ number: 2, publishedAt: at(8), changes: [] },
  rooms: [room("Hall", "A"), room("Den", "B")],
  slots: [slot("ten", 10), slot("lunch", 11, "break"), slot("noon", 12), slot("one", 13)],
  sessions: ["Swaps", "Drones", "Plans"].map((id) => pitch(id)),
  placements: [
    placed("Swaps", "ten", "Hall"),
    placed("Drones", "ten", "Den"),
    placed("Plans", "noon", "Den"),
  ],
};
const whose = (more: Partial<Whose>): Whose => ({ hosting: [], hands: [], ...more });
const said = (mine: Partial<Whose>, now = at(9), of = grid) =>
  readable(
    renderToStaticMarkup(
      <MyDay camp={event} grid={of} whose={whose(mine)} now={Date.parse(now)} place={place} />,
    ),
  );
const titles = Object.fromEntries(grid.sessions.map(({ id, title }) => [id, title]));

test("says what, where and when, what one hosts, what is at the same time, and what is on in a gap", () => {
  const text = said({ hosting: ["Drones"], hands: ["Swaps"] });
  expect(text).toContain("1 of 3 slots taken");
  expect(text.indexOf(titles.Drones!)).toBeLessThan(text.indexOf(titles.Swaps!));
  expect(text).toContain("You host");
  expect(text).toContain(`At the same time as “${titles.Drones}”.`);
  expect(text).toMatch(/1pm\s+Free: 1 session/);
  expect(text).toContain("What’s on at 1pm");
  expect(text).toMatch(/12 noon\s+Lunch/);
  expect(text).toMatch(/2pm\s+Nothing on/);
});

test("marks what is on and what is over, and sends nobody to what is over", () => {
  expect(said({}, at(12))).toMatch(
    /11am\s+over\s+Nothing of yours[\s\S]*12 noon\s+over[\s\S]*1pm\s+on now\s+Free/,
  );
  expect(said({}, at(12))).not.toContain("What’s on at 11am");
});

test("tells whoever has nothing in it how that is begun", () => {
  expect(said({})).toContain("press “I go here”");
  expect(said({ hands: ["Plans"] })).not.toContain("press “I go here”");
});

test("marks what moved, and keeps what was taken off until its slot has ended", () => {
  const from = { slotId: "one", roomId: "Hall", room: "Hall", startsAt: at(13), endsAt: at(14) };
  const changes = [
    { pitchId: "Plans", copy: 0, title: "Plans", from, to: { slotId: "noon", roomId: "Den" } },
    { pitchId: "gone", copy: 0, title: "Gone for good", from, to: null },
  ];
  const text = said({ hands: ["Plans", "gone"] }, at(9), { ...grid, changes });
  expect(text).toContain("Moved from 2pm");
  expect(text).toMatch(/2pm\s+Gone for good\s+Taken off/);
});

test("says where it is what the phone has kept, in a place that moves nothing", () => {
  const kept = (offline: boolean) =>
    readable(
      renderToStaticMarkup(
        <MyDay camp={event} grid={grid} whose={whose({})} now={0} {...{ place, offline }} />,
      ),
    );
  expect(kept(true)).toMatch(/0 of 3 slots taken\s+· offline, as last heard/);
  expect(kept(false)).not.toContain("offline");
});

test("names the days where there are several", () => {
  const two = { ...grid, slots: [slot("ten", 10), slot("noon", 12, "session", 15)] };
  expect(said({ hands: ["Plans"] }, at(9), two)).toMatch(/Tuesday 14 July[\s\S]*Wednesday 15 July/);
  expect(said({ hands: ["Plans"] })).not.toContain("July");
});

test("is the same in the lines of a mail", () => {
  const mine = whose({ hosting: ["Drones"], hands: ["Swaps"] });
  expect(dayLines(grid, mine, Date.parse(at(9)), place)).toEqual([
    `11am: “${titles.Drones}” in Den, you host`,
    `11am: “${titles.Swaps}” in Hall. At the same time as “${titles.Drones}”.`,
    "12 noon: Lunch",
    "1pm: Free: 1 session",
    "2pm: Nothing on",
  ]);
  const two = { ...grid, slots: [slot("ten", 10), slot("noon", 12, "session", 15)] };
  expect(dayLines(two, mine, Date.parse(at(9)), place)[0]).toBe("Tuesday 14 July");
});

test("is sent by forms that need no script, and followed by no phone that came in with a badge", () => {
  const action = async () => FRESH;
  const sent = (follow: typeof action | null, followed = false) =>
    renderToStaticMarkup(<TakeDay press="p" mail={action} end={action} {...{ follow, followed }} />);
  expect(sent(action)).toContain('name="press" value="p"');
  expect(sent(action)).toContain("Make an address for my calendar");
  expect(sent(action)).not.toContain("Take the address away");
  expect(sent(action, true)).toContain("Take the address away");
  expect(sent(null)).not.toContain("calendar");
});
