import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  answerBy,
  asksAt,
  expectedOf,
  FRESH,
  goesBackAt,
  isAsked,
  nextRoundAt,
  type Reconfirming,
  ROUNDS,
  roundsDue,
  stillAsks,
} from "#domain/registration/reconfirmation.ts";

const at = (text: string) => Date.parse(`${text}+01:00`);
const CAMP = { day: "2026-07-14", zone: "Europe/London", rounds: [5, 1] as const, backDays: 2 };
const DAY = 24 * 3_600_000;

describe("whoever has a place is asked", () => {
  it("at ten in the morning, so many days before the camp's first day, also across a change of the clocks", () => {
    expect([asksAt(14, CAMP), asksAt(1, CAMP)]).toEqual([at("2026-06-30T10:00"), at("2026-07-13T10:00")]);
    const winter = { day: "2026-03-30", zone: "Europe/London" };
    expect(asksAt(5, winter)).toBe(Date.parse("2026-03-25T10:00Z"));
    expect(asksAt(1, winter)).toBe(Date.parse("2026-03-29T10:00+01:00"));
  });

  it("once in each round the camp chose", () => {
    expect(roundsDue(CAMP, [], at("2026-07-09T09:59"))).toEqual([]);
    expect(roundsDue(CAMP, [], at("2026-07-09T10:00"))).toEqual([5]);
    expect(roundsDue(CAMP, [5], at("2026-07-09T10:00"))).toEqual([]);
    expect(roundsDue(CAMP, [], at("2026-07-13T10:00"))).toEqual([5, 1]);
    expect(roundsDue({ ...CAMP, rounds: [] }, [], at("2026-07-13T10:00"))).toEqual([]);
  });

  it("next when the first round comes that is not over", () => {
    const now = at("2026-07-01T00:00");
    expect(nextRoundAt(CAMP, [], now)).toBe(asksAt(5, CAMP));
    expect(nextRoundAt(CAMP, [5], now)).toBe(asksAt(1, CAMP));
    expect(nextRoundAt(CAMP, [5, 1], now)).toBe(null);
    expect(nextRoundAt(CAMP, [], asksAt(5, CAMP))).toBe(asksAt(1, CAMP));
  });

  it("in every round either now or later, unless it is over", () => {
    const rounds = fc.subarray([...ROUNDS]);
    fc.assert(
      fc.property(rounds, rounds, fc.integer({ min: -20 * DAY, max: 20 * DAY }), (chosen, done, offset) => {
        const camp = { ...CAMP, rounds: chosen };
        const now = asksAt(5, CAMP) + offset;
        const due = roundsDue(camp, done, now);
        const next = nextRoundAt(camp, done, now);
        const open = chosen.filter((round) => !done.includes(round));
        const later = open.filter((round) => !due.includes(round)).map((round) => asksAt(round, camp));
        expect(next).toBe(later.length > 0 ? Math.min(...later) : null);
        expect(due.every((round) => asksAt(round, camp) <= now)).toBe(true);
      }),
    );
  });

  it("unless they got the place or answered within three days", () => {
    const now = at("2026-07-09T10:00");
    expect(isAsked({ placedAt: null, answeredAt: null }, now)).toBe(true);
    expect(isAsked({ placedAt: now - FRESH, answeredAt: now - FRESH }, now)).toBe(true);
    expect(isAsked({ placedAt: now - FRESH + 1, answeredAt: null }, now)).toBe(false);
    expect(isAsked({ placedAt: now - FRESH, answeredAt: now - FRESH + 1 }, now)).toBe(false);
  });
});

describe("without an answer a place goes back", () => {
  it("in the evening, where a camp says so, and only where it asks before", () => {
    expect(goesBackAt(CAMP)).toBe(at("2026-07-12T18:00"));
    expect(goesBackAt({ ...CAMP, backDays: null })).toBe(null);
    const asks = (more: Partial<Reconfirming>, now = 0) => stillAsks({ ...CAMP, ...more }, now);
    expect([asks({}), asks({ backDays: 5 }), asks({ rounds: [] }), asks({ backDays: null })]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    const five = asksAt(5, CAMP);
    expect([asks({}, five - 1), asks({}, five)]).toEqual([true, false]);
  });

  it("only from whoever had a day to answer since they were told, and keeps to what they were told", () => {
    const back = goesBackAt(CAMP)!;
    expect(answerBy(CAMP, null, back - DAY)).toBe(back);
    expect(answerBy(CAMP, null, back - DAY + 1)).toBe(null);
    expect(answerBy(CAMP, back, back - DAY + 1)).toBe(back);
    expect(answerBy(CAMP, back, back)).toBe(null);
    expect(answerBy({ ...CAMP, backDays: null }, back, back - 2 * DAY)).toBe(null);
  });
});

it("tells organisers what to expect of somebody", () => {
  expect([
    expectedOf({ askedAt: null, answer: null }),
    expectedOf({ askedAt: new Date(), answer: null }),
    expectedOf({ askedAt: new Date(), answer: "yes" }),
    expectedOf({ askedAt: new Date(), answer: "unsure" }),
  ]).toEqual(["unasked", "silent", "yes", "unsure"]);
});
