import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIRM_MS, judge, type Kept, spend } from "#live/shared-page/freshness.ts";

const OLDEST = 5_000;
const NEW = { firm: 7, any: 9 };

/** Rendered at a time, and known to be so until another. */
const kept = (begun: number, current = begun, spent = begun): Kept => ({
  versions: { firm: 7, any: 9 },
  begun,
  current,
  spent,
});

describe("a page that was rendered for everybody", () => {
  test("is shown while nothing changed, and made again before it is too old", () => {
    expect(judge(kept(0), NEW, 1_000, OLDEST)).toBe("serve");
    expect(judge(kept(0), NEW, 4_500, OLDEST)).toBe("renew");
    expect(judge(kept(0), NEW, 5_000, OLDEST)).toBe("wait");
  });

  test("is made again at once for a change, while little happens", () => {
    expect(judge(kept(0), { firm: 7, any: 10 }, 1, OLDEST)).toBe("wait");
    expect(judge(kept(0), { firm: 8, any: 10 }, 1, OLDEST)).toBe("wait");
  });

  test("is shown while its renderings are spent, but after a phase no longer than a second", () => {
    const busy = kept(0, 0, 3_000);
    expect(judge(busy, { firm: 8, any: 10 }, 599, OLDEST)).toBe("serve");
    expect(judge(busy, { firm: 8, any: 10 }, 600, OLDEST)).toBe("renew");
    expect(judge(busy, { firm: 8, any: 10 }, 999, OLDEST)).toBe("renew");
    expect(judge(busy, { firm: 8, any: 10 }, 1_000, OLDEST)).toBe("wait");
  });

  test("is shown while the next is made, where only counts changed", () => {
    expect(judge(kept(0, 0, 3_000), { firm: 7, any: 10 }, 1_000, OLDEST)).toBe("renew");
    expect(judge(kept(0, 0, 4_000), { firm: 7, any: 10 }, 1_500, OLDEST)).toBe("serve");
    expect(judge(kept(0, 0, 9_000), { firm: 7, any: 10 }, 2_000, OLDEST)).toBe("wait");
  });
});

test("no page is shown that was not so within the last second, whatever is spent", () => {
  const times = fc.integer({ min: 0, max: 20_000 });
  fc.assert(
    fc.property(times, times, times, times, fc.boolean(), (begun, later, spent, now, firm) => {
      fc.pre(begun <= later && later <= now);
      const verdict = judge(
        kept(begun, later, spent),
        { firm: firm ? 8 : 7, any: firm ? 10 : 9 },
        now,
        OLDEST,
      );
      if (verdict !== "wait") {
        expect(now - begun).toBeLessThan(OLDEST);
        if (firm) expect(now - later).toBeLessThan(FIRM_MS);
      }
    }),
  );
});

test("however often it changes, a page is made again three times at first and then once a second", () => {
  let [spent, made] = [0, 0];
  for (let now = 0; now <= 20_000; now += 50) {
    // A change of counts every 50 ms, seen in the same moment.
    const verdict = judge(kept(now - 1, now - 1, spent), { firm: 7, any: 10 }, now, OLDEST);
    if (verdict === "serve") continue;
    spent = spend(spent, now);
    made += 1;
  }
  expect(made).toBe(3 + 20);
});

test("where what is firm changes all the time, the next page is there before anybody has to wait for it", () => {
  const RENDERING_MS = 300;
  let page = kept(0);
  let underway: { begun: number; done: number } | null = null;
  const waited: number[] = [];
  let made = 0;
  for (let now = 10; now <= 30_000; now += 10) {
    if (underway && underway.done <= now) {
      page = { ...page, begun: underway.begun, current: underway.begun };
      underway = null;
    }
    const verdict = judge(page, { firm: 8, any: 10 }, now, OLDEST);
    if (verdict === "wait") waited.push(now);
    if (verdict === "serve" || underway) continue;
    underway = { begun: now, done: now + RENDERING_MS };
    page = { ...page, spent: spend(page.spent, now) };
    made += 1;
  }
  // Everybody waits for the first three, while nobody knows yet that it goes on.
  expect(waited.filter((at) => at > 3_000)).toEqual([]);
  expect(made).toBeLessThanOrEqual(3 + 30_000 / 600);
});
