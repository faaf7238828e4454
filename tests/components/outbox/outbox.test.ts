import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { NOW, noNetwork, pitches, saved, settle, TestOutboxes, tapOf } from "#tests/support/outbox.ts";

let phone: TestOutboxes;
beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  phone = new TestOutboxes();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a shelf that fails", () => {
  test("costs no tap while the page is open: what it would not take is sent all the same", async () => {
    const outbox = phone.outbox();
    const { put } = phone.store;
    phone.store.put = async () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    phone.answer = noNetwork;
    outbox.tap("brum", "a", true);
    await settle();
    expect([pitches([...outbox.waiting.values()].map(tapOf)), outbox.stuck]).toEqual([[["a", true]], true]);
    phone.store.put = put;
    phone.answer = async (tap) => saved(tap.up);
    outbox.tap("brum", "b", true);
    await settle();
    expect(phone.acknowledged).toEqual([
      ["a", true],
      ["b", true],
    ]);
    expect(outbox.waiting.size).toBe(0);
  });

  test("is tried again when it cannot be read", async () => {
    const outbox = phone.outbox();
    const { all } = phone.store;
    phone.store.all = async () => {
      throw new DOMException("closing", "InvalidStateError");
    };
    outbox.tap("brum", "a", true);
    await settle();
    expect([phone.acknowledged, outbox.stuck]).toEqual([[], true]);
    phone.store.all = all;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(phone.acknowledged).toEqual([["a", true]]);
  });
});

describe("a tap", () => {
  test("shows at once, is sent, and leaves when it is acknowledged", async () => {
    const outbox = phone.outbox();
    outbox.tap("brum", "a", true);
    expect(pitches([...outbox.waiting.values()].map(tapOf))).toEqual([["a", true]]);
    await settle();
    expect(outbox.waiting.size).toBe(0);
    expect(await phone.store.all()).toEqual([]);
    expect(phone.acknowledged).toEqual([["a", true]]);
  });

  test("of the same pitch takes the place of one that was not sent", async () => {
    phone.answer = noNetwork;
    const outbox = phone.outbox();
    outbox.tap("brum", "a", true);
    await settle();
    outbox.tap("brum", "a", false);
    await settle();
    expect(pitches((await phone.store.all()).map(tapOf))).toEqual([["a", false]]);
  });

  test("made while its forerunner is under way is not lost with the forerunner's answer", async () => {
    let release = () => {};
    phone.answer = (tap) =>
      tap.up
        ? new Promise((resolve) => {
            release = () => resolve(saved(true));
          })
        : Promise.resolve(saved(false));
    const outbox = phone.outbox();
    outbox.tap("brum", "a", true);
    await settle();
    outbox.tap("brum", "a", false);
    await settle();
    release();
    await settle();
    expect(pitches(phone.sent)).toEqual([
      ["a", true],
      ["a", false],
    ]);
    expect(outbox.waiting.size).toBe(0);
    expect(phone.acknowledged.at(-1)).toEqual(["a", false]);
  });

  test("carries a later time than the one before, also within one millisecond and after the clock went back", async () => {
    const outbox = phone.outbox();
    outbox.tap("brum", "a", true);
    outbox.tap("brum", "a", false);
    vi.setSystemTime(NOW - 500_000);
    outbox.tap("brum", "b", true);
    await settle();
    const times = phone.sent.map(({ castAt }) => castAt);
    expect(times).toEqual([...new Set(times)].sort((x, y) => x - y));
  });

  test("that is refused leaves with its reason, which goes at the next tap", async () => {
    phone.answer = async () => ({ kind: "refused", refusal: "not_open", words: "Not now." });
    const outbox = phone.outbox();
    outbox.tap("brum", "a", true);
    await settle();
    expect(outbox.waiting.size).toBe(0);
    expect(outbox.refused).toMatchObject({ refusal: "not_open", words: "Not now." });
    expect(phone.acknowledged).toEqual([]);
    outbox.tap("brum", "b", true);
    expect(outbox.refused).toBeNull();
  });
});

describe("without a network", () => {
  test("three taps wait, survive a reload, and go off in their order when it is back", async () => {
    phone.answer = noNetwork;
    const before = phone.outbox();
    for (const pitch of ["a", "b", "c"]) before.tap("brum", pitch, true);
    await settle();
    expect(before.stuck).toBe(true);

    const after = phone.outbox();
    await after.kick();
    expect(after.waiting.size).toBe(3);
    phone.answer = async (tap) => saved(tap.up);
    phone.sent.length = 0;
    await after.kick();
    expect(pitches(phone.sent)).toEqual([
      ["a", true],
      ["b", true],
      ["c", true],
    ]);
    expect(after.waiting.size).toBe(0);
    expect(after.stuck).toBe(false);
  });

  test("it tries again by itself, less and less often", async () => {
    phone.answer = noNetwork;
    phone.outbox().tap("brum", "a", true);
    await settle();
    const times: number[] = [];
    phone.answer = async () => {
      times.push(Date.now());
      return { kind: "again" };
    };
    await vi.advanceTimersByTimeAsync(120_000);
    const waits = times.slice(1).map((time, index) => time - times[index]!);
    expect(waits.slice(0, 4)).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect(Math.max(...waits)).toBe(30_000);
  });

  test("a network that is there and dead is given up on, and the tap is sent again", async () => {
    phone.answer = (_, signal) =>
      new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    const outbox = phone.outbox();
    outbox.tap("brum", "a", true);
    await vi.advanceTimersByTimeAsync(8_000);
    expect(outbox.stuck).toBe(true);
    phone.answer = async (tap) => saved(tap.up);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(outbox.waiting.size).toBe(0);
    expect(phone.acknowledged).toEqual([["a", true]]);
  });
});

describe("two tabs of one phone", () => {
  test("send each tap once", async () => {
    const [one, other] = [phone.outbox(), phone.outbox()];
    one.tap("brum", "a", true);
    other.tap("brum", "b", true);
    await settle();
    expect(phone.sent.map(({ pitch }) => pitch).sort()).toEqual(["a", "b"]);
  });

  test("one that closed leaves its taps to the other, which forgets them once they are sent", async () => {
    phone.answer = noNetwork;
    const [closed, open] = [phone.outbox(), phone.outbox()];
    closed.tap("brum", "a", true);
    await settle();
    phone.answer = async (tap) => saved(tap.up);
    await open.kick();
    expect(phone.acknowledged).toEqual([["a", true]]);
    await closed.kick();
    expect(closed.waiting.size).toBe(0);
  });
});

test.each([3_600_000, -3_600_000])(
  "a phone whose clock is %i ms wrong learns the server's",
  async (wrong) => {
    phone.answer = async (tap) => saved(tap.up, Date.now() - wrong);
    const outbox = phone.outbox();
    outbox.tap("brum", "a", true);
    await settle();
    vi.advanceTimersByTime(5);
    outbox.tap("brum", "a", false);
    await settle();
    expect(phone.sent.map(({ castAt }) => castAt)).toEqual([NOW, NOW + 5 - wrong]);
  },
);

test("what is not even taken is said until somebody taps again", () => {
  const outbox = phone.outbox();
  let heard = 0;
  outbox.subscribe(() => {
    heard += 1;
  });
  const spent = { refusal: "no_hands_left", words: "All of your hands are up." };
  outbox.refuse(spent);
  expect([outbox.refused, outbox.waiting.size, heard]).toEqual([spent, 0, 1]);
  outbox.tap("brum", "a", false);
  expect(outbox.refused).toBeNull();
});
