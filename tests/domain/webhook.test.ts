import fc from "fast-check";
import { expect, test } from "vitest";
import { LONGEST } from "#domain/limits.ts";
import {
  canSendAgain,
  DELIVERY_STATES,
  deliveryState,
  FAILS_FOR,
  failsForGood,
  TRIED_FOR,
  webhookAnswer,
  webhookPause,
  webhookState,
  webhookUrl,
} from "#domain/webhook.ts";

const now = new Date();

test("an address is told where it can be on the internet, without the spaces around it", () => {
  expect(webhookUrl("  https://hooks.example.org/brum ")).toBe("https://hooks.example.org/brum");
  const long = `https://hooks.example.org/${"x".repeat(LONGEST.webhookUrl)}`;
  expect([webhookUrl("https://10.0.0.1/"), webhookUrl(long)]).toEqual([null, null]);
});

test("only a yes is one: redirects and faults are tried again, and gone is gone", () => {
  expect([200, 204, 299].map(webhookAnswer)).toEqual(Array(3).fill("taken"));
  expect([null, 100, 301, 302, 400, 401, 404, 429, 500, 503].map(webhookAnswer)).toEqual(
    Array(10).fill("later"),
  );
  expect(webhookAnswer(410)).toBe("gone");
});

test("pauses grow from seconds to hours, wait as long as was asked, and end after three days", () => {
  expect(webhookPause(1, 0, 1, 0)).toBe(5_000);
  expect(webhookPause(1, 0, 0, 0)).toBe(2_500);
  expect(webhookPause(4, 0, 1, 0)).toBe(40_000);
  expect(webhookPause(1, 0, 0, 60)).toBe(60_000);
  expect(webhookPause(1, 0, 0, 1e9)).toBe(6 * 3_600_000);
  expect(webhookPause(20, TRIED_FOR, 0, 0)).toBeNull();
});

test("tried again and again, a message is tried at least twenty times and never after three days", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 200, maxLength: 200 }),
      (draws) => {
        let [at, tries] = [0, 1];
        for (const draw of draws) {
          const pause = webhookPause(tries, at, draw, 0);
          if (pause === null) break;
          expect(pause).toBeGreaterThan(0);
          [at, tries] = [at + pause, tries + 1];
        }
        expect(at).toBeLessThanOrEqual(TRIED_FOR);
        expect(tries).toBeGreaterThanOrEqual(20);
        expect(tries).toBeLessThan(60);
      },
    ),
  );
});

test("a message waits, is tried, arrives or is given up, and is sent again only once it has ended", () => {
  const states = [
    { dueAt: now, doneAt: null, tries: 0 },
    { dueAt: now, doneAt: null, tries: 3 },
    { dueAt: null, doneAt: now, tries: 1 },
    { dueAt: null, doneAt: null, tries: 9 },
  ].map(deliveryState);
  expect(states).toEqual([...DELIVERY_STATES]);
  expect(states.map(canSendAgain)).toEqual([false, false, true, true]);
});

test("an address is told, fails, and is off", () => {
  expect(webhookState({ offAt: null, failingSince: null })).toBe("telling");
  expect(webhookState({ offAt: null, failingSince: now })).toBe("failing");
  expect(webhookState({ offAt: now, failingSince: now })).toBe("off");
  expect([failsForGood(0, FAILS_FOR - 1), failsForGood(0, FAILS_FOR)]).toEqual([false, true]);
});
