import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { storedDay, storedInstant } from "#domain/time/stored.ts";

describe("an instant as Postgres writes it", () => {
  test("is that instant, in the first century as in this one", () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date("0001-01-01T00:00:00Z"),
          max: new Date("9999-12-31T23:59:59Z"),
          noInvalidDate: true,
        }),
        (date) => {
          const text = date.toISOString().replace("T", " ").replace("Z", "+00");
          expect(storedInstant(text)).toEqual(date);
        },
      ),
    );
  });
  test("is read whatever the session's zone, also one of before there were zones", () => {
    expect(storedInstant("2026-07-14 09:30:00+01").toISOString()).toBe("2026-07-14T08:30:00.000Z");
    expect(storedInstant("2026-07-14 09:30:00.5-03:30").toISOString()).toBe("2026-07-14T13:00:00.500Z");
    expect(storedInstant("0026-07-14 09:30:00.123456-00:01:15").toISOString()).toBe(
      "0026-07-14T09:31:15.123Z",
    );
    expect(storedInstant("0099-07-14 09:30:00+00").getUTCFullYear()).toBe(99);
  });
  test("is always a date that can be shown", () => {
    const strange = [
      "infinity",
      "-infinity",
      "0044-03-15 12:00:00+00 BC",
      "294276-12-31 00:00:00+00",
      "",
      "x",
    ];
    expect(strange.map((text) => storedInstant(text).getUTCFullYear())).toEqual([
      9999, 1, 1, 9999, 9999, 9999,
    ]);
  });
});

test("a date that no calendar of ours can read is the first of 2000", () => {
  expect(["2026-07-14", "0026-07-14", "infinity", "0044-03-15 BC", "20026-07-14"].map(storedDay)).toEqual([
    "2026-07-14",
    "0026-07-14",
    "2000-01-01",
    "2000-01-01",
    "2000-01-01",
  ]);
});
