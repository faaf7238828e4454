import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Counted,
  correctedHands,
  countedTogether,
  expectAudiences,
  type Pitched,
  parallelSessions,
} from "#domain/audience.ts";
import type { Crowd } from "#domain/crowd.ts";

/** Of 118 with a place, as many as usually come. */
const crowd: Crowd = { people: 83, places: 118, basis: "usual" };
const camp = { crowd, slots: 5, rooms: 8 };
const plain = { before: 0, expected: null };
/** Forty sessions, each with so many hands; the first is the one that is asked about. */
const among = (first: Partial<Pitched>, others: Partial<Pitched> = { hands: 22 }) =>
  expectAudiences(
    Array.from({ length: 40 }, (_, n) => ({
      ...plain,
      id: String(n),
      hands: 22,
      ...(n === 0 ? first : others),
    })),
    camp,
  ).get("0")!;

describe("how many to expect", () => {
  test("an average session gets its share of two thirds of those with a place, within a factor 1.5", () => {
    expect(among({})).toEqual({ low: 7, middle: 10, high: 15, basis: "hands", late: false });
  });
  test("with everybody counted at the door the share is of them, and those who stayed away are in it no more", () => {
    const all: Crowd = { people: 118, places: 118, basis: "checked_in" };
    const [usual, here] = [crowd, all].map((of) =>
      expectAudiences([{ ...plain, id: "a", hands: 9 }], { crowd: of, slots: 1, rooms: 1 }).get("a"),
    );
    expect([usual!.middle, here!.middle]).toEqual([78, 111]);
  });
  test("an organiser's own number overrides, zero and more than there are included", () => {
    const own = (expected: number) => ({
      ...{ low: expected, middle: expected, high: expected },
      ...{ basis: "organiser", late: false },
    });
    expect(among({ expected: 0, room: 30 })).toEqual(own(0));
    expect(among({ expected: 500 })).toEqual(own(500));
  });
  test("once people say where they go, that beats their hands, and a count of the room beats both", () => {
    const others = { hands: 22, stars: 22 };
    expect(among({ hands: 44, stars: 22 }, others)).toEqual({ ...among({}), basis: "stars" });
    expect(among({ stars: 0 }, others).high).toBe(0);
    expect(among({ stars: 22, paper: 22 }, others).middle).toBeGreaterThan(
      among({ stars: 22 }, others).middle,
    );
    expect(among({ stars: 22, room: 22 }, others).basis).toBe("room");
  });
  test("what people say of a grid that is out is not late, however late a pitch was", () => {
    const pitched = (id: string, before: number, stars?: number) => {
      return { id, hands: 20, before, expected: null, ...(stars !== undefined && { stars }) };
    };
    const expected = (stars?: number) =>
      expectAudiences([pitched("early", 0, stars), pitched("late", 35, stars)], camp);
    expect([expected().get("late")!.late, expected(20).get("late")!.late]).toEqual([true, false]);
    expect(expected(20).get("late")!.middle).toBe(expected(20).get("early")!.middle);
  });
  test("nobody has raised a hand so far", () => {
    expect(among({ hands: 0 }, { hands: 0 }).high).toBe(0);
    expect(expectAudiences([], camp).size).toBe(0);
  });
  test("a late pitch is expected to draw more than an early one with as many hands, and says that it was late", () => {
    const pitched = (id: string, before: number) => ({ id, hands: 20, before, expected: null });
    const expected = expectAudiences([pitched("early", 0), pitched("late", 35)], camp);
    const [early, late] = [expected.get("early")!, expected.get("late")!];
    expect(late.middle).toBeGreaterThan(early.middle);
    expect([early.late, late.late]).toEqual([false, true]);
  });
});

test("no more hands were up before a pitch than there are besides its own", () => {
  expect(among({ hands: 20, before: 5_000 })).toEqual(among({ hands: 20, before: 39 * 22 }));
});

describe("what is counted by hand", () => {
  test("paper adds to the hands on phones", () => {
    expect(among({ hands: 10, paper: 12 })).toEqual(among({}));
  });
  test("the room goes before phones and paper, larger or smaller", () => {
    const everywhere = { room: 30 };
    const average = among(everywhere, everywhere);
    expect(average).toEqual({ low: 7, middle: 10, high: 15, basis: "room", late: false });
    expect(among({ room: 30, hands: 90, paper: 9, before: 80 }, everywhere)).toEqual(average);
    expect(among({ room: 30, hands: 0 }, everywhere)).toEqual(average);
    expect(among({ room: 0 }, everywhere).high).toBe(0);
  });
  test("one room in which all raise a hand makes no session many times as wanted", () => {
    // Three hands in the room for each on a phone, here and as far as anybody knows elsewhere.
    expect(among({ room: 66 }).middle).toBeLessThan(1.5 * among({}).middle);
    expect(among({ room: 66 }).middle).toBeGreaterThan(among({}).middle);
  });
  test("one count where no phone has a hand up says little of all others", () => {
    expect(among({ hands: 0, room: 10 }).middle).toBeGreaterThan(1);
    expect(among({ hands: 0, room: 10 }).middle).toBeLessThan(among({}).middle);
  });
  test("a room in which fewer raise a hand than on phones makes no session unwanted", () => {
    expect(among({ room: 8 }).middle).toBeGreaterThan(0.5 * among({}).middle);
  });
});

