import { expect, test } from "vitest";
import { keepsListUntil, shutsOut, silentPhones } from "#domain/door/news.ts";
import { isHalted, PHASES, wentBy } from "#domain/event.ts";

const HOUR = 3_600_000;
const DOORS = Date.parse("2026-07-14T08:00:00Z");
const day = { startsAt: "2026-07-14T08:00:00Z" };

test("a phone keeps the names for sixteen hours, and not a moment once the camp is over or called off", () => {
  for (const phase of PHASES)
    expect(keepsListUntil(phase, day, DOORS) - DOORS).toBe(wentBy(phase) || isHalted(phase) ? 0 : 16 * HOUR);
});

test("but not until the doors of the next day, unless nobody has moved the camp on", () => {
  const hoursAt = (hours: number) => (keepsListUntil("doors", day, DOORS + hours * HOUR) - DOORS) / HOUR;
  expect([-1, 3, 4, 10, 19, 20, 24].map(hoursAt)).toEqual([15, 19, 20, 20, 20, 36, 40]);
});

test("made ready the day before it keeps them for the day, and weeks before it for sixteen hours", () => {
  const hoursAt = (hours: number) => (keepsListUntil("closed", day, DOORS + hours * HOUR) - DOORS) / HOUR;
  expect([-100, -25, -24, -16, -1, 0].map(hoursAt)).toEqual([-84, -9, 16, 16, 16, 16]);
});

test("a phone that is noted once a minute is not silent, nor is one of the day before or one that was cut off", () => {
  const day = { startsAt: "2026-06-05T09:00:00.000Z" };
  const phone = (seenAt: string, cutOff = false) => ({ seenAt: `2026-06-0${seenAt}.000Z`, cutOff });
  const silent = phone("5T09:00:00");
  const made = phone("5T08:40:00");
  const phones = [phone("5T09:28:00"), silent, made, phone("5T09:00:00", true), phone("4T17:00:00")];
  const now = Date.parse("2026-06-05T09:30:00.000Z");
  expect(silentPhones(phones, day, now)).toEqual([silent, made]);
  expect(silentPhones(phones, null, now)).toEqual([]);
});

test("a phone forgets whom it knew once it is cut off, its owner is on the crew no more, or needs a passkey first", () => {
  const all = ["cut_off", "signed_out", "not_found", "passkey_needed", "too_many", "bad_input"];
  expect(all.filter(shutsOut)).toEqual(["cut_off", "signed_out", "not_found", "passkey_needed"]);
});
