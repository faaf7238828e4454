import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasBegun, numberSlots, whereInTheDay } from "#domain/slot.ts";

const session = (hour: number) => ({
  kind: "session" as const,
  startsAt: `2026-07-14T${hour}:00:00Z`,
  endsAt: `2026-07-14T${hour}:45:00Z`,
});
const lunch = { kind: "break" as const, startsAt: "2026-07-14T12:00:00Z", endsAt: "2026-07-14T13:00:00Z" };

describe("the numbers and the colours of the day", () => {
  it("skip the breaks", () => {
    expect(numberSlots([session(10), lunch, session(13)])).toEqual([
      { number: 1, hour: 1 },
      { number: 0, hour: 0 },
      { number: 2, hour: 2 },
    ]);
  });

  it("never go backwards and always have a tint, however many slots", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (many) => {
        const hours = numberSlots(Array.from({ length: many }, () => session(10))).map((slot) => slot.hour);
        expect(hours).toEqual([...hours].sort((a, b) => a - b));
        expect(hours.every((hour) => hour >= 1 && hour <= 6)).toBe(true);
      }),
    );
  });
});

describe("where in the day", () => {
  const slots = [session(10), lunch, session(14)];
  const where = (time: string) => whereInTheDay(slots, Date.parse(`2026-07-14T${time}:00Z`));

  it("is in a slot from its first minute up to its last", () => {
    expect(where("10:00").on).toBe(slots[0]);
    expect(where("10:45").on).toBe(null);
    expect(where("12:30")).toEqual({ on: lunch, next: slots[2] });
  });

  it("is nowhere before and after", () => {
    expect(where("09:00")).toEqual({ on: null, next: slots[0] });
    expect(where("18:00")).toEqual({ on: null, next: null });
  });
});

it("takes nothing new from the instant at which a slot begins", () => {
  const [before, at] = ["2026-07-14T09:59:59.999Z", "2026-07-14T10:00:00.000Z"].map(Date.parse);
  expect([hasBegun(session(10), before!), hasBegun(session(10), at!)]).toEqual([false, true]);
});
