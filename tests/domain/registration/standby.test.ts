import { expect, it } from "vitest";
import { PHASES } from "#domain/event.ts";
import { callsStandby, keepsStandby, mayStandBy, mostHeld } from "#domain/registration/standby.ts";
import { STATUSES } from "#domain/registration.ts";

it("is called alone once the doors are open", () => {
  expect(PHASES.filter(callsStandby)).toEqual(["doors", "pitching", "grid", "sessions"]);
});

it("is said by whoever waits, before the day too, and ends with a place or without the line", () => {
  expect(PHASES.filter((phase) => mayStandBy(phase, "waiting"))).toEqual(PHASES.slice(1, 7));
  expect(STATUSES.filter((status) => mayStandBy("doors", status))).toEqual(["waiting"]);
  expect(STATUSES.filter(keepsStandby)).toEqual(["waiting", "entered", "offered", "expired"]);
});

it("leaves room by the legal number for everybody who may be inside", () => {
  expect(mostHeld(null, { withoutPlace: 3, companions: 2 })).toBeNull();
  expect(mostHeld(130, { withoutPlace: 3, companions: 2 })).toBe(125);
  expect(mostHeld(4, { withoutPlace: 3, companions: 2 })).toBe(0);
});
