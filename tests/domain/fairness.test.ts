/** How fair a camp was: what people had of what they wanted, and what of all counts anybody may read. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FairnessShown, type FairnessSums, shownFairness, sumsOf, wishesHad } from "#domain/fairness.ts";
import type { GridView, Placement } from "#domain/grid.ts";

const at = (hour: number) => new Date(Date.UTC(2026, 6, 14, hour)).toISOString();
const slots = [1, 2, 0, 3].map((number, n) => ({
  ...{
    id: `s${n}`,
    kind: number ? ("session" as const) : ("break" as const),
    title: "",
    hour: number,
    number,
  },
  ...{ startsAt: at(9 + n), endsAt: at(10 + n) },
}));
const cell = (pitchId: string, slot: number, rest: Partial<Placement> = {}): Placement => ({
  ...{ pitchId, slotId: `s${slot}`, roomId: `r-${pitchId}`, copy: 0, length: 1, pinned: false },
  ...rest,
});
const gridOf = (...placements: Placement[]): GridView => ({
  ...{ number: 1, publishedAt: at(8), rooms: [], slots, sessions: [], placements, changes: [] },
});
const wants = (who: string, ...pitchIds: string[]) => pitchIds.map((pitchId) => ({ who, pitchId }));

describe("what people had of what they wanted", () => {
  it("is whole for whoever could go to all of it, and half where two of theirs run beside each other", () => {
    const grid = gridOf(cell("a", 0), cell("b", 1), cell("c", 1));
    expect(wishesHad(grid, wants("ama", "a", "b"))).toEqual({ wishers: 1, worst: 1000 });
    expect(wishesHad(grid, wants("ama", "b", "c"))).toEqual({ wishers: 1, worst: 500 });
  });

  it("counts what found no room as something they could have had, up to as many slots as there are", () => {
    const grid = gridOf(cell("a", 0));
    expect(wishesHad(grid, wants("ama", "a", "off"))).toEqual({ wishers: 1, worst: 500 });
    expect(wishesHad(grid, wants("ama", "a", "b", "c", "d", "e"))).toEqual({ wishers: 1, worst: 333 });
  });

  it("counts each slot of a long session, and each run of one that runs twice", () => {
    const long = gridOf(cell("a", 0, { length: 2 }), cell("b", 1));
    expect(wishesHad(long, wants("ama", "a", "b"))).toEqual({ wishers: 1, worst: 666 });
    const twice = gridOf(cell("a", 0), cell("a", 3, { copy: 1 }), cell("b", 3));
    expect(wishesHad(twice, wants("ama", "a", "b"))).toEqual({ wishers: 1, worst: 666 });
  });

  it("is that of the tenth who had least", () => {
    const grid = gridOf(cell("a", 0), cell("b", 1), cell("c", 1));
    const happy = Array.from({ length: 18 }, (_, n) => wants(`happy ${n}`, "a"));
    const torn = [wants("torn", "b", "c"), wants("empty", "off")];
    expect(wishesHad(grid, [...happy, ...torn].flat())).toEqual({ wishers: 20, worst: 250 });
  });

  it("is nobody's where nobody wanted anything, or nothing was published", () => {
    expect(wishesHad(null, []).wishers).toBe(0);
    expect(wishesHad(null, wants("ama", "a")).wishers).toBe(0);
  });
});

const sums: FairnessSums = {
  sectors: [
    { name: "Local", asked: 43, got: 21 },
    { name: "Central", asked: 4, got: 4 },
  ],
  ...{ firstTime: { asked: 12, got: 9 }, others: { asked: 35, got: 16 }, hosts: { asked: 6, got: 4 } },
  ...{ wishers: 50, worst: 667, places: 25, came: 19 },
};

/** Of a camp for which somebody asked. */
const seen = (rest: Partial<FairnessSums>) => shownFairness({ ...sums, ...rest }) as FairnessShown;

describe("what is shown", () => {
  it("is rounded down to fives, and nothing under five", () => {
    expect(shownFairness(sums)).toEqual({
      rows: [
        { of: "sector", name: "Local", asked: 40, got: 20 },
        { of: "sector", name: "Central", asked: 0, got: 0 },
        { of: "firstTime", name: "", asked: 10, got: 5 },
        { of: "others", name: "", asked: 35, got: 15 },
      ],
      ...{ hosts: { asked: 5, got: 0 }, worst: 66, turnout: { asked: 25, got: 15 } },
    });
  });

  it("is nothing at all of a camp for which nobody asked", () => {
    const nobody = { asked: 0, got: 0 };
    expect(shownFairness({ ...sums, firstTime: nobody, others: nobody })).toBe("none");
  });

  it("says nothing of a tenth of fewer than five, of few hosts, or where nobody was checked in", () => {
    expect(seen({ wishers: 49 }).worst).toBeNull();
    expect(seen({ hosts: { asked: 4, got: 4 } }).hosts).toBeNull();
    expect(seen({ came: 4 }).turnout).toBeNull();
  });

  it("is the same of sums that are known only as they are shown", () => {
    const none = { hosts: { asked: 0, got: 0 }, wishers: 3, came: 0 };
    for (const shown of [seen({}), seen(none)]) expect(shownFairness(sumsOf(shown))).toEqual(shown);
  });

  it("never tells one person from none", () => {
    const count = fc.nat(60);
    fc.assert(
      fc.property(count, count, (asked, got) => {
        const shares = { hosts: { asked, got }, firstTime: { asked, got } };
        const { hosts, rows } = seen(shares);
        const all = [hosts?.asked ?? 0, hosts?.got ?? 0, ...rows.flatMap((row) => [row.asked, row.got])];
        expect(all.every((n) => n % 5 === 0)).toBe(true);
      }),
    );
  });
});
