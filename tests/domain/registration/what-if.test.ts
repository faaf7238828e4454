import { describe, expect, it } from "vitest";
import { type Group, NO_POOL, type Pools } from "#domain/pool.ts";
import type { Counts, InLine } from "#domain/registration/places.ts";
import { whatIf } from "#domain/registration/what-if.ts";

const who = (sectorId: string) => ({ sectorId, firstTime: false, organisation: "" });
const keeps = (floor: number): Pools => ({
  sectors: new Map([["local", { floor, ceiling: null }]]),
  ...{ firstTimers: NO_POOL, organisationLimit: null, mergesAt: null },
});
const line: InLine[] = ["central", "local", "central", "local"].map((sector, index) => ({
  ...{ id: `${sector} ${index}`, rank: index, ready: true, kind: who(sector) },
}));
const places = (capacity: number) => ({ capacity, open: capacity, planned: capacity });

function counts(confirmed: number): Counts {
  const group: Group = { ...who("central"), holding: confirmed, waiting: 2, ready: 2, inTurn: 2 };
  return {
    ...{ confirmed, held: 0, offered: 0, waiting: 4, ready: 4, paused: 0, inTurn: 4 },
    ...{ lapsed: 0, entered: 0, keptBack: 0, groups: [group] },
  };
}

describe("under other pools", () => {
  it("the next places go to others, as if they came free", () => {
    const found = whatIf(
      { line, places: places(4), counts: counts(4) },
      { before: null, after: keeps(2), next: 2 },
    );
    expect(found).toEqual({
      offered: [],
      before: ["central 0", "local 1"],
      after: ["local 1", "local 3"],
    });
  });

  it("only what is free already is offered", () => {
    const found = whatIf(
      { line, places: places(4), counts: counts(3) },
      { before: keeps(4), after: null, next: 2 },
    );
    expect(found).toEqual({
      offered: ["central 0"],
      before: ["local 1", "local 3"],
      after: ["central 0", "local 1"],
    });
  });

  it("all that is free is looked at, also where fewer were asked for", () => {
    const all = whatIf(
      { line, places: places(9), counts: counts(0) },
      { before: null, after: null, next: 1 },
    );
    expect(all.after).toEqual(line.map(({ id }) => id));
  });
});
