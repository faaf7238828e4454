import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Tap } from "#components/voting/outbox.ts";
import { NOW, saved, TestOutboxes } from "#tests/support/outbox.ts";

let phone: TestOutboxes;
beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  phone = new TestOutboxes();
});
afterEach(() => {
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(0);

describe("after the server's clock went back", () => {
  /** A server that keeps the latest tap, as db/voting.ts does, by a clock that a test may set. */
  function serving(clock: () => number) {
    const known = { up: false, castAt: 0 };
    return {
      known,
      answer: async (tap: Tap) => {
        const now = clock();
        const castAt = Math.min(tap.castAt, Math.max(now, known.castAt + 1));
        if (tap.castAt >= known.castAt) Object.assign(known, { up: tap.up, castAt });
        return saved(known.up, now, known.castAt);
      },
    };
  }

  test("a hand goes down all the same, on the phone that raised it and on one that was just opened", async () => {
    let back = 0;
    const { known, answer } = serving(() => Date.now() - back);
    phone.answer = answer;
    const outbox = phone.outbox();
    outbox.tap("brum", "a", true);
    await settle();
    back = 3_600_000;
    outbox.tap("brum", "a", false);
    await settle();
    expect(known.up).toBe(false);
    outbox.tap("brum", "a", true);
    await settle();
    expect(known.up).toBe(true);

    back = 7_200_000;
    const reloaded = phone.outbox();
    reloaded.tap("brum", "a", false);
    await settle();
    expect(known.up).toBe(false);
    expect(reloaded.waiting.size).toBe(0);
    expect(phone.acknowledged.at(-1)).toEqual(["a", false]);
  });

  test("any taps over any steps of the clock end as the thumb wanted last", async () => {
    const acts = fc.array(
      fc.oneof(
        fc.record({ up: fc.boolean() }),
        fc.record({ step: fc.integer({ min: -86_400_000, max: 86_400_000 }) }),
        fc.record({ wait: fc.nat(10_000) }),
        fc.constant({ reload: true as const }),
        fc.record({ repeat: fc.nat(20) }),
      ),
      { maxLength: 25 },
    );
    await fc.assert(
      fc.asyncProperty(acts, async (all) => {
        phone = new TestOutboxes();
        let error = 0;
        const { known, answer } = serving(() => Date.now() + error);
        phone.answer = answer;
        let outbox = phone.outbox();
        let wanted = false;
        for (const act of all) {
          if ("step" in act) error += act.step;
          else if ("wait" in act) await vi.advanceTimersByTimeAsync(act.wait);
          else if ("reload" in act) outbox = phone.outbox();
          else if ("repeat" in act) {
            // The network delivers an old request once more; a clock that runs on has the last word over it.
            const old = phone.sent[act.repeat];
            if (old && old.castAt < known.castAt) await answer(old);
          } else {
            wanted = act.up;
            outbox.tap("brum", "a", act.up);
            await settle();
            expect(known.up).toBe(wanted);
          }
        }
        expect(known.up).toBe(wanted);
      }),
      { numRuns: 300 },
    );
  });

  test("a newer tap of the owner's other phone stays: there the clock is right", async () => {
    phone.answer = async () => saved(false, Date.now() + 10, Date.now() + 5);
    const outbox = phone.outbox();
    outbox.tap("brum", "a", true);
    await settle();
    expect(phone.sent).toHaveLength(1);
    expect(phone.acknowledged).toEqual([["a", false]]);
  });
});
