import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RANGES } from "#domain/limits.ts";
import {
  hasRunOut,
  latestEnd,
  nextOfferAt,
  OFFER_HOURS,
  offerAnew,
  offerUntil,
  runsUntil,
} from "#domain/registration/offer.ts";
import { endOfCamp } from "#domain/time/end.ts";
import { afterWaking, isWaking, lastWaking } from "#domain/time/waking.ts";
import { instants, zones } from "#tests/support/instants.ts";

const LONDON = "Europe/London";
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const at = (text: string) => Date.parse(text);

const camp = (doors: number, zone = LONDON, offerHours = OFFER_HOURS) => {
  return { startsAt: doors, endsAt: endOfCamp({ startsAt: doors, zone }, null), zone, offerHours };
};
/** Doors at nine on 14 July 2026. */
const DOORS = at("2026-07-14T09:00:00+01:00");
const until = (now: string, doors = DOORS) => {
  const end = offerUntil(at(now), camp(doors));
  return end && new Date(end).toISOString();
};

/** The waking minutes an offer has by how many days off its camp is. */
const LADDER: [daysAway: number, minutes: number][] = [
  [30, 2880],
  [14, 2880],
  [13, 1440],
  [5, 1440],
  [4, 240],
  [2, 240],
  [1, 30],
];

describe("the time to answer an offer", () => {
  it("shrinks as the day nears", () => {
    const made = LADDER.map(([days]) => DOORS - days * DAY);
    expect(made.map((now) => offerUntil(now, camp(DOORS)))).toEqual(
      made.map((now, index) => afterWaking(now, LADDER[index]![1] * MINUTE, LONDON)),
    );
    expect(until("2026-07-14T08:30:00+01:00")).toBe("2026-07-14T07:35:00.000Z");
  });

  it("does not count the night", () => {
    expect(until("2026-07-10T20:00:00+01:00")).toBe("2026-07-11T09:00:00.000Z");
    expect(until("2026-07-13T21:50:00+01:00")).toBe("2026-07-14T07:20:00.000Z");
    expect(until("2026-07-11T02:00:00+01:00")).toBe("2026-07-11T11:00:00.000Z");
  });

  it("ends before doors when it begins before the day", () => {
    expect(until("2026-07-13T21:50:00+01:00", at("2026-07-14T08:10:00+01:00"))).toBe(
      "2026-07-14T07:10:00.000Z",
    );
    expect(until("2026-07-12T21:00:00+01:00", at("2026-07-14T05:00:00+01:00"))).toBe(
      "2026-07-13T10:00:00.000Z",
    );
    expect(until("2026-07-13T21:58:00+01:00", at("2026-07-14T07:00:00+01:00"))).toBe(null);
  });

  it("on the day is five minutes, made while people are awake, and never after the camp", () => {
    const made = [
      "04:00:00",
      "07:59:59.999",
      "08:00:00",
      "13:00:00",
      "21:55:00",
      "21:55:00.001",
      "23:59:59.999",
    ];
    expect(made.map((time) => until(`2026-07-14T${time}+01:00`))).toEqual([
      null,
      null,
      "2026-07-14T07:05:00.000Z",
      "2026-07-14T12:05:00.000Z",
      "2026-07-14T21:00:00.000Z",
      null,
      null,
    ]);
    const early = { ...camp(DOORS), endsAt: at("2026-07-14T16:30:00+01:00") };
    expect(offerUntil(at("2026-07-14T16:25:00+01:00"), early)).toBe(early.endsAt);
    expect(offerUntil(at("2026-07-14T16:25:00.001+01:00"), early)).toBe(null);
    expect(offerUntil(at("2026-07-20T12:00:00+01:00"), early)).toBe(null);
  });
});

it("that begins anew has the shortest time by daylight where none would be made", () => {
  const anew = (now: string) => new Date(offerAnew(at(now), camp(DOORS))).toISOString();
  expect(anew("2026-07-14T04:00:00+01:00")).toBe("2026-07-14T07:05:00.000Z");
  expect(anew("2026-07-10T20:00:00+01:00")).toBe(until("2026-07-10T20:00:00+01:00"));
});

