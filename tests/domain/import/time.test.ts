import { describe, expect, test } from "vitest";
import { readDay, readInstant } from "#domain/import/time.ts";

const DAY = "2026-07-14";
const london = (text: string) => {
  const instant = readInstant(text, DAY, "Europe/London");
  return instant === null ? null : new Date(instant).toISOString();
};

describe("times people write", () => {
  test.each([
    ["2026-07-14T13:30", "2026-07-14T12:30:00.000Z"],
    ["2026-07-14 13:30:00", "2026-07-14T12:30:00.000Z"],
    ["14/07/2026 13:30", "2026-07-14T12:30:00.000Z"],
    ["1.12.2026 09:00", "2026-12-01T09:00:00.000Z"],
    ["13:30", "2026-07-14T12:30:00.000Z"],
    ["13.30", "2026-07-14T12:30:00.000Z"],
    ["1.30pm", "2026-07-14T12:30:00.000Z"],
    ["9 am", "2026-07-14T08:00:00.000Z"],
    ["12 noon", "2026-07-14T11:00:00.000Z"],
    ["12am", "2026-07-13T23:00:00.000Z"],
  ])("%s", (text, instant) => {
    expect(london(text)).toBe(instant);
  });

  test.each(["", "soon", "25:00", "13:75", "13pm", "9", "2026-02-30T10:00", "31/06/2026 10:00"])(
    "not %j",
    (text) => {
      expect(london(text)).toBeNull();
    },
  );
});

test("a local time is an instant of its zone", () => {
  expect(readInstant("2012-04-28T10:00", DAY, "America/New_York")).toBe(Date.parse("2012-04-28T14:00:00Z"));
});

test("days before months", () => {
  expect(readDay("03/07/2026")).toBe("2026-07-03");
  expect(readDay("tomorrow")).toBeNull();
});
