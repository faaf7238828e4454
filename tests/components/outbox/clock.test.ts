import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { NOW, saved, settle, type Tap, TestOutboxes } from "#tests/support/outbox.ts";

let phone: TestOutboxes;
beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  phone = new TestOutboxes();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A server that keeps the latest tap, as db/voting.ts does, by a clock that a test may set. */
function serving(clock: () => number = Date.now) {
  const known = { up: false, castAt: 0 };
  return {
    known,
    answer: async (tap: Pick<Tap, "up" | "castAt">) => {
      const now = clock();
      const castAt = Math.min(tap.castAt, Math.max(now, known.castAt + 1));
      if (tap.castAt >= known.castAt) Object.assign(known, { up: tap.up, castAt });
      return saved(known.up, now, known.castAt);
    },
  };
}

describe("after the server's clock went back", () => {
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

  test("any taps over any steps of the clock end as the last tap wanted", async () => {
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

const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
const MINUTE = 60_000;
const YEAR = 365 * 24 * 60 * MINUTE;

/** In milliseconds; less is not noticed. */
const wrong = fc
  .tuple(fc.constantFrom(1, -1), fc.constantFrom(10_000, 10 * MINUTE, YEAR), fc.nat(YEAR))
  .map(([sign, most, by]) => sign * (2_100 + (by % most)));

/** A network to two hands, a and b, that takes its time each way, and may lose what it carries. */
function networkTo(servers: Record<string, ReturnType<typeof serving>>) {
  const way = { out: 0, back: 0, lose: null as "question" | "answer" | null };
  const answer = async (tap: Tap, signal: AbortSignal) => {
    const { out, back, lose } = way;
    await sleep(out);
    if (lose === "question") throw new TypeError("Failed to fetch");
    const said = await servers[tap.pitch]!.answer(tap);
    await sleep(back);
    if (lose === "answer" || signal.aborted) throw new TypeError("Failed to fetch");
    return said;
  };
  return { way, answer };
}

describe("on a phone whose clock is wrong", () => {
  test("a newer tap stays after its older one, which was under way when the clock was corrected", async () => {
    const servers = { a: serving(), b: serving() };
    const network = networkTo(servers);
    phone.answer = network.answer;
    phone.ahead = YEAR;
    const outbox = phone.outbox();
    network.way.back = 3_000;
    outbox.tap("brum", "b", true);
    outbox.tap("brum", "a", true);
    await vi.advanceTimersByTimeAsync(3_500);
    outbox.tap("brum", "a", false);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect([servers.a.known.up, servers.b.known.up, outbox.waiting.size]).toEqual([false, true, 0]);
  });

  test("any taps over any network end as the last tap wanted", async () => {
    const latency = fc.oneof(fc.constant(0), fc.nat(3_900));
    const up = (pitch: string) => ({ pitch, up: true });
    const down = (pitch: string) => ({ pitch, up: false });
    const aTap = fc.record({ pitch: fc.constantFrom("a", "b"), up: fc.boolean() });
    const acts = fc.array(
      fc.oneof(
        aTap,
        aTap,
        fc.record({ wait: fc.nat(4_000) }),
        fc.record({
          out: latency,
          back: latency,
          lose: fc.constantFrom(null, null, "question" as const, "answer" as const),
        }),
      ),
      { maxLength: 25 },
    );
    await fc.assert(
      fc.asyncProperty(wrong, acts, async (ahead, all) => {
        phone = new TestOutboxes();
        const servers = { a: serving(), b: serving() };
        const network = networkTo(servers);
        phone.answer = network.answer;
        phone.ahead = ahead;
        const outbox = phone.outbox();
        const wanted = { a: false, b: false };
        for (const act of all) {
          if ("wait" in act) await vi.advanceTimersByTimeAsync(act.wait);
          else if ("out" in act) Object.assign(network.way, act);
          else {
            wanted[act.pitch as "a" | "b"] = act.up;
            outbox.tap("brum", act.pitch, act.up);
          }
        }
        network.way.lose = null;
        await vi.advanceTimersByTimeAsync(3 * MINUTE);
        expect([servers.a.known.up, servers.b.known.up]).toEqual([wanted.a, wanted.b]);
        expect(outbox.waiting.size).toBe(0);
      }),
      {
        numRuns: 300,
        examples: [
          // The older tap is on its way while the clock is corrected, or arrived and its answer was lost.
          [2_100, [{ out: 2, back: 0, lose: null }, down("b"), { wait: 0 }, up("b")]],
          [
            2_100,
            [
              down("a"),
              { out: 0, back: 0, lose: "answer" },
              down("b"),
              { wait: 0 },
              up("a"),
              { out: 0, back: 6, lose: null },
            ],
          ],
        ],
      },
    );
  });
});

describe("between the owner's two phones, one of them with a clock that is wrong", () => {
  test("the first tap of a page just loaded is not undone", async () => {
    const { known, answer } = serving();
    phone.answer = answer;
    phone.ahead = -5 * MINUTE;
    await answer({ up: true, castAt: Date.now() });
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    phone.outbox().tap("brum", "a", false);
    await settle();
    expect(known.up).toBe(false);
    expect(phone.acknowledged).toEqual([["a", false]]);
  });

  test("a tap that waited for a network does not win by what the clock said before it was corrected", async () => {
    const servers = { a: serving(), b: serving() };
    const network = networkTo(servers);
    phone.answer = network.answer;
    phone.ahead = YEAR;
    const outbox = phone.outbox();
    outbox.tap("brum", "a", true);
    await vi.advanceTimersByTimeAsync(MINUTE);
    network.way.lose = "question";
    outbox.tap("brum", "a", false);
    await vi.advanceTimersByTimeAsync(MINUTE);
    await servers.a.answer({ up: true, castAt: Date.now() });
    network.way.lose = null;
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect([servers.a.known.up, outbox.waiting.size]).toEqual([true, 0]);
  });

  test("the last tap has the last word, also over taps that waited for a network or a reload", async () => {
    const acts = fc.array(
      fc.record({
        who: fc.constantFrom("phone", "laptop"),
        pitch: fc.constantFrom("a", "b"),
        up: fc.boolean(),
        wait: fc.integer({ min: 10, max: 10 * MINUTE }),
        next: fc.constantFrom(null, null, "offline", "online", "reload"),
      }),
      { maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(wrong, acts, async (ahead, all) => {
        phone = new TestOutboxes();
        phone.ahead = ahead;
        const servers = { a: serving(), b: serving() };
        const network = networkTo(servers);
        phone.answer = network.answer;
        let outbox = phone.outbox();
        // Before its first answer a clock that is ahead is not to be told from one that is right.
        if (ahead > 0) outbox.tap("brum", "a", false);
        const wanted = { a: false, b: false };
        for (const { who, pitch, up, wait, next } of all) {
          await vi.advanceTimersByTimeAsync(wait);
          wanted[pitch as "a" | "b"] = up;
          if (who === "phone") outbox.tap("brum", pitch, up);
          else await servers[pitch as "a" | "b"].answer({ up, castAt: Date.now() });
          await settle();
          if (next === "reload") outbox = phone.outbox();
          else if (next) network.way.lose = next === "offline" ? "question" : null;
        }
        network.way.lose = null;
        await vi.advanceTimersByTimeAsync(3 * MINUTE);
        expect([servers.a.known.up, servers.b.known.up]).toEqual([wanted.a, wanted.b]);
      }),
      { numRuns: 300 },
    );
  });

  test("a clock that is right stays right, however late an answer is", async () => {
    const { known, answer } = serving();
    phone.answer = async (tap) => {
      const said = await answer(tap);
      await sleep(6_000);
      return said;
    };
    const outbox = phone.outbox();
    outbox.tap("brum", "a", true);
    await vi.advanceTimersByTimeAsync(7_000);
    await answer({ up: true, castAt: Date.now() });
    await vi.advanceTimersByTimeAsync(1_000);
    outbox.tap("brum", "a", false);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(known.up).toBe(false);
  });
});
