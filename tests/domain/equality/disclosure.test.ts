import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areRenewed, ENOUGH, shownCount } from "#domain/equality/disclosure.ts";

const few = fc.integer({ min: 0, max: 40 });

describe("a count of equality answers", () => {
  it("is shown from five people on, in fives, and says of fewer not even that there are none", () => {
    const shown = [0, 1, 4, 5, 6, 9, 10, 14, 15].map(shownCount);
    expect(shown).toEqual([0, 0, 0, 5, 5, 5, 10, 10, 15]);
  });

  it("never says more people than there are, and never a number from one to four", () => {
    fc.assert(
      fc.property(few, (people) => {
        const shown = shownCount(people);
        expect(shown).toBeLessThanOrEqual(people);
        expect(shown === 0 || shown >= ENOUGH).toBe(true);
      }),
    );
  });
});

/** A camp of which one question is asked, one person after the other: what is kept, and what organisers read. */
class Asked {
  people: number[];
  shown: number[];
  answered = 0;
  shownAnswered = 0;
  lastDay: string | null = null;
  constructor(answers: number) {
    this.people = Array(answers).fill(0);
    this.shown = Array(answers).fill(0);
  }
  answer(which: number | null, today: string) {
    if (areRenewed(this, today)) {
      this.shown = [...this.people];
      this.shownAnswered = this.answered;
    }
    if (which !== null) this.people[which]! += 1;
    this.answered += 1;
    this.lastDay = today;
  }
  seen(today: string) {
    return (areRenewed(this, today) ? this.people : this.shown).map(shownCount);
  }
}

const day = (n: number) => new Date(Date.UTC(2026, 5, 1 + n)).toISOString().slice(0, 10);
/** Who answers what, and how many days after the one before; null leaves the question out. */
const answering = fc.array(
  fc.record({
    which: fc.option(fc.integer({ min: 0, max: 2 })),
    days: fc.integer({ min: 0, max: 2 }),
  }),
  { maxLength: 60 },
);

describe("counts that are shown", () => {
  it("are renewed on a later day than the last answer, with five more people, and not before any answer", () => {
    const of = (answered: number, shownAnswered: number, lastDay: string | null, today: string) =>
      areRenewed({ answered, shownAnswered, lastDay }, today);
    expect(of(5, 0, "2026-06-01", "2026-06-02")).toBe(true);
    expect(of(4, 0, "2026-06-01", "2026-06-02")).toBe(false);
    expect(of(9, 5, "2026-06-01", "2026-06-02")).toBe(false);
    expect(of(10, 5, "2026-06-01", "2026-06-02")).toBe(true);
    expect(of(500, 5, "2026-06-01", "2026-06-01")).toBe(false);
    expect(of(500, 5, "2026-06-02", "2026-06-01")).toBe(false);
    expect(of(0, 0, null, "2026-06-02")).toBe(false);
  });

  it("are the same before and after anybody answers, so that watching somebody answer tells nothing", () => {
    fc.assert(
      fc.property(answering, (all) => {
        const camp = new Asked(3);
        let now = 0;
        for (const { which, days } of all) {
          now += days;
          const before = camp.seen(day(now));
          camp.answer(which, day(now));
          expect(camp.seen(day(now))).toEqual(before);
        }
      }),
    );
  });

  it("change by five people or more at a time, of whom nobody knows which said what", () => {
    fc.assert(
      fc.property(answering, (all) => {
        const camp = new Asked(3);
        let now = 0;
        let seen = camp.seen(day(now));
        let people = 0;
        for (const { which, days } of all) {
          now += days;
          const next = camp.seen(day(now));
          if (String(next) !== String(seen)) {
            expect(camp.answered - people).toBeGreaterThanOrEqual(ENOUGH);
            people = camp.answered;
            seen = next;
          }
          camp.answer(which, day(now));
        }
      }),
    );
  });

  it("are all along the same, had fewer than five people left the question out instead of giving an answer", () => {
    fc.assert(
      fc.property(answering, fc.integer({ min: 0, max: 2 }), (all, hidden) => {
        const gave = all.filter(({ which }) => which === hidden).length;
        fc.pre(gave > 0 && gave < ENOUGH);
        const [real, other] = [new Asked(3), new Asked(3)];
        let now = 0;
        for (const { which, days } of all) {
          now += days;
          expect(other.seen(day(now))).toEqual(real.seen(day(now)));
          real.answer(which, day(now));
          other.answer(which === hidden ? null : which, day(now));
        }
        expect(other.seen(day(now + 1))).toEqual(real.seen(day(now + 1)));
      }),
    );
  });

  it("would be the same had anybody else answered first: only who answered, in all, is in them", () => {
    fc.assert(
      fc.property(answering, (all) => {
        const [one, other] = [new Asked(3), new Asked(3)];
        for (const { which } of all) one.answer(which, day(1));
        for (const { which } of [...all].reverse()) other.answer(which, day(1));
        expect(other.seen(day(2))).toEqual(one.seen(day(2)));
      }),
    );
  });
});
