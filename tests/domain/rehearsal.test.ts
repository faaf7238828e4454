import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CHECKS,
  cellsAhead,
  isRunning,
  isUnderWay,
  judge,
  type Line,
  MOST_MS,
  minutesFor,
  PASSED,
  peopleFor,
  percentile,
  STATES,
  STEPS,
  secondsOfArrival,
  unseen,
  verdictOf,
} from "#domain/rehearsal.ts";

const all = (passed: boolean | null): Line[] =>
  [...CHECKS, ...STEPS].map((what) => ({ what, passed, why: null, figures: {} }));
const times = fc.array(fc.integer({ min: 0, max: 60_000 }), { minLength: 1, maxLength: 60 });

describe("what was measured of a step", () => {
  it("passes where all of it came, in time", () => {
    expect(judge("hands", { of: 3, got: 3, times: [10, 20, 30] })).toEqual({
      ...{ what: "hands", passed: true, why: null },
      figures: { of: 3, got: 3, median: 20, p95: 30, most: MOST_MS.hands },
    });
  });

  it("does not where something is missing, there twice, refused, late or against a rule", () => {
    const fine = { of: 3, got: 3, times: [10] };
    const why = (more: object) => judge("hands", { ...fine, ...more }).why;
    expect(why({ got: 2 })).toBe("missing");
    expect(why({ got: 4 })).toBe("too_many");
    expect(why({ faults: 1 })).toBe("refused");
    expect(why({ wrong: 1 })).toBe("broken_rule");
    expect(why({ times: [MOST_MS.hands + 1] })).toBe("slow");
    expect(why({ times: [MOST_MS.hands] })).toBeNull();
  });

  it("passes exactly when nothing is wrong with it, and never becomes better by being slower", () => {
    const some = fc.integer({ min: 0, max: 5 });
    fc.assert(
      fc.property(fc.constantFrom(...STEPS), some, some, some, some, times, fc.nat(50_000), (...given) => {
        const [step, of, got, faults, wrong, took, slower] = given;
        const line = judge(step, { of, got, faults, wrong, times: took });
        const inTime = percentile(took, 0.95) <= MOST_MS[step];
        expect(line.passed).toBe(of === got && faults === 0 && wrong === 0 && inTime);
        expect(line.passed).toBe(line.why === null);
        const later = judge(step, { of, got, faults, wrong, times: took.map((ms) => ms + slower) });
        if (!line.passed) expect(later.passed).toBe(false);
      }),
    );
  });

  it("says of times what half and nearly all of them kept to", () => {
    fc.assert(
      fc.property(times, (took) => {
        const [median, p95] = [percentile(took, 0.5), percentile(took, 0.95)];
        expect(median).toBeLessThanOrEqual(p95);
        expect(took).toContain(p95);
        expect(took.filter((ms) => ms <= p95).length).toBeGreaterThanOrEqual(took.length * 0.95);
        expect(took.filter((ms) => ms <= median).length).toBeGreaterThanOrEqual(took.length / 2);
      }),
    );
    expect(percentile([], 0.5)).toBe(0);
  });
});

describe("a whole run", () => {
  it("passed where nothing failed and every step was reached", () => {
    expect(verdictOf(all(true))).toBe(PASSED);
    const notOurs = [unseen("address", "not_asked"), ...all(true).filter(({ what }) => what !== "address")];
    expect(verdictOf(notOurs)).toBe(PASSED);
  });

  it("failed where anything did, and where a step is missing or was not reached", () => {
    fc.assert(
      fc.property(fc.constantFrom(...CHECKS, ...STEPS), (what) => {
        const others = all(true).filter((line) => line.what !== what);
        expect(verdictOf([...others, { what, passed: false, why: "slow", figures: {} }])).toBe("failed");
      }),
    );
    for (const step of STEPS) {
      const others = all(true).filter(({ what }) => what !== step);
      expect(verdictOf(others)).toBe("failed");
      expect(verdictOf([...others, unseen(step, "not_reached")])).toBe("failed");
    }
  });

  it("is under way until it has come to something", () => {
    expect(STATES.filter(isUnderWay)).toEqual(["asked", "running"]);
    expect(STATES.filter(isRunning)).toEqual(["running"]);
  });
});

it("makes up as many as have a place, else as many as there are places, and no more than may be inside or 300", () => {
  expect(peopleFor({ placed: 12, capacity: 130, insideLimit: null })).toBe(12);
  expect(peopleFor({ placed: 0, capacity: 130, insideLimit: null })).toBe(130);
  expect(peopleFor({ placed: 150, capacity: 150, insideLimit: 130 })).toBe(130);
  expect(peopleFor({ placed: 5_000, capacity: 5_000, insideLimit: null })).toBe(300);
  expect(peopleFor({ placed: 1, capacity: 1, insideLimit: 1 })).toBe(2);
});

it("expects sessions in slots that are still ahead, and in no break", () => {
  const at = (minute: number, kind: "session" | "break" = "session") => {
    return { kind, startsAt: new Date(minute * 60_000).toISOString() };
  };
  const slots = [at(2), at(3, "break"), at(4)];
  const counts = [0, 1, 2, 4].map((minute) =>
    cellsAhead({ slots, rooms: ["Hall", "Attic"] }, minute * 60_000),
  );
  expect(counts).toEqual([4, 4, 2, 0]);
  expect(cellsAhead({ slots, rooms: [] }, 0)).toBe(0);
});

it("takes minutes, however many there are", () => {
  const counts = fc.integer({ min: 2, max: 300 });
  fc.assert(
    fc.property(counts, (people) => {
      expect(secondsOfArrival(people)).toBeLessThanOrEqual(20);
      expect(minutesFor(people)).toBeGreaterThanOrEqual(1);
      expect(minutesFor(people)).toBeLessThanOrEqual(4);
    }),
  );
});