describe("whatever was counted", () => {
  const number = fc.nat(300);
  const maybe = fc.option(number, { nil: undefined });
  const pitched = fc.record({
    hands: number,
    before: number,
    room: maybe,
    paper: maybe,
    expected: fc.option(number, { freq: 6 }),
  });
  const any = fc.record({
    pitched: fc.array(pitched, { minLength: 1, maxLength: 40 }),
    people: fc.nat(400),
    slots: fc.nat(12),
    rooms: fc.nat(12),
  });
  type Any = typeof any extends fc.Arbitrary<infer Value> ? Value : never;
  const expectedOf = ({ pitched, people, slots, rooms }: Any) => {
    const given = pitched.map(({ room, paper, ...one }, n): Pitched => {
      return {
        ...one,
        id: String(n),
        ...(room !== undefined && { room }),
        ...(paper !== undefined && { paper }),
      };
    });
    return expectAudiences(given, { crowd: { people, places: people, basis: "checked_in" }, slots, rooms });
  };
  const firstOf = (given: Any, change: Partial<Any["pitched"][number]>) => {
    const [first, ...others] = given.pitched;
    return expectedOf({ ...given, pitched: [{ ...first!, expected: null, ...change }, ...others] }).get("0")!;
  };
  const KINDS = ["hands", "room", "paper"] as const;

  test("it is a range, never negative and never above the people here; an organiser's number wins", () => {
    fc.assert(
      fc.property(any, (given) => {
        for (const [id, { low, middle, high, basis }] of expectedOf(given)) {
          const own = given.pitched[Number(id)]!.expected;
          expect(basis === "organiser").toBe(own !== null);
          if (own !== null) expect([low, middle, high]).toEqual([own, own, own]);
          else expect(0 <= low && low <= middle && middle <= high && high <= given.people).toBe(true);
        }
      }),
    );
  });
  test.each(KINDS)("one more of %s never makes it smaller", (kind) => {
    fc.assert(
      fc.property(any, number, fc.integer({ min: 1, max: 60 }), (given, from, more) => {
        const [few, many] = [from, from + more].map((n) => firstOf(given, { [kind]: n }));
        for (const part of ["low", "middle", "high"] as const)
          expect(many![part]).toBeGreaterThanOrEqual(few![part]);
      }),
      { numRuns: 500 },
    );
  });
  test("more people never make it smaller", () => {
    fc.assert(
      fc.property(any, fc.nat(200), (given, more) => {
        const many = expectedOf({ ...given, people: given.people + more });
        for (const [id, few] of expectedOf(given))
          expect(many.get(id)!.high >= few.high && many.get(id)!.low >= few.low).toBe(true);
      }),
    );
  });
});

describe("correctedHands", () => {
  test("a late pitch is worth more than its raw count, an early one about the same", () => {
    expect(correctedHands(20, 300, 1200, 10)).toBeCloseTo(40);
    expect(correctedHands(20, 1200, 1200, 10)).toBeCloseTo(19.2, 1);
  });
  test("the very first hand of all", () => {
    expect(correctedHands(0, 0, 0, 0)).toBe(0);
  });
});

test("sessions side by side: as many as needed, never more than rooms, never none", () => {
  expect(parallelSessions(40, 5, 8)).toBe(8);
  expect(parallelSessions(12, 5, 8)).toBe(3);
  expect(parallelSessions(100, 5, 8)).toBe(8);
  expect(parallelSessions(0, 0, 0)).toBe(1);
});

test("counts of what is one: the larger of the room, paper added up, and none where nobody counted", () => {
  const some = fc.option(fc.nat({ max: 10_000 }), { nil: undefined });
  fc.assert(
    fc.property(fc.array(fc.record({ room: some, paper: some })), (each) => {
      const counts = each.map(
        ({ room, paper }): Counted => ({
          ...(room !== undefined && { room }),
          ...(paper !== undefined && { paper }),
        }),
      );
      const { room, paper } = countedTogether(counts);
      expect(room).toBe(
        counts.reduce<number | undefined>((most, one) => {
          return one.room === undefined || (most ?? -1) > one.room ? most : one.room;
        }, undefined),
      );
      expect(paper === undefined).toBe(counts.every((one) => one.paper === undefined));
      expect(paper ?? 0).toBe(counts.reduce((sum, one) => sum + (one.paper ?? 0), 0));
    }),
  );
});
