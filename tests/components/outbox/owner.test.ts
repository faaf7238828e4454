/** Whose taps a phone sends: those of whoever made them. */
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { NOW, noNetwork, pitches, saved, settle, type Tap, TestOutboxes } from "#tests/support/outbox.ts";

let phone: TestOutboxes;
beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  phone = new TestOutboxes();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a phone that is handed on", () => {
  test("never sends the last camper's taps as somebody else, and sends them when it is handed back", async () => {
    phone.answer = noNetwork;
    phone.outbox("ama").tap("brum", "a", true);
    await settle();
    phone.answer = async (tap) => saved(tap.up);
    phone.sent.length = 0;
    const ben = phone.outbox("ben");
    await ben.kick();
    expect([ben.waiting.size, phone.sent]).toEqual([0, []]);
    await phone.outbox("ama").kick();
    expect(pitches(phone.sent)).toEqual([["a", true]]);
  });

  test("sends whatever anybody taps as that person, whoever holds it when, with and without a network", async () => {
    const act = fc.record({
      owner: fc.constantFrom("ama", "ben", "cy"),
      pitch: fc.constantFrom("a", "b"),
      up: fc.boolean(),
      online: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 20 }), async (acts) => {
        phone = new TestOutboxes();
        const wanted = new Map<string, boolean>();
        const arrived = new Map<string, boolean>();
        const arrive = async (tap: Tap) => {
          arrived.set(`${tap.owner} ${tap.pitch}`, tap.up);
          return saved(tap.up);
        };
        for (const { owner, pitch, up, online } of acts) {
          phone.answer = online ? arrive : noNetwork;
          phone.outbox(owner).tap("brum", pitch, up);
          wanted.set(`${owner} ${pitch}`, up);
          await settle();
        }
        phone.answer = arrive;
        for (const owner of ["ama", "ben", "cy"]) await phone.outbox(owner).kick();
        expect(arrived).toEqual(wanted);
        expect(await phone.store.all()).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test("lets go of what nobody came back for within a month", async () => {
    phone.answer = noNetwork;
    phone.outbox("ama").tap("brum", "a", true);
    await settle();
    vi.setSystemTime(NOW + 31 * 24 * 3_600_000);
    await phone.outbox("ben").kick();
    expect(await phone.store.all()).toEqual([]);
  });
});
