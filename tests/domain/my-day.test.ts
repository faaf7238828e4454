import { describe, expect, it } from "vitest";
import type { FeedSession } from "#domain/feed.ts";
import type { GridView } from "#domain/grid.ts";
import { myDay, myFeed, slotsTaken, type Whose } from "#domain/my-day.ts";
import { pitch } from "#tests/support/snapshot.ts";

const at = (hour: number) => new Date(Date.UTC(2026, 6, 14, hour)).toISOString();
const ms = (hour: number) => Date.parse(at(hour));
const slot = (id: string, hour: number, kind: "session" | "break" = "session", long = 1) => {
  return { id, kind, title: "", startsAt: at(hour), endsAt: at(hour + long), hour: 1, number: 1 };
};
const room = (id: string, letter: string) => ({ id, letter, name: id, capacity: 40, features: [] });
const placed = (pitchId: string, slotId: string, roomId: string) => {
  return { pitchId, slotId, roomId, copy: 0, length: 1 as const, pinned: false };
};

/** Four sessions at ten, lunch, one at noon, none at one. */
const grid: GridView = {
  ...{ number: 2, publishedAt: at(8), changes: [] },
  rooms: [room("Hall", "A"), room("Den", "B"), room("Loft", "C")],
  slots: [slot("ten", 10), slot("lunch", 11, "break"), slot("noon", 12), slot("one", 13)],
  sessions: ["swaps", "drones", "weeknotes", "plans"].map((id) => pitch(id)),
  placements: [
    placed("swaps", "ten", "Hall"),
    placed("drones", "ten", "Den"),
    placed("weeknotes", "ten", "Loft"),
    placed("plans", "noon", "Den"),
  ],
};
const whose = (more: Partial<Whose> = {}): Whose => ({ hosting: [], hands: [], ...more });
const keysOf = (day: ReturnType<typeof myDay>) => day.map(({ goings }) => goings.map(({ run }) => run.key));

describe("one's own day", () => {
  it("has what one hosts and goes to in the order of time, hosted first", () => {
    const day = myDay(grid, whose({ hosting: ["weeknotes"], hands: ["swaps", "plans"] }), ms(9));
    expect(keysOf(day)).toEqual([["weeknotes", "swaps"], [], ["plans"], []]);
    expect(day[0]!.goings.map(({ hosts }) => hosts)).toEqual([true, false]);
    expect(slotsTaken(day)).toEqual({ taken: 2, slots: 3 });
  });

  it("says once of each pair that they are at the same time", () => {
    const day = myDay(grid, whose({ hands: ["swaps", "drones", "weeknotes", "plans"] }), ms(9));
    const beside = day.map(({ goings }) => goings.map(({ besides }) => besides.map(({ id }) => id)));
    expect(beside).toEqual([[[], ["swaps"], ["swaps", "drones"]], [], [[]], []]);
  });

  it("says of a gap how many sessions are on then, and nothing of a break", () => {
    expect(myDay(grid, whose({ hands: ["plans"] }), ms(9)).map(({ free }) => free)).toEqual([3, 0, 0, 0]);
  });

  it("knows what is over, what is on and what comes, to the instant", () => {
    const when = (now: number) => myDay(grid, whose(), now).map(({ when: is }) => is);
    expect(when(ms(10) - 1)).toEqual(["ahead", "ahead", "ahead", "ahead"]);
    expect(when(ms(10))).toEqual(["now", "ahead", "ahead", "ahead"]);
    expect(when(ms(11))).toEqual(["over", "now", "ahead", "ahead"]);
  });

  it("says of what still runs from a slot before that it goes on, and calls that slot no gap", () => {
    const long = { ...grid, slots: [slot("ten", 10, "session", 3), ...grid.slots.slice(1)] };
    const day = myDay(long, whose({ hands: ["swaps", "plans"] }), ms(9));
    expect(day[2]!.goesOn.map(({ run }) => run.key)).toEqual(["swaps"]);
    expect(day[2]!.goings[0]!.besides.map(({ id }) => id)).toEqual(["swaps"]);
    expect([day[1]!.goesOn.length, day[3]!.goesOn.length, day[3]!.free]).toEqual([1, 0, 0]);
  });

  it("shows what was theirs and was taken off, where it was, and nobody else's", () => {
    const from = { slotId: "noon", roomId: "Hall", startsAt: at(12), endsAt: at(13) };
    const off = (pitchId: string) => ({ pitchId, copy: 0, title: pitchId, from, to: null });
    const changed = { ...grid, changes: [off("gone"), off("theirs")] };
    const day = myDay(changed, whose({ hands: ["gone"] }), ms(9));
    expect(day.map(({ gone }) => gone.map(({ pitchId }) => pitchId))).toEqual([[], [], ["gone"], []]);
    expect(myDay(changed, whose({ hands: ["gone"] }), ms(13))[2]!.gone).toEqual([]);
  });

  it("of a session that runs twice has the one that is left once the first is taken off, and says that it was", () => {
    const spot = { slotId: "ten", roomId: "Hall", room: "Hall", startsAt: at(10), endsAt: at(11) };
    const off = { pitchId: "swaps", copy: 0, title: "swaps", from: spot, to: null };
    const placements = [
      ...grid.placements.filter(({ pitchId }) => pitchId !== "swaps"),
      { ...placed("swaps", "one", "Hall"), copy: 1 },
    ];
    const day = myDay({ ...grid, placements, changes: [off] }, whose({ hands: ["swaps"] }), ms(9));
    expect(keysOf(day)).toEqual([[], [], [], ["swaps-1"]]);
    expect(day.map(({ gone }) => gone.length)).toEqual([1, 0, 0, 0]);
    const second = { ...off, copy: 1, from: { ...spot, slotId: "one", startsAt: at(13), endsAt: at(14) } };
    const first = myDay({ ...grid, changes: [second] }, whose({ hands: ["swaps"] }), ms(9));
    expect(first.flatMap(({ gone }) => gone)).toEqual([]);
  });

  it("marks what moved as long as that is news", () => {
    const from = { slotId: "one", roomId: "Hall", startsAt: at(13), endsAt: at(14) };
    const to = { slotId: "noon", roomId: "Den", startsAt: at(12), endsAt: at(13) };
    const changed = { ...grid, changes: [{ pitchId: "plans", copy: 0, title: "plans", from, to }] };
    const change = (now: number) => myDay(changed, whose({ hosting: ["plans"] }), now)[2]!.goings[0]!.change;
    expect([change(ms(13))?.from, change(ms(14))]).toEqual([from, null]);
  });
});

describe("one's own feed", () => {
  it("has what is theirs with every title, also what was taken off", () => {
    const [mine, other, off] = [1, 2, 3].map((n) => `01a2140c-08fe-7ccc-9585-bd7a1bdcaab${n}`);
    const session = (key: string, cancelled = false) => ({ key, cancelled, unlisted: true }) as FeedSession;
    const feed = myFeed(
      [session(mine!), session(other!), session(off!, true)],
      whose({ hands: [mine!, off!] }),
    );
    expect(feed.map(({ key, unlisted, cancelled }) => [key, unlisted, cancelled])).toEqual([
      [mine, false, false],
      [off, false, true],
    ]);
  });
});
