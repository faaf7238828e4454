import { expect, it } from "vitest";
import { PHASES } from "#domain/event.ts";
import {
  awaitedUntil,
  isMissing,
  lateTimes,
  mayPassOn,
  mayRetimePassingOn,
  ON_THE_WAY_MS,
  passesOnAt,
} from "#domain/registration/pass-on.ts";
import { STATUSES } from "#domain/registration.ts";

const at = (time: string) => Date.parse(`2026-07-14T${time}:00+01:00`);
const DOORS = at("09:00");

it("is from so many minutes after the doors, while the camp is on, and never where it is not done", () => {
  expect(passesOnAt(90, DOORS)).toBe(at("10:30"));
  expect(passesOnAt(null, DOORS)).toBeNull();
  const on = PHASES.filter((phase) => mayPassOn(phase, at("10:30"), at("10:30")));
  expect(on).toEqual(["doors", "pitching", "grid", "sessions"]);
  expect([mayPassOn("doors", at("10:30"), at("10:30") - 1), mayPassOn("doors", null, at("18:00"))]).toEqual([
    false,
    false,
  ]);
});

it("concerns whoever has a place, never came and is not late by their own word", () => {
  const now = new Date(at("10:30"));
  const missing = { checkedInAt: null, lateUntil: null };
  expect(STATUSES.filter((status) => isMissing({ ...missing, status }, now))).toEqual(["confirmed"]);
  expect(isMissing({ ...missing, status: "confirmed", checkedInAt: now }, now)).toBe(false);
  const late = (until: number) =>
    isMissing({ ...missing, status: "confirmed", lateUntil: new Date(until) }, now);
  expect([late(at("10:31")), late(at("10:30"))]).toEqual([false, true]);
});

it("can be put off on the day and comes no earlier than was announced; before the day it can be anything", () => {
  const told = (before: number | null, minutes: number | null) =>
    mayRetimePassingOn("doors", before, minutes);
  expect([told(90, 120), told(90, null), told(90, 90)]).toEqual([null, null, null]);
  expect([told(90, 60), told(null, 90)]).toEqual(["announced", "announced"]);
  expect(mayRetimePassingOn("closed", 90, 15)).toBeNull();
});

it("waits for the late until each half hour that is to come after places are passed on, up to three hours more, from the evening before", () => {
  const times = lateTimes(90, DOORS, at("10:20")).map((time) => new Date(time).toISOString().slice(11, 16));
  expect([times[0], times.at(-1), times.length]).toEqual(["10:00", "12:30", 6]);
  expect(lateTimes(90, DOORS, DOORS - 24 * 3_600_000)).toHaveLength(6);
  expect(lateTimes(90, DOORS, DOORS - 24 * 3_600_000 - 1)).toEqual([]);
  expect(lateTimes(null, DOORS, DOORS)).toEqual([]);
});

it("waits half an hour for whoever takes a place on the day", () => {
  const now = new Date(at("11:00"));
  expect(awaitedUntil("grid", now)?.getTime()).toBe(now.getTime() + ON_THE_WAY_MS);
  expect(awaitedUntil("closed", now)).toBeNull();
});
