import fc from "fast-check";
import { expect, it } from "vitest";
import { RANGES } from "#domain/limits.ts";
import { hasLapsed, holdsUnproven, holdUntil } from "#domain/registration/hold.ts";
import { isHeld } from "#domain/registration/status.ts";
import { STATUSES } from "#domain/registration.ts";
import { lastWaking } from "#domain/time/waking.ts";
import { instants, zones } from "#tests/support/instants.ts";

const HOUR = 3_600_000;
const camp = { startsAt: Date.parse("2026-07-14T08:00:00Z"), zone: "Europe/London", holdHours: 24 };
const hours = fc.integer(RANGES.holdHours);
const until = (mailed: string) => new Date(holdUntil(Date.parse(mailed), camp)).toISOString();

it("holds a place for a day, and in the last week for two waking hours", () => {
  expect(until("2026-06-24T11:00:00.001Z")).toBe("2026-06-25T11:00:00.001Z");
  expect(until("2026-07-07T07:59:59.999Z")).toBe("2026-07-08T07:59:59.999Z");
  expect(until("2026-07-07T08:00:00.000Z")).toBe("2026-07-07T10:00:00.000Z");
  expect(until("2026-07-12T22:00:00.000Z")).toBe("2026-07-13T09:00:00.000Z");
});

it("holds a place for as long as the camp chose, but for the last week", () => {
  const patient = { ...camp, holdHours: 72 };
  const mailed = Date.parse("2026-06-24T11:00:00.001Z");
  expect(holdUntil(mailed, patient) - mailed).toBe(72 * HOUR);
  const late = Date.parse("2026-07-13T11:00:00Z");
  expect(holdUntil(late, patient) - late).toBe(2 * HOUR);
});

it("holds at least two hours from any instant, and never ends a short hold by night", () => {
  fc.assert(
    fc.property(
      instants,
      fc.integer({ max: 20 * 24 * HOUR, min: -HOUR }),
      zones,
      hours,
      (now, distance, zone, holdHours) => {
        const it = { startsAt: now + distance, zone, holdHours };
        const end = holdUntil(now, it);
        expect(end - now).toBeGreaterThanOrEqual(2 * HOUR);
        if (distance <= 7 * 24 * HOUR) expect(lastWaking(end, zone)).toBe(end);
      },
    ),
  );
});

it("asks for proof first once a tenth of the places have lapsed", () => {
  expect([0, 12, 13, 14].map((lapsed) => holdsUnproven(130, lapsed))).toEqual([true, true, false, false]);
  expect([0, 1].map((lapsed) => holdsUnproven(1, lapsed))).toEqual([true, false]);
});

it("lapses at its time and not before, and never while its mail is on its way or once it is no hold any more", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...STATUSES),
      instants,
      fc.integer({ min: -HOUR, max: HOUR }),
      (status, at, late) => {
        const [heldUntil, now] = [new Date(at), new Date(at + late)];
        expect(hasLapsed({ status, heldUntil }, now)).toBe(isHeld(status) && late >= 0);
        expect(hasLapsed({ status, heldUntil: null }, now)).toBe(false);
      },
    ),
  );
});
