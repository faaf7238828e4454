import { expect, test } from "vitest";
import { isZone, zoneOr } from "#domain/time/zone.ts";

test("zones are known or not, and no text makes asking fail", () => {
  const known = ["Europe/London", "Pacific/Auckland", "Etc/GMT-14", "UTC", "America/Argentina/Buenos_Aires"];
  const unknown = [
    "Mars/Olympus",
    "",
    "+01:00",
    "Europe/London ",
    "a\0b",
    "..",
    "[x]",
    "x".repeat(10_000),
    "__proto__",
  ];
  expect([...known, ...unknown].filter(isZone)).toEqual(known);
  expect([...known, ...unknown].filter(isZone)).toEqual(known);
});

test("one that this runtime has never heard of is read as UTC", () => {
  expect(["Europe/Berlin", "Mars/Olympus"].map(zoneOr)).toEqual(["Europe/Berlin", "UTC"]);
});
