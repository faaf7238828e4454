import fc from "fast-check";
import { expect, it } from "vitest";
import { RANGES } from "#domain/limits.ts";
import { canTransfer, TRANSFER_HOURS, transfersUntil } from "#domain/registration/transfer.ts";
import { instants } from "#tests/support/instants.ts";

const DOORS = Date.parse("2026-07-14T09:00+01:00");

it("lets places be handed on until a day before doors, unless a camp says otherwise", () => {
  expect(transfersUntil(DOORS, TRANSFER_HOURS)).toBe(Date.parse("2026-07-13T09:00+01:00"));
  expect(transfersUntil(DOORS, 0)).toBe(DOORS);
  expect(transfersUntil(DOORS, null)).toBe(null);
});

it("lets none be at that moment or later, and none at all where a camp has none handed on", () => {
  expect([canTransfer(DOORS, DOORS - 1), canTransfer(DOORS, DOORS)]).toEqual([true, false]);
  const hours = fc.option(fc.integer(RANGES.transferHours));
  fc.assert(
    fc.property(instants, instants, hours, (startsAt, now, transferHours) => {
      const until = transfersUntil(startsAt, transferHours);
      const before = transferHours !== null && startsAt - now > transferHours * 3_600_000;
      expect(canTransfer(until, now)).toBe(before);
    }),
  );
});
