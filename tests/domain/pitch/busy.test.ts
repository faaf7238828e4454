import fc from "fast-check";
import { expect, test } from "vitest";
import { busyIn, isBusy } from "#domain/pitch/busy.ts";

const MOST = 8.64e15 / 2;
const span = fc
  .tuple(fc.integer({ min: -MOST, max: MOST }), fc.integer({ min: 1, max: 86_400_000 }))
  .map(([from, length]) => ({
    startsAt: new Date(from).toISOString(),
    endsAt: new Date(from + length).toISOString(),
  }));

test("a slot is at a time at which they cannot when they have a millisecond in common", () => {
  fc.assert(
    fc.property(span, fc.integer({ min: 1, max: 86_400_000 }), (busy, length) => {
      const at = (from: number) => ({
        startsAt: new Date(from).toISOString(),
        endsAt: new Date(from + length).toISOString(),
      });
      const [starts, ends] = [Date.parse(busy.startsAt), Date.parse(busy.endsAt)];
      expect(isBusy(at(starts - length), [busy])).toBe(false);
      expect(isBusy(at(starts - length + 1), [busy])).toBe(true);
      expect(isBusy(at(ends - 1), [busy])).toBe(true);
      expect(isBusy(at(ends), [busy])).toBe(false);
    }),
  );
});

test("of several slots those are named that meet any of the times, in their order", () => {
  const slot = (id: string, hour: number) => ({
    id,
    startsAt: `2027-05-08T${hour}:00:00.000Z`,
    endsAt: `2027-05-08T${hour}:45:00.000Z`,
  });
  const slots = [slot("a", 10), slot("b", 11), slot("c", 12), slot("d", 14)];
  const busy = [
    { startsAt: "2027-05-08T12:30:00.000Z", endsAt: "2027-05-08T13:00:00.000Z" },
    { startsAt: "2027-05-08T10:00:00.000Z", endsAt: "2027-05-08T10:01:00.000Z" },
  ];
  expect(busyIn(slots, busy)).toEqual(["a", "c"]);
  expect(busyIn(slots, [])).toEqual([]);
});