describe("at any instant, in any zone, for a camp at any distance", () => {
  const away = fc.integer({ min: -3 * DAY, max: 40 * DAY });

  it("ends later than it begins, by daylight, and before doors or before the camp is over", () => {
    fc.assert(
      fc.property(instants, away, zones, (now, distance, zone) => {
        const it = camp(now + distance, zone);
        const end = offerUntil(now, it);
        if (end === null) return;
        expect(Number.isInteger(end)).toBe(true);
        expect(end - now).toBeGreaterThanOrEqual(5 * MINUTE);
        expect(lastWaking(end, zone)).toBe(end);
        expect(end).toBeLessThanOrEqual(it.endsAt);
      }),
      { numRuns: 150 },
    );
  });

  it("gives exactly the waking time of its rung, unless doors open before", () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 2 * DAY, max: 40 * DAY }), zones, (now, distance, zone) => {
        const it = camp(now + distance, zone);
        const rungs = [2880, 1440, 240, 30].map((minutes) => afterWaking(now, minutes * MINUTE, zone));
        expect([...rungs, lastWaking(it.startsAt, zone)]).toContain(offerUntil(now, it));
      }),
      { numRuns: 150 },
    );
  });

  it("lasts no longer than the camp gives at most, and as long far off; another number makes no other offers", () => {
    const { min, max } = RANGES.offerHours;
    const hours = fc.integer({ min, max });
    fc.assert(
      fc.property(instants, away, zones, hours, (now, distance, zone, offerHours) => {
        const it = camp(now + distance, zone, offerHours);
        const [end, usual] = [offerUntil(now, it), offerUntil(now, camp(now + distance, zone))];
        expect(end === null).toBe(usual === null);
        if (end === null) return;
        const longest = Math.min(
          afterWaking(now, offerHours * 60 * MINUTE, zone),
          lastWaking(it.startsAt, zone),
        );
        if (distance >= 15 * DAY) expect(end).toBe(longest);
        // In a zone that once left a day out, fourteen days by the calendar are thirteen by the clock, and some hours less.
        else if (distance > DAY && distance < 12 * DAY) expect(end).toBe(Math.min(usual!, longest));
      }),
      { numRuns: 150 },
    );
  });

  it("ends no earlier when it is made later, as long as the rung is the same", () => {
    fc.assert(
      fc.property(instants, away, zones, fc.integer({ min: 1, max: 60_000 }), (now, distance, zone, by) => {
        const it = camp(now + distance, zone);
        const date = (instant: number) =>
          new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle: "short" }).format(instant);
        const [first, second] = [offerUntil(now, it), offerUntil(now + by, it)];
        if (first === null || second === null || date(now) !== date(now + by)) return;
        expect(second).toBeGreaterThanOrEqual(first);
      }),
      { numRuns: 150 },
    );
  });

  it("is made at every waking moment before the last evening", () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 3 * DAY, max: 40 * DAY }), zones, (now, distance, zone) => {
        expect([isWaking(now, zone), offerUntil(now, camp(now + distance, zone)) !== null]).toEqual([
          isWaking(now, zone),
          true,
        ]);
      }),
    );
  });
});

it("runs out when its time has come, and not while mail to its holder comes back", () => {
  const now = new Date(DOORS);
  const offer = { status: "offered", offeredUntil: now, bouncedAt: null };
  expect(hasRunOut(offer, now)).toBe(true);
  expect(hasRunOut(offer, new Date(DOORS - 1))).toBe(false);
  expect(hasRunOut({ ...offer, bouncedAt: now }, now)).toBe(false);
  expect(hasRunOut({ ...offer, status: "expired" }, now)).toBe(false);
  expect(hasRunOut({ ...offer, offeredUntil: null }, now)).toBe(false);
});

it("can be answered until its time, which nobody is told while its clock stands still", () => {
  const until = new Date(DOORS);
  expect([
    runsUntil({ offeredUntil: until, bouncedAt: null }),
    runsUntil({ offeredUntil: until, bouncedAt: until }),
    runsUntil({ offeredUntil: null, bouncedAt: null }),
  ]).toEqual([until, null, null]);
});

describe("an offer whose camp gets other doors on its day", () => {
  // Seen to lose up to a day when its time was counted anew from the change.
  it("keeps its time as long as that ends before doors, whatever the hour of the change", () => {
    fc.assert(
      fc.property(
        instants,
        zones,
        fc.integer({ min: 1, max: 30 * DAY }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (doors, zone, before, share) => {
          const times = camp(doors, zone);
          const made = offerUntil(doors - before, times);
          if (made === null) return;
          const now = Math.round(doors - before + share * (made - doors + before));
          expect(latestEnd(now, times)).toBeGreaterThanOrEqual(Math.min(made, lastWaking(doors, zone)));
          expect(latestEnd(now, times)).toBeGreaterThanOrEqual(now + 5 * MINUTE);
        },
      ),
    );
  });

  it("ends by doors where they open before it would, and leaves five minutes to answer", () => {
    const doors = at("2026-07-14T08:45:00+01:00");
    expect(latestEnd(at("2026-07-10T12:00:00+01:00"), camp(doors))).toBe(doors);
    expect(latestEnd(at("2026-07-14T08:43:00+01:00"), camp(doors))).toBe(at("2026-07-14T08:48:00+01:00"));
  });
});

describe("the next instant at which an offer may be made", () => {
  const next = (now: string, doors = DOORS) => {
    const found = nextOfferAt(at(now), camp(doors));
    return found && new Date(found).toISOString();
  };

  it("is now before the day, in the morning on the day, and never once that is over", () => {
    expect(next("2026-07-13T03:00:00+01:00")).toBe("2026-07-13T02:00:00.000Z");
    expect(next("2026-07-14T03:00:00+01:00")).toBe("2026-07-14T07:00:00.000Z");
    expect(next("2026-07-13T21:58:00+01:00", at("2026-07-14T07:00:00+01:00"))).toBe(
      "2026-07-14T07:00:00.000Z",
    );
    expect(next("2026-07-14T21:56:00+01:00")).toBe(null);
  });

  it("is the first: none can be made before it, and one can be made then", () => {
    const hours = fc.integer({ min: -72 * 60 * MINUTE, max: 72 * 60 * MINUTE });
    const slot = fc.option(fc.integer({ min: 1, max: 72 * 60 * MINUTE }));
    fc.assert(
      fc.property(instants, zones, hours, slot, fc.nat(1_000), (startsAt, zone, ahead, length, share) => {
        const endsAt = endOfCamp({ startsAt, zone }, length && startsAt + length);
        const [now, times] = [startsAt + ahead, { startsAt, endsAt, zone, offerHours: OFFER_HOURS }];
        const found = nextOfferAt(now, times);
        if (found !== null) expect(offerUntil(found, times)).not.toBe(null);
        const until = found ?? endsAt + DAY;
        const between = now + Math.floor(((until - now) * share) / 1_001);
        if (now < until) expect(offerUntil(between, times)).toBe(null);
      }),
      { numRuns: 500 },
    );
  });
});
