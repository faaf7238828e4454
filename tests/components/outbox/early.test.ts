import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { NOW, pitches, saved, settle, TestOutboxes, tapOf } from "#tests/support/outbox.ts";

let phone: TestOutboxes;
beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  phone = new TestOutboxes();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("before it is known who holds the phone", () => {
  test("a tap shows, and is sent once as theirs when it is", async () => {
    const early = phone.unknown();
    early.tap("brum", "a", true);
    early.tap("brum", "b", true);
    early.tap("brum", "b", false);
    await settle();
    expect(pitches([...early.waiting.values()].map(tapOf))).toEqual([
      ["a", true],
      ["b", false],
    ]);
    expect([phone.sent, await phone.store.all()]).toEqual([[], []]);
    early.belongTo("ama");
    await settle();
    expect(phone.sent.map(({ owner, pitch, up }) => [owner, pitch, up])).toEqual([
      ["ama", "a", true],
      ["ama", "b", false],
    ]);
    expect(early.waiting.size).toBe(0);
  });

  test("a tap of nobody is taken back, with the reason", async () => {
    const early = phone.unknown();
    early.tap("brum", "a", true);
    early.belongTo(null);
    await settle();
    expect([early.waiting.size, early.refused?.words]).toEqual([0, "Hands are for people at the camp."]);
    expect([phone.sent, await phone.store.all()]).toEqual([[], []]);
  });

  test("what the phone had kept for them is sent too, and nothing of anybody else's", async () => {
    phone.answer = () => Promise.reject(new TypeError("Failed to fetch"));
    phone.outbox("ama").tap("brum", "a", true);
    phone.outbox("ben").tap("brum", "b", true);
    await settle();
    phone.sent.length = 0;
    phone.answer = async (tap) => saved(tap.up);
    phone.unknown().belongTo("ama");
    await vi.advanceTimersByTimeAsync(0);
    expect(phone.sent.filter(({ owner }) => owner !== "ama")).toEqual([]);
    expect(phone.acknowledged).toContainEqual(["a", true]);
  });
});
