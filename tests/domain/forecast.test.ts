import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ExpectedPeople, forecast, type Turnout, withCompanions } from "#domain/forecast.ts";

const NOBODY: ExpectedPeople = { yes: 0, unsure: 0, silent: 0, unasked: 0 };
const camp = (came: number, places = 140): Turnout => ({ name: "Brumcamp", day: "2025-07-14", places, came });

describe("of those who have a place", () => {
  it("about seven in ten come, where nothing else is known, with the range of free camps", () => {
    const usual = forecast({ ...NOBODY, unasked: 150 }, []);
    expect(usual).toEqual({ places: 150, low: 85, middle: 105, high: 124 });
  });

  it("more where they said so, fewer where they said nothing or are not sure", () => {
    const middle = (people: Partial<ExpectedPeople>) => forecast({ ...NOBODY, ...people }, []).middle;
    expect([{ yes: 100 }, { unasked: 100 }, { silent: 100 }, { unsure: 100 }].map(middle)).toEqual([
      87, 70, 59, 55,
    ]);
  });

  it("as many as at the crew's own camps before, the more surely the more there are", () => {
    const people = { ...NOBODY, unasked: 100 };
    const width = (past: Turnout[]) => {
      const { low, high } = forecast(people, past);
      return high - low;
    };
    const full = [camp(133), camp(133), camp(133)];
    expect(forecast(people, full.slice(1)).middle).toBe(87);
    expect(forecast(people, full).middle).toBe(89);
    expect(width(full)).toBeLessThan(width(full.slice(1)));
    // However many came: one camp is one camp.
    expect(forecast(people, [camp(1_400, 1_400)])).toEqual(forecast(people, [camp(140)]));
    expect(forecast(people, [camp(0, 0)])).toEqual(forecast(people, []));
    // Walk-ins make nobody come more often than always.
    expect(forecast(people, [camp(200)])).toEqual(forecast(people, [camp(140)]));
  });

  it("nobody of nobody", () => {
    expect(forecast(NOBODY, [])).toEqual({ places: 0, low: 0, middle: 0, high: 0 });
  });
});

const some = fc.integer({ min: 0, max: 400 });
const peoples = fc.record({ yes: some, unsure: some, silent: some, unasked: some });
const pasts = fc.array(
  fc.integer({ min: 0, max: 140 }).map((came) => camp(came)),
  { maxLength: 3 },
);

describe("always", () => {
  it("is a range around the estimate, between none and all", () => {
    fc.assert(
      fc.property(peoples, pasts, (people, past) => {
        const { places, low, middle, high } = forecast(people, past);
        expect(places).toBe(people.yes + people.unsure + people.silent + people.unasked);
        expect(0 <= low && low <= middle && middle <= high && high <= places).toBe(true);
      }),
    );
  });

  it("grows with each yes, and with each person who has a place", () => {
    fc.assert(
      fc.property(peoples, pasts, fc.constantFrom("unsure", "silent", "unasked"), (people, past, from) => {
        const before = { ...people, [from]: people[from as keyof ExpectedPeople] + 1 };
        const said = { ...people, yes: people.yes + 1 };
        const steps = [people, before, said].map((it) => forecast(it, past));
        for (const of of ["low", "middle", "high"] as const)
          expect(steps.map((it) => it[of])).toEqual(steps.map((it) => it[of]).sort((a, b) => a - b));
      }),
    );
  });

  it("grows with how many came before", () => {
    fc.assert(
      fc.property(peoples, fc.integer({ min: 0, max: 139 }), (people, came) => {
        const [fewer, more] = [forecast(people, [camp(came)]), forecast(people, [camp(came + 1)])];
        expect(fewer.middle <= more.middle && fewer.low <= more.low && fewer.high <= more.high).toBe(true);
      }),
    );
  });
});

describe("those who come along", () => {
  it("come as their people do: as many of them as of everybody, in whole people", () => {
    const usual = forecast({ ...NOBODY, unasked: 150 }, []);
    expect(withCompanions(usual, 10)).toEqual({ companions: 10, low: 90, middle: 112, high: 133 });
    expect(withCompanions(usual, 0)).toEqual({ companions: 0, low: 85, middle: 105, high: 124 });
    expect(withCompanions(forecast(NOBODY, []), 0)).toEqual({ companions: 0, low: 0, middle: 0, high: 0 });
  });

  it("never lower what is expected, are a range around it, and are never more than all", () => {
    fc.assert(
      fc.property(peoples, pasts, fc.nat({ max: 800 }), (people, past, companions) => {
        const without = forecast(people, past);
        fc.pre(companions <= 2 * without.places);
        const [heads, more] = [withCompanions(without, companions), withCompanions(without, companions + 1)];
        for (const of of ["low", "middle", "high"] as const) {
          expect(heads[of]).toBeGreaterThanOrEqual(without[of]);
          expect(more[of]).toBeGreaterThanOrEqual(heads[of]);
          expect(heads[of] - without[of]).toBeLessThanOrEqual(companions);
        }
        expect(heads.low <= heads.middle && heads.middle <= heads.high).toBe(true);
      }),
    );
  });

  it("all come where everybody does, and none where nobody does", () => {
    // 485 / 380 of 380 is a hair more than 485.
    expect(withCompanions({ places: 380, low: 0, middle: 380, high: 380 }, 485).high).toBe(865);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat({ max: 800 }), (places, companions) => {
        const all = withCompanions({ places, low: 0, middle: places, high: places }, companions);
        expect([all.low, all.middle, all.high]).toEqual([0, places + companions, places + companions]);
      }),
    );
  });
});
